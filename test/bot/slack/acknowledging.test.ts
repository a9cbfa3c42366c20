import { describe, expect, test } from 'vitest'
import type { Reply } from '../../../src/bot/port.ts'
import { visibleText } from '../../support/fake-slack/shapes.ts'
import { typeInto } from '../../support/slack-driver.ts'
import { button, form, HALL, held, line, MODES, say, stage, toAsker } from './stage.ts'

const OK = { status: 200 }

describe.each(MODES)('over %s, Slack gets its acknowledgement while the product still thinks', (mode) => {
  test('of a slash command', async () => {
    const answer = held<Reply>()
    const { fake } = await stage(mode, () => answer.promise)
    expect(await fake.deliver(fake.command('U0SORA', '/case list', HALL))).toMatchObject(OK)
    answer.resolve(toAsker(say('3件です')))
    const message = await fake.until(() => fake.messages[0])
    expect(message).toMatchObject({ channel: HALL, onlyFor: 'U0SORA' })
  })

  test('of a button', async () => {
    const answer = held<Reply>()
    const { fake, driver } = await stage(mode, ({ kind }) =>
      kind === 'words' ? toAsker(say('どうしますか', button('見る', 'case.list'))) : answer.promise,
    )
    await driver.types('U0SORA', '/case list', HALL)
    const [message] = fake.messages
    const element = message?.blocks[1]?.elements?.[0]
    if (!message || !element) throw new Error('no button')
    const pressed = fake.press('U0SORA', { element, blockId: 'b', message })
    expect(await fake.deliver(pressed)).toMatchObject(OK)
    answer.resolve(toAsker(say('S-0142')))
    expect(visibleText((await fake.until(() => fake.messages[1])).blocks)).toBe('S-0142')
  })

  test('of a submitted form: it says that it is being saved, then what came of it', async () => {
    const answer = held<Reply>()
    const { fake, driver } = await stage(
      mode,
      ({ kind }) =>
        kind === 'submit' ? answer.promise : { kind: 'form', form: form([line('code', '番号')]) },
      { patienceMs: 20 },
    )
    await driver.types('U0SORA', '/case register', HALL)
    const [view] = [...fake.views.values()]
    if (!view) throw new Error('no form')
    const acknowledged = await fake.deliver(fake.submission(view, typeInto(view, { code: 'S-0142' })))
    expect(acknowledged).toMatchObject({ status: 200, body: { response_action: 'update' } })
    fake.afterSubmission(view, acknowledged)
    expect(visibleText(fake.views.get(view.id)?.blocks ?? [])).toBe('保存しています…')
    answer.resolve(toAsker(say('登録しました')))
    await fake.until(() => visibleText(fake.views.get(view.id)?.blocks ?? []) === '登録しました' || undefined)
    expect(fake.messages).toEqual([])
  })

  test('of a form that turns out wrong late: it comes back with what was typed', async () => {
    const answer = held<Reply>()
    const { driver } = await stage(
      mode,
      ({ kind }) =>
        kind === 'submit' ? answer.promise : { kind: 'form', form: form([line('code', '番号')]) },
      { patienceMs: 20 },
    )
    await driver.types('U0SORA', '/case register', HALL)
    const seen = driver.fills('U0SORA', { code: 'S-01' })
    answer.resolve({
      kind: 'correct',
      form: form([line('code', '番号', 'S-01')]),
      faults: { fields: { code: '4けたで書いてください' } },
    })
    expect(await seen).toMatchObject({
      kind: 'form',
      fields: [{ name: 'code', value: 'S-01', fault: '4けたで書いてください' }],
    })
  })

  test('of what nobody listens for', async () => {
    const { fake, heard } = await stage(mode, () => ({ kind: 'nothing' }))
    const person = { team: { id: fake.teamId }, user: { id: 'U0SORA' }, trigger_id: '1' }
    const view = { id: 'V9', type: 'modal', callback_id: 'other', private_metadata: '', blocks: [] }
    for (const body of [
      { type: 'shortcut', callback_id: 'other', ...person },
      { type: 'message_action', callback_id: 'other', ...person },
      { type: 'block_suggestion', action_id: 'other', block_id: 'b', value: '', ...person },
      { type: 'view_closed', view, is_cleared: false, ...person },
      { type: 'view_submission', view: { ...view, state: { values: {} } }, ...person },
      { type: 'block_actions', actions: [{ type: 'overflow', action_id: 'x', block_id: 'b' }], ...person },
      { type: 'dialog_submission', callback_id: 'other', ...person },
      { type: 'not_invented_yet', ...person },
    ])
      expect(await fake.deliver({ kind: 'interaction', body }), body.type).toMatchObject(OK)
    const event = { type: 'reaction_added', user: 'U0SORA', event_ts: '1' }
    const body = { type: 'event_callback', team_id: fake.teamId, event_id: 'Ev1', event }
    expect(await fake.deliver({ kind: 'event', body })).toMatchObject(OK)
    expect(heard).toEqual([])
  })

  test('and stopping waits for what is under way', async () => {
    const answer = held<Reply>()
    const { fake, platform } = await stage(mode, () => answer.promise)
    await fake.deliver(fake.command('U0SORA', '/case list', HALL))
    const order: string[] = []
    const stop = platform.stop
    // The driver's own stop ends the fake too; what came must have been answered by then.
    const stopped = stop().then(() => order.push('stopped'))
    answer.resolve(toAsker(say('3件です')))
    await fake.until(() => fake.messages[0])
    order.push('answered')
    await stopped
    expect(order).toEqual(['answered', 'stopped'])
  })
})

describe.each(MODES)('over %s, what Slack delivers twice', (mode) => {
  test('reaches the product with the same event id, and other things with another', async () => {
    const { fake, driver, heard } = await stage(mode, ({ kind }) =>
      kind === 'words' ? { kind: 'form', form: form([line('code', '番号')]) } : { kind: 'nothing' },
    )
    await driver.types('U0SORA', '/case register', HALL)
    const [view] = [...fake.views.values()]
    if (!view) throw new Error('no form')
    const again = [
      fake.command('U0SORA', '/case list', HALL),
      fake.homeOpened('U0SORA'),
      fake.submission(view, typeInto(view, { code: 'S-0142' })),
    ]
    const before = heard.length
    for (const payload of again) {
      await fake.deliver(payload)
      await fake.deliver(payload)
    }
    const events = heard.slice(before).map(({ event }) => event)
    expect(events).toHaveLength(6)
    expect(new Set(events).size).toBe(3)
    expect([events[0], events[2], events[4]]).toEqual([events[1], events[3], events[5]])
  })
})

test('an event that cannot be read is acknowledged, too', async () => {
  const { fake } = await stage('http', () => toAsker(say('はい')))
  const { kind, body } = fake.homeOpened('U0SORA')
  expect(await fake.deliver({ kind, body: { ...body, event: '' } })).toMatchObject({ status: 200 })
})

test('a request that holds nothing is refused, and the next one is taken', async () => {
  const { fake } = await stage('http', () => toAsker(say('はい')))
  expect(await fake.deliver({ kind: 'command', body: { payload: null } })).toMatchObject({ status: 400 })
  expect(await fake.deliver(fake.command('U0SORA', '/case list', HALL))).toMatchObject({ status: 200 })
})
