import { Writable } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { Platform } from '../../../src/bot/port.ts'
import type { Driver, Seen } from '../../support/driver.ts'
import { visibleText } from '../../support/fake-slack/shapes.ts'
import { pressable } from '../../support/slack-driver.ts'
import { button, form, HALL, line, MODES, PEOPLE, say, stage, toAsker } from './stage.ts'

const inHall = { platform: 'slack', workspace: 'T0TSUNAGI', channel: HALL } as const

const posted = async (platform: Platform, driver: Driver, card: Card): Promise<Seen> => {
  expect(await platform.post(inHall, card, `key-${card.summary}`)).toMatchObject({ ok: true })
  const seen = (await driver.inChannel(HALL)).at(-1)
  if (!seen) throw new Error('not posted')
  return seen
}

const FORM = { kind: 'form', form: form([line('code', '番号')]) } as const

describe.each(MODES)('over %s', (mode) => {
  test('a card to the asker is seen by nobody else; one to the channel by all', async () => {
    const { driver } = await stage(mode, (interaction) => ({
      kind: 'card',
      card: say('3件です'),
      to: interaction.kind === 'words' && interaction.words.endsWith('all') ? 'channel' : 'asker',
    }))
    expect(await driver.types('U0SORA', '/case list', HALL)).toMatchObject({ visibleTo: 'asker' })
    expect(await driver.inChannel(HALL)).toEqual([])
    expect(await driver.types('U0SORA', '/case list all', HALL)).toMatchObject({ visibleTo: 'channel' })
    expect(await driver.inChannel(HALL)).toMatchObject([{ text: '3件です' }])
  })

  test('a pressed button runs its command with its options, and its answer can take the message’s place', async () => {
    const { driver, platform, fake, heard } = await stage(mode, () => ({
      kind: 'replace',
      card: say('承りました'),
    }))
    const seen = await posted(platform, driver, say('出席しますか', button('出席します', 'case.list')))
    await driver.presses('U0UMI', '出席します', seen)
    expect(heard).toMatchObject([
      {
        kind: 'run',
        press: { command: 'case.list', options: { case: 'S-0142' } },
        channel: HALL,
        account: { user: 'U0UMI', workspace: 'T0TSUNAGI' },
      },
    ])
    expect(await driver.inChannel(HALL)).toMatchObject([{ text: '承りました', buttons: [] }])
    expect(fake.messages).toHaveLength(1)
  })

  test('a form opened from a message can replace that message once it is submitted', async () => {
    const { driver, platform, fake } = await stage(mode, ({ kind }) =>
      kind === 'submit' ? { kind: 'replace', card: say('記録しました') } : FORM,
    )
    const seen = await posted(platform, driver, say('まだです', button('記録する', 'case.register')))
    await driver.presses('U0SORA', '記録する', seen)
    await driver.fills('U0SORA', { code: 'S-0142' })
    expect(fake.messages.map(({ blocks }) => visibleText(blocks))).toEqual(['記録しました'])
  })

  test('a chosen value runs its command with the value', async () => {
    const { driver, platform, fake, heard } = await stage(mode, () => toAsker(say('はい')))
    await posted(platform, driver, {
      ...say('順番'),
      parts: [
        {
          part: 'select',
          label: '順番',
          press: { command: 'case.list', options: { page: '2' } },
          option: 'order',
          choices: [
            { value: 'first', label: '申し込み順' },
            { value: 'urgent', label: '急ぐ順', detail: '急ぐものから' },
          ],
        },
      ],
    })
    const [message] = fake.messages
    const [found] = pressable(message?.blocks ?? [])
    const option = found?.element.options?.[1]
    if (!message || !found || !option) throw new Error('nothing to choose')
    const element = { ...found.element, selected_option: option }
    await fake.deliver(fake.press('U0SORA', { ...found, element, message }))
    await fake.until(() => heard[0])
    expect(heard[0]).toMatchObject({
      press: { command: 'case.list', options: { page: '2', order: 'urgent' } },
    })
  })

  test('opening the bot’s page shows the person’s own', async () => {
    const { fake, heard } = await stage(mode, () => ({ kind: 'home', card: say('今日は2つあります') }))
    await fake.deliver(fake.homeOpened('U0SORA'))
    const home = await fake.until(() => fake.views.get('HOME-U0SORA'))
    expect(visibleText(home.blocks)).toBe('今日は2つあります')
    expect(heard).toMatchObject([{ kind: 'home', account: { user: 'U0SORA' } }])
  })

  test('a button on that page answers in a modal', async () => {
    const { fake, driver } = await stage(mode, ({ kind }) =>
      kind === 'home'
        ? { kind: 'home', card: say('今日', button('見る', 'case.list')) }
        : toAsker(say('S-0142')),
    )
    await fake.deliver(fake.homeOpened('U0SORA'))
    const view = await fake.until(() => fake.views.get('HOME-U0SORA'))
    const [found] = pressable(view.blocks)
    if (!found) throw new Error('no button')
    await fake.deliver(fake.press('U0SORA', { ...found, view }))
    const modal = await fake.until(() => [...fake.views.values()].find(({ type }) => type === 'modal'))
    expect(visibleText(modal.blocks)).toBe('S-0142')
    expect(await driver.inDirect('U0SORA')).toEqual([])
  })
})

test('after a form submitted where the bot is not a member, the answer comes by direct message', async () => {
  const channels = [{ id: HALL, isPrivate: true, members: PEOPLE, withoutBot: true }]
  const { driver } = await stage(
    'http',
    ({ kind }) => (kind === 'submit' ? toAsker(say('登録しました')) : FORM),
    {
      channels,
    },
  )
  await driver.types('U0SORA', '/case register', HALL)
  await driver.fills('U0SORA', { code: 'S-0142' })
  expect(await driver.inDirect('U0SORA')).toMatchObject([{ text: '登録しました' }])
  expect(await driver.inChannel(HALL)).toEqual([])
})

test('an answer meant for a channel that the bot is not in is shown to the asker, with what to do', async () => {
  const channels = [{ id: HALL, isPrivate: true, members: PEOPLE, withoutBot: true }]
  const { driver } = await stage(
    'http',
    ({ kind }) => (kind === 'submit' ? { kind: 'card', card: say('次第です'), to: 'channel' } : FORM),
    { channels },
  )
  await driver.types('U0SORA', '/case register', HALL)
  await driver.fills('U0SORA', { code: 'S-0142' })
  const [seen] = await driver.inDirect('U0SORA')
  expect(seen?.text).toMatch(/次第です[\s\S]*\/invite/)
})

test('a button of an earlier version says that it can no longer be used', async () => {
  const { fake, driver, platform, heard } = await stage('http', () => toAsker(say('はい')))
  await posted(platform, driver, say('むかし', button('押す', 'case.list')))
  const [message] = fake.messages
  const [found] = pressable(message?.blocks ?? [])
  if (!message || !found) throw new Error('no button')
  const element = { ...found.element, value: 'of another time' }
  await fake.deliver(fake.press('U0SORA', { ...found, element, message }))
  const answer = await fake.until(() => fake.messages[1])
  expect(visibleText(answer.blocks)).toContain('もう使えません')
  expect(answer.onlyFor).toBe('U0SORA')
  expect(heard).toEqual([])
})

test('a response address that does not take the answer is told in the log, without the answer', async () => {
  const lines: string[] = []
  const stream = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const { fake } = await stage('http', () => toAsker(say('S-0142 の中身')), {
    log: pino({ level: 'debug' }, stream),
  })
  fake.misbehave('respond', { does: 'fails', status: 404 })
  await fake.deliver(fake.command('U0SORA', '/case list', HALL))
  await fake.until(() => (fake.requests.some(({ method }) => method === 'respond') ? true : undefined))
  const { promise, resolve } = Promise.withResolvers<void>()
  const look = setInterval(() => lines.length > 0 && resolve(), 5)
  await promise
  clearInterval(look)
  expect(lines.join('')).toContain('"status":404')
  expect(lines.join('')).not.toContain('中身')
})
