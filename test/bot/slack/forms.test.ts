import { describe, expect, test } from 'vitest'
import type { FieldView, FormValues } from '../../../src/bot/form.ts'
import type { Reply } from '../../../src/bot/port.ts'
import { renderForm } from '../../../src/bot/slack/render-form.ts'
import { viewFault } from '../../support/fake-slack/check.ts'
import { button, form, HALL, line, MODES, say, stage, toAsker } from './stage.ts'

const choices = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `えらぶ ${at}`, detail: `説明 ${at}` }))

const EVERY_KIND: FieldView[] = [
  line('code', 'ケース番号'),
  { name: 'wishes', label: '意向', required: true, kind: 'long-text', maxLength: 5_000, hint: '短く' },
  { name: 'kind', label: '種類', required: true, kind: 'choice', choices: choices(3), placeholder: '選ぶ' },
  { name: 'topics', label: '分野', required: false, kind: 'choices', choices: choices(4) },
  { name: 'from', label: '開始', required: true, kind: 'date' },
]

const TYPED: FormValues = {
  code: 'S-0142',
  wishes: '働きつづけたい。\n*太字* <!channel> & <@U0UMI>',
  kind: 'v1',
  topics: ['v0', 'v3'],
  from: '2026-04-01',
}

/** A form that comes back as often as the product says. */
const answers = (submitted: () => Reply) => (interaction: { kind: string }) =>
  interaction.kind === 'submit' ? submitted() : ({ kind: 'form', form: form(EVERY_KIND) } as const)

describe.each(MODES)('over %s, a form', (mode) => {
  test('brings back every kind of field as it was typed, with its command and channel', async () => {
    const { driver, heard } = await stage(
      mode,
      answers(() => toAsker(say('登録しました'))),
    )
    expect(await driver.types('U0SORA', '/case register', HALL)).toMatchObject({
      kind: 'form',
      title: 'ケースの登録',
      fields: EVERY_KIND.map(({ name, label }) => ({ name, label })),
    })
    const answer = await driver.fills('U0SORA', TYPED)
    expect(heard.at(-1)).toMatchObject({
      kind: 'submit',
      press: { command: 'case.register', options: { case: 'S-0142' } },
      values: TYPED,
      channel: HALL,
      account: { platform: 'slack', workspace: 'T0TSUNAGI', user: 'U0SORA' },
    })
    expect(answer).toMatchObject({ kind: 'message', visibleTo: 'asker', seen: { text: '登録しました' } })
  })

  test('left blank comes as blank', async () => {
    const { driver, heard } = await stage(
      mode,
      answers(() => toAsker(say('はい'))),
    )
    await driver.types('U0SORA', '/case register', HALL)
    await driver.fills('U0SORA', {})
    expect(heard.at(-1)).toMatchObject({ values: { code: '', wishes: '', kind: '', topics: [], from: '' } })
  })

  test('that is refused shows why at its field and keeps what was typed; then it can be sent', async () => {
    let tries = 0
    const { driver } = await stage(
      mode,
      answers(() => {
        tries += 1
        const faults = { fields: { wishes: '電話番号を消してください' } }
        return tries === 1
          ? { kind: 'correct', form: form(EVERY_KIND), faults }
          : toAsker(say('登録しました'))
      }),
    )
    await driver.types('U0SORA', '/case register', HALL)
    const refused = await driver.fills('U0SORA', TYPED)
    if (refused.kind !== 'form') throw new Error('taken')
    expect(Object.fromEntries(refused.fields.map(({ name, value }) => [name, value]))).toEqual(TYPED)
    expect(refused.fields.find(({ fault }) => fault)).toMatchObject({
      name: 'wishes',
      fault: '電話番号を消してください',
    })
    expect(await driver.fills('U0SORA', {})).toMatchObject({ kind: 'message' })
  })

  test('refused as a whole says so on top, and keeps what was typed', async () => {
    const { driver } = await stage(
      mode,
      answers(() => ({
        kind: 'correct',
        form: form([line('code', 'ケース番号', 'S-0142')]),
        faults: { general: '締め切りを過ぎました', fields: { absent: 'この欄はありません' } },
      })),
    )
    await driver.types('U0SORA', '/case register', HALL)
    expect(await driver.fills('U0SORA', TYPED)).toMatchObject({
      kind: 'form',
      general: '締め切りを過ぎました\nabsent: この欄はありません',
      fields: [{ name: 'code', value: 'S-0142' }],
    })
  })

  test('opens from a button, in Japanese words too', async () => {
    const { driver, heard } = await stage(mode, ({ kind }) =>
      kind === 'words'
        ? toAsker(say('どうぞ', button('登録', 'case.register')))
        : { kind: 'form', form: form([line('code', '番号')]) },
    )
    const shown = await driver.types('U0SORA', '/case 登録', HALL)
    expect(heard[0]).toMatchObject({ words: 'case 登録' })
    if (shown.kind !== 'message') throw new Error('no message')
    expect(await driver.presses('U0SORA', '登録', shown.seen)).toMatchObject({ kind: 'form' })
  })

  test('whose command answers with a card after all shows the card in its place', async () => {
    const { driver, fake } = await stage(mode, () => toAsker(say('担当するケースがありません')))
    expect(await driver.types('U0SORA', '/case register', HALL)).toMatchObject({
      seen: { text: '担当するケースがありません' },
    })
    expect([...fake.views.values()]).toMatchObject([{ callback_id: 'notice' }])
    expect(fake.messages).toEqual([])
  })
})

test('a loading modal is there before the product has answered', async () => {
  const seen: string[] = []
  const { fake, driver } = await stage('http', async () => {
    await fake.until(() => (fake.requests.some(({ method }) => method === 'views.open') ? true : undefined))
    seen.push('open')
    return { kind: 'form', form: form([line('code', '番号')]) }
  })
  await driver.types('U0SORA', '/case register', HALL)
  expect(seen).toEqual(['open'])
  const methods = fake.requests.map(({ method }) => method)
  expect(methods.filter((method) => method.startsWith('views.'))).toEqual(['views.open', 'views.update'])
})

test('a form that cannot be opened in time says so', async () => {
  const { fake, driver } = await stage('http', () => ({ kind: 'form', form: form([line('code', '番号')]) }))
  fake.misbehave('views.open', { does: 'refuses', error: 'expired_trigger_id' })
  expect(await driver.types('U0SORA', '/case register', HALL)).toMatchObject({
    kind: 'message',
    visibleTo: 'asker',
    seen: { text: expect.stringContaining('もう一度') },
  })
})

test('the answer to a modal that was closed meanwhile comes in the conversation', async () => {
  const { fake, driver } = await stage('http', async () => {
    await fake.until(() => (fake.views.size > 0 ? true : undefined))
    fake.closeViews()
    return toAsker(say('登録できません'))
  })
  expect(await driver.types('U0SORA', '/case register', HALL)).toMatchObject({
    kind: 'message',
    visibleTo: 'asker',
    seen: { text: '登録できません' },
  })
  expect(fake.messages).toHaveLength(1)
})

test('Slack takes any form, with hundreds of choices, none, and texts over every limit', () => {
  const long = '長い<&>😀'.repeat(1_000)
  const common = { label: long, hint: long, placeholder: long, required: true }
  const offered = choices(250).map((choice) => ({ ...choice, label: long, detail: long }))
  const view = renderForm(
    form(
      [
        { ...common, name: 'a', kind: 'short-text', maxLength: 100, initial: long },
        { ...common, name: 'b', kind: 'long-text', maxLength: 50_000, initial: long },
        { ...common, name: 'c', kind: 'choice', choices: offered, initial: 'v249' },
        { ...common, name: 'd', kind: 'choices', choices: offered, initial: ['v0', 'v100', 'gone'] },
        { ...common, name: 'e', kind: 'choice', choices: [] },
        { ...common, name: 'f', kind: 'choices', choices: [], initial: ['gone'] },
        { ...common, name: 'g', kind: 'date', initial: '2026-02-30' },
        { ...common, name: 'h', kind: 'date', initial: 'R8.4.1' },
      ],
      { title: long, submit: long, cancel: long, intro: long.repeat(2) },
    ),
    { channel: HALL },
    { general: long, fields: { a: long } },
  )
  expect(viewFault({ ...view })).toBeUndefined()
  const values = JSON.stringify(view.blocks.find((block) => block.type === 'input' && block.block_id === 'd'))
  expect(values).toContain('v249')
})
