import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Payload } from '../support/fake-slack/payloads.ts'
import { startSlackDriver } from '../support/slack-driver.ts'
import { slackStage } from '../support/stages.ts'
import { everythingOf } from '../support/whole-region.ts'
import { fuzz, TRACE } from './inputs.ts'
import { mutated, retyped } from './mutate.ts'
import { nasty } from './nasty.ts'
import { errorLog, liveRegion } from './stage.ts'

/** What people type or choose, wherever it stands in what Slack sends. */
const TYPED = ['text', 'value', 'name', 'user_name', 'username', 'selected_date', 'title']
const MOST = 40_000

test('whatever Slack delivers is acknowledged, and nobody is shown a trace', async () => {
  const [{ log, errors }, bolt] = [errorLog(), errorLog()]
  const stage = slackStage('http')
  const live = await liveRegion(log, (region) => stage.connect(region, stage.workspace))
  const { product, region, others } = live
  const users = region.members.map(({ id }) => stage.user(id))
  const channels = region.bodies.map(({ id }) => ({
    id: stage.channel(id),
    isPrivate: true,
    members: users.slice(0, 3),
  }))
  const { fake, driver, platform } = await startSlackDriver('http')({
    dispatch: product.dispatch,
    commands: product.registry.views,
    users,
    channels,
    log: bolt.log,
  })
  let stopped = false
  const stop = async () => {
    if (!stopped) await driver.stop()
    stopped = true
  }
  onTestFinished(stop)
  const [user, channel] = [stage.user('sakura'), fake.directChannel(stage.user('sakura'))]

  // Forms and cards that are really open, so that what comes for them is as it would be.
  await driver.types(user, '/summary notice', channel)
  await driver.types(user, '/case list', channel)
  const view = [...fake.views.values()].at(-1)
  const message = fake.messages.at(-1)
  if (!view || !message) throw new Error('nothing is open')
  const element = {
    type: 'button',
    action_id: 'press',
    value: 'case.show?case=S-0901',
    text: { type: 'plain_text', text: 'x' },
  }
  const select = {
    type: 'static_select',
    action_id: 'choose:case',
    selected_option: { value: 'S-0901', text: { type: 'plain_text', text: 'S' } },
  }
  const state = { topic: { value: { type: 'plain_text_input', value: '研修' } } }
  const payloads: (() => Payload)[] = [
    () => fake.command(user, '/case show S-0901', channel),
    () => fake.command(user, '/summary submit S-0901', channel),
    () => fake.press(user, { element, blockId: 'b0', message } as never),
    () => fake.press(user, { element: select, blockId: 'case.show', view } as never),
    () => fake.submission(view, state),
    () => {
      const { body } = fake.submission(view, state)
      return { kind: 'interaction', body: { ...body, type: 'view_closed', is_cleared: false } }
    },
    () => fake.homeOpened(user),
    () => fake.shortcut(user, 'summary.notice'),
    () => fake.messageShortcut(user, 'summary.notice', { channel, text: 'きのうの話です' }),
    () => fake.tokensRevoked('T-OTHER', { bot: ['UBOT'] }),
  ]
  const delivered = fc.tuple(fc.nat(payloads.length - 1), fc.boolean()).chain(([which, whole]) => {
    const { kind, body } = (payloads[which] as () => Payload)()
    const made = whole ? retyped(body as never, TYPED, MOST) : mutated(body)
    return fc.record({ kind: fc.constant(kind), body: made, whole: fc.constant(whole) })
  })
  const seen = new Set<number>()
  await fuzz(
    'Slack',
    fc.oneof({ weight: 15, arbitrary: delivered }, { weight: 1, arbitrary: rawBody }),
    async (one) => {
      const { kind, whole } = one
      const body = typeof one.body === 'object' && one.body !== null ? one.body : { payload: one.body }
      // A response address leads to whoever is named in it: here only to our own Slack.
      Object.assign(body, 'response_url' in body ? { response_url: `${fake.url}respond` } : {})
      const answer = await fake.deliver({ kind, body: body as Payload['body'] })
      if (answer === 'late') throw new Error('not acknowledged within three seconds')
      seen.add(answer.status)
      expect(answer.status, bolt.errors.at(-1)).toBeLessThan(500)
      if (whole) expect(answer.status).toBe(200)
      expect(JSON.stringify(answer.body)).not.toMatch(TRACE)
    },
  )
  const after = await fake.deliver(fake.command(user, '/case list', channel))
  expect(after).toMatchObject({ status: 200 })
  await stop()
  await platform.stop()
  expect(seen).toContain(200)
  const said = JSON.stringify([...fake.messages.map(({ blocks }) => blocks), ...fake.views.values()])
  expect(said).not.toMatch(TRACE)
  expect(errors).toEqual([])
  expect((await everythingOf(product, others.id)).hashes).toEqual(others.before)
}, 3_600_000)

const rawBody = fc.record({
  kind: fc.constantFrom('command' as const, 'interaction' as const, 'event' as const),
  body: fc.dictionary(nasty(100), nasty(200_000), { maxKeys: 5 }),
  whole: fc.constant(false),
})
