import type { Card } from '../../bot/card.ts'
import type { FormFaults } from '../../bot/form.ts'
import type { Attachment } from '../../bot/port.ts'
import type { Permission } from '../../domain/member/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Catalogue, Label } from '../../text/catalogue.ts'
import { type Answer, Refused, replace, say, toChannel } from '../answer.ts'
import type { Option as OptionOf } from '../arguments.ts'
import type { Call as BaseCall, Command, OpenForm } from '../command.ts'
import type { Field, FieldValues } from '../fields.ts'

/** Commands that are not yet converted: their words are named here, and their refusals are returned. */

export type { Call as BaseCall, Command } from '../command.ts'

export type Option<Value = unknown> = OptionOf<Value> & {
  words: (text: Catalogue) => { name: string; description: string }
}

type Values<Parts> = FieldValues<Parts>

export type Call<Options> = BaseCall & { options: Options }

export type Outcome =
  | { kind: 'say'; card: Card; to?: 'asker' | 'channel'; files?: readonly Attachment[] }
  | { kind: 'replace'; card: Card }
  | { kind: 'ask'; open: OpenForm }
  | { kind: 'correct'; faults: FormFaults }
  | { kind: 'refuse'; card: Card }

type Form<Fields> = {
  title: Label
  submit: Label
  fields: Fields
  ofRegion?: (region: Region) => Record<string, Field<string>>
}

type Fields = Record<string, Field>
type Options = Record<string, Option>
type Shortcut = { global?: Label; message?: { name: Label; takes: string } }

export type Declared = {
  id: string
  words: { noun: Label; verb: Label; description: Label }
  shortcut?: Shortcut
}

export const command = <O extends Options, F extends Fields = never>(
  declaration: Declared & {
    hidden?: boolean
    permission: Permission
    options: O
    form?: Form<F>
    run(call: Call<Values<O>>): Promise<Outcome>
    submit?(call: Call<Values<O>> & { values: Values<F> }): Promise<Outcome>
  },
): Command => {
  const { id, words, hidden = false, permission, shortcut, options, form, run, submit } = declaration
  const optionsOf = (args: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) as Values<O>
  return {
    id,
    words: (text) => ({
      noun: words.noun(text),
      verb: words.verb(text),
      description: words.description(text),
      menu: shortcut && { global: shortcut.global?.(text), message: shortcut.message?.name(text) },
      form: form && { title: form.title(text), submit: form.submit(text), fields: {} },
      arguments: Object.fromEntries(Object.entries(options).map(([name, one]) => [name, one.words(text)])),
    }),
    hidden,
    permission,
    shortcut: shortcut && { global: shortcut.global !== undefined, message: shortcut.message },
    options,
    args: options,
    form,
    run: async (call: BaseCall & { args: Record<string, unknown> }) =>
      answerOf(await run({ ...call, options: optionsOf(call.args) })),
    submit:
      submit &&
      (async (
        call: BaseCall & {
          args: Record<string, unknown>
          values: Record<string, unknown>
          ofRegion: Record<string, string>
        },
      ) =>
        answerOf(
          await submit({
            ...call,
            options: optionsOf(call.args),
            values: { ...call.values, ...call.ofRegion } as Values<F>,
          }),
        ) as Answer),
  }
}

const answerOf = (outcome: Outcome): Answer | OpenForm => {
  switch (outcome.kind) {
    case 'say':
      return (outcome.to === 'channel' ? toChannel : say)(outcome.card, outcome.files)
    case 'replace':
      return replace(outcome.card)
    case 'ask':
      return outcome.open
    case 'refuse':
      throw new Refused({ card: outcome.card })
    case 'correct':
      throw new Refused({ faults: outcome.faults })
    default:
      return outcome satisfies never
  }
}
