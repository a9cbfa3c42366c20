import { describe, expect, test } from 'vitest'
import type { Part } from '../../../src/bot/card.ts'
import type { Reply } from '../../../src/bot/port.ts'
import { GUILD } from '../../support/fake-discord.ts'
import {
  buttons,
  CHANNEL,
  form,
  formOf,
  held,
  longText,
  messageOf,
  RIKU,
  SAKURA,
  said,
  startScripted,
  toAsker,
} from './scripted.ts'

const press = { command: 'case.show', options: { case: 'S-0142' } }

describe('what is done', () => {
  test('a slash command arrives with its options by name, in English or Japanese', async () => {
    const { driver, heard } = await startScripted(() => toAsker(said('S-0142')))
    await driver.types(SAKURA, '/case show S-0142 length=full', CHANNEL)
    await driver.types(SAKURA, '/ケース 表示 長さ=short ケース=S-0177', CHANNEL)
    expect(heard).toMatchObject([
      {
        kind: 'run',
        press: { command: 'case.show', options: { case: 'S-0142', length: 'full' } },
        account: { platform: 'discord', workspace: GUILD, user: SAKURA },
        channel: CHANNEL,
        language: 'ja',
      },
      { press: { options: { case: 'S-0177', length: 'short' } } },
    ])
  })

  test('typing asks for proposals, at most 25 of them', async () => {
    const choices = Array.from({ length: 40 }, (_, at) => ({ value: `S-${at}`, label: 'ケ'.repeat(150) }))
    const { fake, heard } = await startScripted(() => ({ kind: 'suggestions', choices }))
    const option = { name: 'case', type: 3, value: 'S-0', focused: true }
    const data = { id: '1', name: 'case', type: 1, options: [{ name: 'show', type: 1, options: [option] }] }
    const id = fake.interact({ type: 4, user: SAKURA, channel: CHANNEL, data })
    const offered = await fake.until(() => fake.exchanges.get(id)?.choices)
    expect(offered).toHaveLength(25)
    expect(heard[0]).toMatchObject({
      kind: 'suggest',
      press: { command: 'case.show' },
      option: 'case',
      typed: 'S-0',
    })
  })

  test('choosing from a list runs its press with the chosen value', async () => {
    const choices = [{ value: 'full', label: '全部' }]
    const list: Part = { part: 'select', label: '順番', press, option: 'length', choices }
    const { fake, heard, driver } = await startScripted(() => toAsker(said('どれ', [list])))
    await driver.types(SAKURA, '/case show S-0142')
    const [message] = fake.messages
    const [, custom_id] = /"custom_id":"([^"]+)"/.exec(JSON.stringify(message?.components)) ?? []
    fake.interact({
      type: 3,
      user: SAKURA,
      channel: CHANNEL,
      message,
      data: { custom_id, component_type: 3, values: ['full'] },
    })
    await fake.until(() => fake.messages[1])
    expect(heard[1]).toMatchObject({
      press: { command: 'case.show', options: { case: 'S-0142', length: 'full' } },
    })
  })

  test('what must be confirmed runs only after yes', async () => {
    const confirm = { question: 'よろしいですか？', yes: '出す', no: 'やめる' }
    const asked: Part = { part: 'buttons', buttons: [{ label: '公開', press, confirm }] }
    const { driver, fake, heard } = await startScripted(() => toAsker(said('次第', [asked])))
    const { seen } = messageOf(await driver.types(SAKURA, '/case show S-0142'))
    const [message] = fake.messages
    expect(JSON.stringify(message?.components)).toContain('よろしいですか？')
    const [, custom_id] = /"custom_id":"([^"]+)"/.exec(JSON.stringify(message?.components)) ?? []
    const no = fake.interact({
      type: 3,
      user: SAKURA,
      channel: CHANNEL,
      message,
      data: { custom_id, component_type: 3, values: ['no'] },
    })
    await fake.until(() => fake.exchanges.get(no)?.callback)
    expect(heard).toHaveLength(1)
    await driver.presses(SAKURA, '公開', seen)
    expect(heard).toHaveLength(2)
  })

  test('a button of an earlier version is answered, not left to fail', async () => {
    const { fake } = await startScripted(() => toAsker(said('x')))
    const message = {
      id: '1',
      channel_id: CHANNEL,
      author: { id: '2' },
      components: [],
      content: '',
      flags: 0,
    }
    fake.interact({
      type: 3,
      user: SAKURA,
      channel: CHANNEL,
      message,
      data: { custom_id: 'old', component_type: 2 },
    })
    expect(JSON.stringify(await fake.until(() => fake.messages[0]))).toContain('このボタンはもう使えません')
  })
})

describe('the answer', () => {
  test('is seen by the asker alone, or by the channel', async () => {
    const { driver } = await startScripted((one) => ({
      kind: 'card',
      card: said('次第'),
      to: JSON.stringify(one).includes('full') ? 'channel' : 'asker',
    }))
    expect(messageOf(await driver.types(SAKURA, '/case show S-1')).visibleTo).toBe('asker')
    expect(messageOf(await driver.types(SAKURA, '/case show S-1 full')).visibleTo).toBe('channel')
  })

  test('that replaces takes the place of the message whose button was pressed, and keeps its mark', async () => {
    const { driver, platform, fake } = await startScripted(() => ({
      kind: 'replace',
      card: said('記録しました'),
    }))
    const place = { platform: 'discord', workspace: GUILD, channel: CHANNEL } as const
    await platform.post(place, said('今月', buttons('記録する')), 'key-1')
    const [digest] = await driver.inChannel(CHANNEL)
    const answer = messageOf(
      await driver.presses(SAKURA, '記録する', digest ?? { id: '', text: '', buttons: [] }),
    )
    expect(answer.seen.text).toBe('記録しました')
    expect(await driver.inChannel(CHANNEL)).toHaveLength(1)
    const found = await platform.find(
      place,
      'key-1',
      Temporal.Instant.fromEpochMilliseconds(1_420_070_400_000),
    )
    expect(found).toMatchObject({ ok: true, message: { message: fake.messages[0]?.id } })
  })

  test('to an event that came before leaves no failed interaction', async () => {
    const { driver, fake } = await startScripted((one) =>
      one.kind === 'run' && one.press.options.case === '次'
        ? { kind: 'nothing' }
        : toAsker(said('x', buttons('次'))),
    )
    const { seen } = messageOf(await driver.types(SAKURA, '/case show S-1'))
    void driver.presses(SAKURA, '次', seen)
    const pressed = await fake.until(() =>
      [...fake.exchanges.values()].find(({ act, callback }) => act.type === 3 && callback),
    )
    expect(pressed.callback).toBe(6)
  })

  test('says which words Discord speaks: the adapter’s own follow the person’s language', async () => {
    const { fake } = await startScripted(() => toAsker(said('x')))
    const message = {
      id: '1',
      channel_id: CHANNEL,
      author: { id: '2' },
      components: [],
      content: '',
      flags: 0,
    }
    const data = { custom_id: 'old', component_type: 2 }
    fake.interact({ type: 3, user: SAKURA, channel: CHANNEL, message, data, locale: 'en-GB' })
    expect(JSON.stringify(await fake.until(() => fake.messages[0]))).toContain('can no longer be used')
  })
})

describe('an answer that takes long', () => {
  const slow = async () => {
    const reply = held<Reply>()
    const scripted = await startScripted(() => reply.promise, { patienceMs: 20 })
    const deferred = () =>
      scripted.fake.until(() =>
        [...scripted.fake.exchanges.values()].find(({ callback }) => callback !== undefined),
      )
    return { ...scripted, reply, deferred }
  }

  test('is put off where only the asker sees, and filled in', async () => {
    const { driver, reply, deferred } = await slow()
    const answer = driver.types(SAKURA, '/case show S-1')
    expect(await deferred()).toMatchObject({ callback: 5, deferredFlags: 64 })
    reply.resolve(toAsker(said('遅くなりました')))
    expect(messageOf(await answer)).toMatchObject({ visibleTo: 'asker', seen: { text: '遅くなりました' } })
  })

  test('for the channel still reaches the channel', async () => {
    const { driver, fake, reply, deferred } = await slow()
    void driver.types(SAKURA, '/case show S-1', CHANNEL)
    await deferred()
    reply.resolve({ kind: 'card', card: said('みなさんへ'), to: 'channel' })
    const posted = await fake.until(() => fake.messages.find(({ onlyFor }) => onlyFor === undefined))
    expect(JSON.stringify(posted.components)).toContain('みなさんへ')
  })

  test('with a form puts it behind a button', async () => {
    const { driver, reply, deferred } = await slow()
    const answer = driver.types(SAKURA, '/summary submit')
    await deferred()
    reply.resolve({ kind: 'form', form: form([longText('a', '下書き')]) })
    const { seen } = messageOf(await answer)
    expect(seen.buttons).toEqual([{ label: 'フォームを開く' }])
    const opened = formOf(await driver.presses(SAKURA, 'フォームを開く', seen))
    expect(opened.fields).toMatchObject([{ name: 'a', value: '下書き' }])
  })

  test('to a button replaces its message all the same', async () => {
    const reply = held<Reply>()
    const { driver, platform, fake } = await startScripted(() => reply.promise, { patienceMs: 20 })
    const place = { platform: 'discord', workspace: GUILD, channel: CHANNEL } as const
    await platform.post(place, said('今月', buttons('記録する')), 'key-1')
    const [digest] = await driver.inChannel(CHANNEL)
    const answer = driver.presses(SAKURA, '記録する', digest ?? { id: '', text: '', buttons: [] })
    await fake.until(() => [...fake.exchanges.values()].find(({ callback }) => callback === 6))
    reply.resolve({ kind: 'replace', card: said('記録しました') })
    expect(messageOf(await answer).seen.text).toBe('記録しました')
    expect(fake.messages).toHaveLength(1)
  })
})

describe('in direct messages', () => {
  test('a button counts for the server that its message was made for', async () => {
    const otherGuilds = [{ id: '910000000000000002', users: [SAKURA] }]
    const { driver, platform, heard } = await startScripted(() => toAsker(said('x')), { otherGuilds })
    await platform.post(
      { platform: 'discord', workspace: GUILD, user: SAKURA },
      said('今月', buttons('見る')),
      'k',
    )
    const [digest] = await driver.inDirect(SAKURA)
    await driver.presses(SAKURA, '見る', digest ?? { id: '', text: '', buttons: [] })
    expect(heard[0]?.account).toEqual({ platform: 'discord', workspace: GUILD, user: SAKURA })
  })

  test('a form opened there is submitted for that server too', async () => {
    const otherGuilds = [{ id: '910000000000000002', users: [SAKURA] }]
    const { driver, platform, heard } = await startScripted(
      (one) => (one.kind === 'submit' ? toAsker(said('x')) : { kind: 'form', form: form([longText('a')]) }),
      { otherGuilds },
    )
    await platform.post(
      { platform: 'discord', workspace: GUILD, user: SAKURA },
      said('今月', buttons('書く')),
      'k',
    )
    const [digest] = await driver.inDirect(SAKURA)
    await driver.presses(SAKURA, '書く', digest ?? { id: '', text: '', buttons: [] })
    await driver.fills(SAKURA, { a: 'x' })
    expect(heard.map(({ account }) => account.workspace)).toEqual([GUILD, GUILD])
  })

  test('a command counts for the only server that the person shares with the bot', async () => {
    const otherGuilds = [{ id: '910000000000000002', users: [RIKU] }]
    const { driver, fake, heard } = await startScripted(() => toAsker(said('x')), { otherGuilds })
    await driver.types(SAKURA, '/case show S-1', fake.directChannel(SAKURA))
    expect(heard[0]?.account.workspace).toBe(GUILD)
    const several = messageOf(await driver.types(RIKU, '/case show S-1', fake.directChannel(RIKU)))
    expect(several.seen.text).toContain('サーバーのチャンネルで')
    expect(heard).toHaveLength(1)
  })
})
