import { describe, expect, test } from 'vitest'
import type { FieldView, FormValues } from '../../../src/bot/form.ts'
import type { Interaction, Reply } from '../../../src/bot/port.ts'
import { submitted } from '../../support/discord-driver.ts'
import {
  CHANNEL,
  form,
  formOf,
  longText,
  messageOf,
  SAKURA,
  said,
  startScripted,
  toAsker,
} from './scripted.ts'

const valuesIn = (heard: Interaction[]): FormValues => {
  const submits = heard.filter((one) => one.kind === 'submit')
  const last = submits.at(-1)
  if (!last) throw new Error('nothing was submitted')
  return last.values
}

const EVERY_KIND: FieldView[] = [
  { name: 'code', label: 'ケース番号', required: true, kind: 'short-text', maxLength: 20, initial: 'S-0142' },
  { name: 'wishes', label: '意向', required: true, kind: 'long-text', maxLength: 600, hint: '200文字まで' },
  {
    name: 'kind',
    label: '種類',
    required: true,
    kind: 'choice',
    initial: 'new',
    choices: [
      { value: 'new', label: '新規' },
      { value: 'change', label: '変更', detail: '途中の見直し' },
    ],
  },
  {
    name: 'topics',
    label: '分野',
    required: false,
    kind: 'choices',
    initial: ['home'],
    choices: [
      { value: 'home', label: '住まい' },
      { value: 'work', label: '就労' },
    ],
  },
  { name: 'wanted', label: '希望日', required: false, kind: 'date' },
]

const opens =
  (view: ReturnType<typeof form>) =>
  (interaction: Interaction): Reply =>
    interaction.kind === 'submit' ? toAsker(said('出しました')) : { kind: 'form', form: view }

describe('a form', () => {
  test('carries every kind of field there and back', async () => {
    const { driver, heard } = await startScripted(opens(form(EVERY_KIND)))
    const opened = formOf(await driver.types(SAKURA, '/summary submit'))
    expect(opened.fields.map(({ name, value }) => [name, value])).toEqual([
      ['code', 'S-0142'],
      ['wishes', ''],
      ['kind', 'new'],
      ['topics', ['home']],
      ['wanted', ''],
    ])
    await driver.fills(SAKURA, {
      wishes: '働きつづけたい。\n休まず',
      topics: ['home', 'work'],
      wanted: 'R8.4.1',
    })
    expect(valuesIn(heard)).toEqual({
      code: 'S-0142',
      wishes: '働きつづけたい。\n休まず',
      kind: 'new',
      topics: ['home', 'work'],
      wanted: 'R8.4.1',
    })
    expect(heard.at(-1)).toMatchObject({ press: { command: 'summary.submit', options: { case: 'S-0142' } } })
  })

  test('with one thing chosen of many still gives a list', async () => {
    const { driver, heard } = await startScripted(opens(form(EVERY_KIND)))
    await driver.types(SAKURA, '/summary submit')
    await driver.fills(SAKURA, { wishes: 'x', topics: ['work'] })
    expect(valuesIn(heard).topics).toEqual(['work'])
  })

  test('of five fields keeps its introduction without a second page', async () => {
    const { driver, fake } = await startScripted(opens(form(EVERY_KIND, { intro: '11月の会議にかけます。' })))
    const opened = formOf(await driver.types(SAKURA, '/summary submit'))
    expect(opened.fields).toHaveLength(5)
    expect(JSON.stringify(fake.modals.get(SAKURA))).toContain('11月の会議にかけます。')
  })

  test('of twelve fields goes through three pages and is submitted once, whole', async () => {
    const fields = Array.from({ length: 12 }, (_, at) => longText(`f${at}`))
    const { driver, heard } = await startScripted(opens(form(fields)))
    const opened = formOf(await driver.types(SAKURA, '/summary submit'))
    expect(opened.title).toBe('ケース概要（1/3）')
    const typed = Object.fromEntries(fields.map(({ name }) => [name, `書いた ${name}`]))
    const answer = messageOf(await driver.fills(SAKURA, typed))
    expect(answer.seen.text).toBe('出しました')
    expect(heard.filter(({ kind }) => kind === 'submit')).toHaveLength(1)
    expect(valuesIn(heard)).toEqual(typed)
    const kept = heard.flatMap((one) => (one.kind === 'keep' ? [Object.keys(one.values).length] : []))
    expect(kept).toEqual([5, 10])
  })

  test('sent again from the same window is the same event; from another window, another', async () => {
    const { driver, heard, fake } = await startScripted(opens(form([longText('a')])))
    const sendsTwice = async () => {
      await driver.types(SAKURA, '/summary submit')
      const modal = fake.modals.get(SAKURA)
      if (!modal) throw new Error('no modal is open')
      for (const text of ['一度目', '二度目']) {
        const components = modal.components.map((one) => submitted(one, { a: text }))
        const act = { type: 5, user: SAKURA, channel: CHANNEL } as const
        const id = fake.interact({ ...act, data: { custom_id: modal.custom_id, components } })
        await fake.until(() => fake.exchanges.get(id)?.callback)
      }
    }
    await sendsTwice()
    await sendsTwice()
    const [first, again, other] = heard.filter(({ kind }) => kind === 'submit').map(({ event }) => event)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  test('with an empty or overlong list still opens', async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ value: `v${at}`, label: `${at}` }))
    const fields: FieldView[] = [
      { name: 'none', label: '空', required: false, kind: 'choice', choices: [] },
      { name: 'many', label: '多い', required: true, kind: 'choice', choices: many },
    ]
    const { driver } = await startScripted(opens(form(fields, { title: 'と'.repeat(99) })))
    const opened = formOf(await driver.types(SAKURA, '/summary submit'))
    expect(opened.fields[1]?.choices).toHaveLength(25)
  })
})

const refusing = (view: ReturnType<typeof form>, isWrong: (values: FormValues) => boolean) => {
  return (interaction: Interaction): Reply => {
    if (interaction.kind !== 'submit') return { kind: 'form', form: view }
    if (!isWrong(interaction.values)) return toAsker(said('出しました'))
    const fields = view.fields.map(
      (field) => ({ ...field, initial: interaction.values[field.name] }) as FieldView,
    )
    return {
      kind: 'correct',
      form: { ...view, fields },
      faults: { fields: { b: '電話番号が書かれています' } },
    }
  }
}

describe('a refused form', () => {
  const hasPhone = ({ b }: FormValues) => String(b).includes('090')

  test('comes back with everything that was typed and the fault at its field', async () => {
    const { driver, heard } = await startScripted(refusing(form([longText('a'), longText('b')]), hasPhone))
    await driver.types(SAKURA, '/summary submit')
    const again = formOf(await driver.fills(SAKURA, { a: '朝の支度を **一緒に**', b: '090-0000-0000' }))
    expect(again.general).toContain('電話番号が書かれています')
    expect(again.fields).toMatchObject([
      { name: 'a', value: '朝の支度を **一緒に**' },
      { name: 'b', value: '090-0000-0000', fault: '電話番号が書かれています' },
    ])
    const done = messageOf(await driver.fills(SAKURA, { b: '電話で' }))
    expect(done.seen.text).toBe('出しました')
    expect(valuesIn(heard)).toEqual({ a: '朝の支度を **一緒に**', b: '電話で' })
  })

  test('leaves one message behind, which becomes the answer', async () => {
    const { driver, fake } = await startScripted(refusing(form([longText('a'), longText('b')]), hasPhone))
    await driver.types(SAKURA, '/summary submit')
    await driver.fills(SAKURA, { a: 'x', b: '090' })
    await driver.fills(SAKURA, { b: '090 again' })
    await driver.fills(SAKURA, { b: 'y' })
    expect(fake.messages).toHaveLength(1)
  })

  test('of several pages opens at the page with the fault only, and keeps the rest', async () => {
    const fields = ['b', 'c', 'd', 'e', 'f', 'g'].map((name) => longText(name))
    const { driver, heard } = await startScripted(refusing(form(fields), hasPhone))
    await driver.types(SAKURA, '/summary submit')
    const typed = Object.fromEntries(fields.map(({ name }) => [name, `${name}を書いた`]))
    const again = formOf(await driver.fills(SAKURA, { ...typed, b: '090' }))
    expect(again.fields.map(({ name }) => name)).toEqual(['b', 'c', 'd', 'e', 'f'])
    await driver.fills(SAKURA, { b: 'なおした' })
    expect(valuesIn(heard)).toEqual({ ...typed, b: 'なおした' })
  })

  test('is kept for its writer alone', async () => {
    const { driver, fake } = await startScripted(refusing(form([longText('a'), longText('b')]), hasPhone))
    await driver.types(SAKURA, '/summary submit')
    await driver.fills(SAKURA, { a: '秘密', b: '090' })
    const [message] = fake.messages
    const [button] = JSON.stringify(message?.components).match(/form:[\w-]+:0:here/) ?? []
    fake.interact({
      type: 3,
      user: '950000000000000009',
      channel: '1',
      message,
      data: { custom_id: button, component_type: 2 },
    })
    const told = await fake.until(() => fake.messages[1])
    expect(JSON.stringify(told)).not.toContain('秘密')
    expect(fake.modals.has('950000000000000009')).toBe(false)
  })

  test('that is no longer kept gives back what was typed, to be copied', async () => {
    const { fake } = await startScripted(refusing(form([longText('a')]), hasPhone))
    const input = { type: 4, id: 1, custom_id: 'text:a', value: '長い文章' }
    fake.interact({
      type: 5,
      user: SAKURA,
      channel: '930000000000000001',
      data: { custom_id: 'form:lost:0', components: [{ type: 18, id: 2, component: input }] },
    })
    const told = await fake.until(() => fake.messages[0])
    expect(told.onlyFor).toBe(SAKURA)
    expect(JSON.stringify(told.components)).toContain('長い文章')
  })
})
