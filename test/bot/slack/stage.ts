import { onTestFinished } from 'vitest'
import type { Card, Part } from '../../../src/bot/card.ts'
import type { FieldView, FormView } from '../../../src/bot/form.ts'
import type { CommandView, Dispatch, Interaction, Reply } from '../../../src/bot/port.ts'
import { type SlackDriverOptions, startSlackDriver } from '../../support/slack-driver.ts'

export const MODES = ['http', 'socket'] as const
export const HALL = 'C0HALL'
export const PEOPLE = ['U0SORA', 'U0UMI']

const command = (id: string, ja: [string, string], opensForm: boolean): CommandView => {
  const [noun = '', verb = ''] = id.split('.')
  return {
    id,
    noun: { ja: ja[0], en: noun },
    verb: { ja: ja[1], en: verb },
    description: { ja: `${ja[0]}を${ja[1]}`, en: `${verb} ${noun}` },
    options: [],
    opensForm,
  }
}

export const COMMANDS = [
  command('case.list', ['ケース', '一覧'], false),
  command('case.register', ['ケース', '登録'], true),
]

/** Slack on loopback with the adapter, and a product that answers as the test says. */
export const stage = async (
  mode: 'http' | 'socket',
  answer: (interaction: Interaction) => Reply | Promise<Reply>,
  options: Partial<SlackDriverOptions> = {},
) => {
  const heard: Interaction[] = []
  const dispatch: Dispatch = async (interaction) => {
    heard.push(interaction)
    return answer(interaction)
  }
  const channels = [{ id: HALL, isPrivate: true, members: PEOPLE }]
  const slack = await startSlackDriver(mode)({
    dispatch,
    commands: COMMANDS,
    users: PEOPLE,
    channels,
    ...options,
  })
  onTestFinished(() => slack.driver.stop())
  return { ...slack, heard }
}

export const say = (text: string, ...parts: Part[]): Card => ({
  tag: 'test',
  summary: text,
  parts: [{ part: 'text', text }, ...parts],
})

export const toAsker = (card: Card): Reply => ({ kind: 'card', card, to: 'asker' })

export const button = (label: string, id: string): Part => ({
  part: 'buttons',
  buttons: [{ label, press: { command: id, options: { case: 'S-0142' } } }],
})

export const form = (fields: FieldView[], more: Partial<FormView> = {}): FormView => ({
  press: { command: 'case.register', options: { case: 'S-0142' } },
  title: 'ケースの登録',
  submit: '登録する',
  cancel: 'やめる',
  fields,
  ...more,
})

export const line = (name: string, label: string, initial?: string): FieldView => ({
  name,
  label,
  required: true,
  kind: 'short-text',
  maxLength: 100,
  ...(initial === undefined ? {} : { initial }),
})

/** A promise that the test settles. */
export const held = <Value>() => Promise.withResolvers<Value>()
