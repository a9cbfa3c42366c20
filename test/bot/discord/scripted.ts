import { onTestFinished } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { FieldView, FormView } from '../../../src/bot/form.ts'
import type { CommandView, Interaction, Reply } from '../../../src/bot/port.ts'
import { type DiscordDriverOptions, startDiscordDriver } from '../../support/discord-driver.ts'
import type { Driver } from '../../support/driver.ts'

export const MIDORI = '950000000000000001'
export const SAKURA = '950000000000000002'
export const RIKU = '950000000000000003'
export const CHANNEL = '960000000000000001'

const words = (ja: string, en: string) => ({ ja, en })

export const COMMANDS: readonly CommandView[] = [
  {
    id: 'case.show',
    noun: words('ケース', 'case'),
    verb: words('表示', 'show'),
    description: words('1つのケースを見ます', 'See one case'),
    opensForm: false,
    options: [
      {
        name: 'case',
        words: words('ケース', 'case'),
        description: words('ケース番号', 'Case code'),
        required: true,
        suggests: true,
      },
      {
        name: 'length',
        words: words('長さ', 'length'),
        description: words('どこまで見るか', 'How much'),
        required: false,
        suggests: false,
        choices: [
          { value: 'short', words: words('短い', 'short') },
          { value: 'full', words: words('全部', 'full') },
        ],
      },
    ],
  },
  {
    id: 'summary.submit',
    noun: words('概要', 'summary'),
    verb: words('提出', 'submit'),
    description: words('ケース概要を出します', 'Submit a summary'),
    opensForm: true,
    options: [],
  },
]

export const said = (text: string, more: Card['parts'] = []): Card => ({
  tag: 'said',
  summary: text,
  parts: [{ part: 'text', text }, ...more],
})
export const toAsker = (card: Card): Reply => ({ kind: 'card', card, to: 'asker' })

export const buttons = (...labels: string[]): Card['parts'] => [
  {
    part: 'buttons',
    buttons: labels.map((label) => ({ label, press: { command: 'case.show', options: { case: label } } })),
  },
]

export const form = (fields: FieldView[], more: Partial<FormView> = {}): FormView => ({
  press: { command: 'summary.submit', options: { case: 'S-0142' } },
  title: 'ケース概要',
  submit: '出す',
  cancel: 'やめる',
  fields,
  ...more,
})

export const longText = (name: string, initial?: string): FieldView => ({
  name,
  label: `ラベル${name}`,
  required: true,
  kind: 'long-text',
  maxLength: 600,
  ...(initial === undefined ? {} : { initial }),
})

type Script = (interaction: Interaction) => Reply | Promise<Reply>

/** The adapter on a fake Discord, with a dispatch that answers as the test says. Closed after the test. */
export const startScripted = async (script: Script, more: Partial<DiscordDriverOptions> = {}) => {
  const heard: Interaction[] = []
  const started = await startDiscordDriver({
    commands: COMMANDS,
    users: [MIDORI, SAKURA, RIKU],
    channels: [{ id: CHANNEL, isPrivate: true, members: [MIDORI, SAKURA] }],
    ...more,
    dispatch: async (interaction) => {
      heard.push(interaction)
      return script(interaction)
    },
  })
  onTestFinished(started.driver.stop)
  return { ...started, heard }
}

export const messageOf = (answer: Awaited<ReturnType<Driver['types']>>) => {
  if (answer.kind !== 'message') throw new Error(`a message was expected: ${JSON.stringify(answer)}`)
  return answer
}
export const formOf = (answer: Awaited<ReturnType<Driver['types']>>) => {
  if (answer.kind !== 'form') throw new Error(`a form was expected: ${JSON.stringify(answer)}`)
  return answer
}
/** A promise that the test settles. */
export const held = <Value>() => Promise.withResolvers<Value>()
