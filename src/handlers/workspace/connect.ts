import { refusalCard } from '../../cards/answer.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { shortText } from '../legacy/field.ts'
import { codeOption } from './code-option.ts'

/**
 * `/tsunagi connect [code]`: connects a workspace that is in no region, and makes its asker known there. Strangers are
 * answered before any command runs (`stranger.ts`); here is what somebody hears whose workspace is connected.
 */
export const connectWorkspace = command({
  id: 'tsunagi.connect',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.connect.verb,
    description: (t) => t.commands.tsunagi.connect.description,
  },
  permission: 'account.own',
  options: { code: codeOption },
  form: {
    title: (t) => t.connecting.form.title,
    submit: (t) => t.connecting.form.submit,
    fields: { code: shortText({ words: (t) => t.connecting.form.code, maxLength: 40 }) },
  },
  run: async (call) => connectedAlready(call),
  submit: async (call) => connectedAlready(call),
})

const connectedAlready = ({ region, text }: BaseCall): Outcome => {
  const words = text.connecting
  const heading = words.alreadyConnected(region.name)
  return { kind: 'refuse', card: refusalCard('connecting.already', heading, words.alreadyNext) }
}
