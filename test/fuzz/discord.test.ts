import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { startDiscordDriver } from '../support/discord-driver.ts'
import { type Act, interactionEvent } from '../support/fake-discord/events.ts'
import { discordStage } from '../support/stages.ts'
import { everythingOf } from '../support/whole-region.ts'
import { fuzz, TRACE } from './inputs.ts'
import { mutated, retyped } from './mutate.ts'
import { errorLog, liveRegion } from './stage.ts'

const TYPED = ['value', 'content', 'username', 'global_name']
const MOST = 6_000

test('whatever comes over the gateway, the next person is answered', async () => {
  const [{ log, errors }, client] = [errorLog(), errorLog()]
  const stage = discordStage()
  const live = await liveRegion(log, (region) => stage.connect(region, stage.workspace))
  const { product, region, others } = live
  const users = region.members.map(({ id }) => stage.user(id))
  const channels = region.bodies.map(({ id }) => ({
    id: stage.channel(id),
    isPrivate: true,
    members: users.slice(0, 3),
  }))
  const { fake, driver } = await startDiscordDriver({
    dispatch: product.dispatch,
    commands: product.registry.views,
    users,
    channels,
    log: client.log,
  })
  let stopped = false
  const stop = async () => {
    if (!stopped) await driver.stop()
    stopped = true
  }
  onTestFinished(stop)

  const user = stage.user('sakura')
  const [body] = region.bodies
  const channel = stage.channel(body?.id ?? '')
  await driver.types(user, '/case list', channel)
  const message = fake.messages.at(-1)
  const common = { user, channel, message }
  const option = (name: string, value: string) => ({ name, type: 3, value })
  const slash = (noun: string, verb: string, options: object[]) => ({
    id: '940',
    name: noun,
    type: 1,
    options: [{ name: verb, type: 1, options }],
  })
  const input = (name: string, value: string) => ({
    type: 18,
    id: 2,
    component: { type: 4, id: 1, custom_id: `text:${name}`, value },
  })
  const acts: Act[] = [
    { ...common, type: 2, data: slash('case', 'show', [option('case', 'S-0901')]) },
    { ...common, type: 2, data: slash('summary', 'notice', []) },
    { ...common, type: 2, direct: true, data: slash('case', 'list', []) },
    { ...common, type: 3, data: { custom_id: 'case.show?case=S-0901', component_type: 2 } },
    { ...common, type: 3, data: { custom_id: 'case.show>case', component_type: 3, values: ['S-0901'] } },
    { ...common, type: 3, data: { custom_id: 'form:0:1', component_type: 2 } },
    { ...common, type: 4, data: slash('case', 'show', [{ ...option('case', 'S'), focused: true }]) },
    {
      ...common,
      type: 5,
      data: {
        custom_id: 'summary.notice',
        components: [input('topic', '研修'), input('content', '7月です')],
      },
    },
    {
      ...common,
      type: 2,
      data: { id: '940', name: 'お知らせに出す', type: 3, target_id: message?.id ?? '1' },
    },
  ]
  let count = 0
  const nextId = () => {
    count += 1
    return `98000000000${String(count).padStart(7, '0')}`
  }
  const event = fc.tuple(fc.constantFrom(...acts), fc.boolean(), fc.nat(12)).chain(([act, whole, other]) => {
    const made = interactionEvent(nextId(), act)
    const t =
      other === 0
        ? fc.constantFrom('GUILD_UPDATE', 'CHANNEL_CREATE', 'MESSAGE_CREATE', 'NOBODY_KNOWS')
        : fc.constant('INTERACTION_CREATE')
    const d = whole ? retyped(made as never, TYPED, MOST) : mutated(made)
    return fc.record({ t, d })
  })
  /** Somebody else asks something simple, and is answered. */
  const isAlive = async () => {
    const id = fake.interact({ user, channel, type: 4, data: acts[6]?.data ?? {} })
    await fake.until(() => (fake.exchanges.get(id)?.callback === undefined ? undefined : true))
  }
  await fuzz('Discord', event, async ({ t, d }) => {
    fake.gateway(t, d as never)
    await isAlive()
  })
  await stop()
  const said = JSON.stringify([...fake.messages.map(({ components }) => components), ...fake.modals.values()])
  expect(said).not.toMatch(TRACE)
  expect(errors).toEqual([])
  expect((await everythingOf(product, others.id)).hashes).toEqual(others.before)
}, 3_600_000)
