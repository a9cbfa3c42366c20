import { expect, test } from 'vitest'
import type { Reply } from '../../../src/bot/port.ts'
import { quotedText } from '../../../src/bot/slack/receive.ts'
import { type SlackView, visibleText } from '../../support/fake-slack/shapes.ts'
import type { FakeSlack } from '../../support/fake-slack.ts'
import { pressable, typeInto } from '../../support/slack-driver.ts'
import { button, form, HALL, held, line, MODES, say, stage, toAsker } from './stage.ts'

const SORA = 'U0SORA'
const modals = (fake: FakeSlack) => [...fake.views.values()].filter(({ type }) => type === 'modal')
const showing = (fake: FakeSlack, text: string): Promise<SlackView> =>
  fake.until(() => [...fake.views.values()].find(({ blocks }) => visibleText(blocks).includes(text)))
const press = async (fake: FakeSlack, view: SlackView, label: string) => {
  const found = pressable(view.blocks).find(({ element }) => element.text?.text === label)
  if (!found) throw new Error(`no button 「${label}」`)
  return fake.deliver(fake.press(SORA, { ...found, view }))
}

test.each(MODES)('over %s: a shortcut from the menu is answered in a modal', async (mode) => {
  const { fake, heard } = await stage(mode, () => toAsker(say('3件です')))
  expect(await fake.deliver(fake.shortcut(SORA, 'case.list'))).toMatchObject({ status: 200 })
  await showing(fake, '3件です')
  expect(heard).toMatchObject([{ kind: 'run', press: { command: 'case.list', options: {} } }])
  expect(fake.messages).toEqual([])
})

test('one on a message takes its text along, as people see it; the answer stays where the message is', async () => {
  const { fake, heard } = await stage('http', ({ kind }) =>
    kind === 'submit' ? toAsker(say('登録しました')) : { kind: 'form', form: form([line('plan', '計画')]) },
  )
  const text = '<@U0UMI> <https://example.jp/a|資料>を読む &amp; 返す'
  await fake.deliver(fake.messageShortcut(SORA, 'case.register', { channel: HALL, text }))
  const view = await showing(fake, '')
  await fake.until(() => (modals(fake)[0]?.callback_id === 'form' ? true : undefined))
  expect(heard).toMatchObject([{ kind: 'run', channel: HALL, quoted: '資料を読む & 返す' }])
  const opened = fake.views.get(view.id) ?? view
  await fake.deliver(fake.submission(opened, typeInto(opened, { plan: '3か月' })))
  const answer = await fake.until(() => fake.messages[0])
  expect(answer).toMatchObject({ channel: HALL, onlyFor: SORA, text: '登録しました' })
})

test('what people see of Slack’s markup', () => {
  expect(quotedText('<!channel> <#C1|全体会> <#C2> <https://example.jp>')).toBe(
    '@channel #全体会  https://example.jp',
  )
  expect(quotedText('a &lt;b&gt; &amp;amp; <!subteam^S1|@職員> <!date^1^{date}|4月1日>')).toBe(
    'a <b> &amp; @職員 4月1日',
  )
})

/** The page with one thing to do, which is gone once it is done. */
const homeWith = (answer: () => Reply) => {
  const state = { done: false, asked: 0 }
  const dispatch = (kind: string): Reply => {
    if (kind === 'home') {
      state.asked += 1
      const page = say(
        state.done ? '待っているものはありません' : '1件あります',
        button('記録する', 'case.list'),
      )
      return { kind: 'home', card: page }
    }
    state.done = true
    return answer()
  }
  return { state, dispatch }
}

test.each(MODES)('over %s: what was done from the home page is no longer on it', async (mode) => {
  const { dispatch } = homeWith(() => toAsker(say('記録しました')))
  const { fake } = await stage(mode, ({ kind }) => dispatch(kind))
  await fake.deliver(fake.homeOpened(SORA))
  await press(fake, await showing(fake, '1件あります'), '記録する')
  await showing(fake, '記録しました')
  expect((await showing(fake, '待っているものはありません')).type).toBe('home')
  expect(fake.messages).toEqual([])
})

test('a form from the home page says in its modal what came of it, and the page is published anew', async () => {
  const { dispatch, state } = homeWith(() => toAsker(say('登録しました')))
  const { fake } = await stage('http', ({ kind, ...rest }) => {
    if (kind !== 'run') return dispatch(kind)
    expect(rest).toMatchObject({ press: { command: 'case.list' } })
    return { kind: 'form', form: form([line('plan', '計画')]) }
  })
  await fake.deliver(fake.homeOpened(SORA))
  await press(fake, await showing(fake, '1件あります'), '記録する')
  const opened = await fake.until(() => modals(fake).find(({ callback_id }) => callback_id === 'form'))
  const acknowledged = await fake.deliver(fake.submission(opened, typeInto(opened, { plan: '3か月' })))
  fake.afterSubmission(opened, acknowledged)
  expect(await showing(fake, '登録しました')).toMatchObject({ id: opened.id, clear_on_close: true })
  await showing(fake, '待っているものはありません')
  expect(state.done).toBe(true)
  expect(fake.messages).toEqual([])
})

test('a page that changed meanwhile is made again, and not written over with what is old', async () => {
  const { dispatch, state } = homeWith(() => toAsker(say('記録しました')))
  const { fake } = await stage('http', ({ kind }) => dispatch(kind))
  await fake.deliver(fake.homeOpened(SORA))
  const seen = await showing(fake, '1件あります')
  fake.misbehave('views.publish', { does: 'refuses', error: 'hash_conflict' })
  await press(fake, seen, '記録する')
  await showing(fake, '待っているものはありません')
  expect(state.asked).toBe(3)
  const hashes = fake.requests.filter(({ method }) => method === 'views.publish').map(({ body }) => body.hash)
  expect(hashes).toEqual([undefined, seen.hash, undefined])
})

test('a form opened from an answer’s modal lies on top of it; its result closes both', async () => {
  const { fake } = await stage('http', (interaction) => {
    if (interaction.kind === 'submit') return toAsker(say('登録しました'))
    const isList = interaction.kind === 'run' && interaction.press.command === 'case.list'
    return isList
      ? toAsker(say('3件です', button('新しく', 'case.register')))
      : { kind: 'form', form: form([line('plan', '計画')]) }
  })
  await fake.deliver(fake.shortcut(SORA, 'case.list'))
  const below = await showing(fake, '3件です')
  await press(fake, below, '新しく')
  const top = await fake.until(() => modals(fake).find(({ callback_id }) => callback_id === 'form'))
  expect(top).toMatchObject({ previous_view_id: below.id, root_view_id: below.id })
  fake.afterSubmission(top, await fake.deliver(fake.submission(top, typeInto(top, { plan: '3か月' }))))
  expect(await showing(fake, '登録しました')).toMatchObject({ id: top.id, clear_on_close: true })
})

test('with three on top of each other, the form takes the place of the topmost', async () => {
  const { fake } = await stage('http', () => ({ kind: 'form', form: form([line('plan', '計画')]) }))
  fake.misbehave('views.push', { does: 'refuses', error: 'push_limit_reached' })
  await fake.deliver(fake.shortcut(SORA, 'case.register'))
  const top = await fake.until(() => modals(fake).find(({ callback_id }) => callback_id === 'form'))
  const blocks = [
    {
      type: 'actions',
      block_id: 'b',
      elements: [
        {
          type: 'button',
          action_id: 'a',
          value: 'case.register',
          text: { type: 'plain_text', text: 'もう一度' },
        },
      ],
    },
  ]
  await press(fake, { ...top, blocks } as SlackView, 'もう一度')
  await fake.until(() => (fake.views.get(top.id)?.hash !== top.hash ? true : undefined))
  expect(modals(fake)).toHaveLength(1)
})

test('an answer that comes when the modal shows something else goes another way, and takes nothing’s place', async () => {
  const slow = held<Reply>()
  const { fake, heard } = await stage('http', (interaction) => {
    const first = interaction.kind === 'run' && heard.filter(({ kind }) => kind === 'run').length === 2
    return first ? slow.promise : toAsker(say(`答え${heard.length}`, button('見る', 'case.list')))
  })
  await fake.deliver(fake.shortcut(SORA, 'case.list'))
  const seen = await showing(fake, '答え1')
  await press(fake, seen, '見る')
  await press(fake, seen, '見る')
  await showing(fake, '答え3')
  slow.resolve(toAsker(say('遅い答え')))
  expect(await fake.until(() => fake.messages[0])).toMatchObject({ text: '遅い答え' })
  expect(visibleText(modals(fake)[0]?.blocks ?? [])).toContain('答え3')
})
