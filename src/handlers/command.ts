import { z } from 'zod'
import type { Choice } from '../bot/card.ts'
import type { Permission } from '../domain/member/permission.ts'
import type { Region } from '../domain/region/region.ts'
import type { Catalogue } from '../text/catalogue.ts'
import type { Answer, Refused } from './answer.ts'
import { type Argument, type ArgumentValues, carried, type Option } from './arguments.ts'
import type { Call } from './call.ts'
import type { Field, FieldValues } from './fields.ts'
import { type CommandId, type CommandWords, type FieldNames, type SpokenWords, wordsOf } from './words.ts'

/** A call with its arguments: found, and permitted to the asker, at this step as at every other. */
type CallOf<Id extends CommandId, Args> = Call & {
  args: ArgumentValues<Args>
  /** The command's own words: `text.commands.<noun>.<verb>`. */
  words: CommandWords<Id>
  /**
   * Resolves the arguments again after a compare-and-set failed: throws the refusal by which somebody else's change in
   * between forbids it now.
   */
  recheck(): Promise<void>
}

/** What is known when a form is opened. */
export type OpenForm = {
  intro?: string | undefined
  initial?: Record<string, string | readonly string[] | undefined>
  choices?: Record<string, Choice[]>
  /** Of fields that are `labelledLate`; those without a label are not shown. */
  labels?: Record<string, string>
}

/** Compare-and-set: refuses what was decided on a version that is no longer the present one. */
type Guard<Seen> = {
  /** The version, which the form carries, or the card's button as its option `seen`. */
  version(call: Seen): string | number | undefined
  /** The refusal where the version differs: `formFault(…)` of a form, `refuse(…)` of a button. */
  changed(call: Seen): Refused
}

type Promised<Value> = Value | Promise<Value>

type Declared<Id extends CommandId, Args> = {
  permission: Permission
  /** Reached by buttons only: no slash command, no line in the help. */
  hidden?: boolean
  /**
   * Takes codes out by itself, as a body or a follow-up discloses them to the asker. Else no code is shown to somebody
   * who is not to know it.
   */
  discloses?: true
  args?: Args
  seen?: Guard<CallOf<Id, Args>>
}

/**
 * Adds the command to the platform's menus, under the names in `menu`. On a message it opens the form with the
 * message's text in the field `takes`.
 */
type InMenu<Words, Takes> = Words extends { menu: infer Menu }
  ? { shortcut: { [Place in keyof Menu]: Place extends 'message' ? { takes: Takes } : true } }
  : { shortcut?: never }

type AtOnce<Id extends CommandId, Args> = {
  run(call: CallOf<Id, Args>): Promised<Answer>
  form?: never
}

/** A form has a field for each of its words, and words for each of its fields. */
type ByForm<Id extends CommandId, Args, Fields, OfRegion extends string> = {
  form: Fields & { [Name in FieldNames<Id>]: Field } & {
    [Name in Exclude<WordedByCatalogue<Fields>, FieldNames<Id>>]: never
  }
  /** Fields that the region's file adds: all short or long texts, with their own words. */
  fieldsOfRegion?(region: Region): Record<OfRegion, Field<string> & { words: object }>
  /** An `Answer` where there is nothing to fill in. */
  open(call: CallOf<Id, Args>): Promised<OpenForm | Answer>
  submit(
    call: CallOf<Id, Args> & {
      values: FieldValues<Fields>
      /** What was written in fields that the region's file adds. */
      ofRegion: Record<string, string>
    },
  ): Promised<Answer>
}

type WordedByCatalogue<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends { lateLabel: true } ? never : Name
}[keyof Fields]

type Declaration<Id extends CommandId, Args, Fields, OfRegion extends string> = Declared<Id, Args> &
  InMenu<CommandWords<Id>, keyof Fields | OfRegion> &
  ([CommandWords<Id>] extends [{ form: object }] ? ByForm<Id, Args, Fields, OfRegion> : AtOnce<Id, Args>)

type Shape = Record<string, Argument | Option>

/** A command as the registry keeps it. */
export type Command = {
  /** `noun.verb`; the noun is also the ASCII slash command. */
  id: string
  words(text: Catalogue): SpokenWords
  hidden: boolean
  discloses: boolean
  permission: Permission
  shortcut?: { global?: boolean; message?: { takes: string } } | undefined
  /** By the names a line or a button gives them. */
  options: Record<string, Option>
  args: Shape
  form?: FormOf | undefined
  seen?: Guard<never> | undefined
  /** Answers, or says how the form opens. */
  run(call: never): Promised<OpenForm | Answer>
  submit?: ((call: never) => Promised<Answer>) | undefined
}

export type FormOf = {
  fields: Record<string, Field>
  ofRegion?: ((region: Region) => Record<string, Field<string>>) | undefined
}

/**
 * Declares a command once; parser, registrations, completion and help are made from it. Its words, and its form's,
 * stand in the catalogue under its id.
 */
export const command = <
  Id extends CommandId,
  const Args extends Shape = Record<never, never>,
  Fields extends Record<string, Field> = Record<never, never>,
  OfRegion extends string = never,
>(
  id: Id,
  declared: Declaration<Id, Args, Fields, OfRegion>,
): Command => {
  const {
    permission,
    hidden = false,
    discloses = false,
    args = {},
    seen,
    shortcut,
  } = declared as unknown as Loose
  const words = wordsOf(id)
  const about = {
    id,
    words,
    hidden,
    discloses,
    permission,
    shortcut,
    args,
    options: optionsOf(args, seen),
    seen,
  }
  if (!('submit' in declared)) return { ...about, run: (declared as unknown as Loose).run }
  const { form, fieldsOfRegion, open, submit } = declared as unknown as Loose
  return { ...about, form: { fields: form, ofRegion: fieldsOfRegion }, run: open, submit }
}

type Loose = Pick<Command, 'permission' | 'seen' | 'shortcut' | 'run'> &
  Partial<Pick<Command, 'hidden' | 'discloses' | 'args'>> & {
    form: FormOf['fields']
    fieldsOfRegion?: FormOf['ofRegion']
    open: Command['run']
    submit: NonNullable<Command['submit']>
  }

/** The version seen. Versions are shorter than 40 characters; a button has room for 84 in all. */
const versionSeen = carried(z.string().max(40))

/** What a line, a button or a form may give a command. */
const optionsOf = (args: Shape, seen: Command['seen']): Record<string, Option> => ({
  ...Object.assign(
    {},
    ...Object.entries(args).map(([name, one]) => ('resolve' in one ? one.options(name) : { [name]: one })),
  ),
  ...(seen && { seen: versionSeen }),
})
