import type { z } from 'zod'
import type { Card, Choice } from '../bot/card.ts'
import type { FormFaults } from '../bot/form.ts'
import type { Account, Attachment, CommandView, Language } from '../bot/port.ts'
import type { Asker, Permission } from '../domain/member/permission.ts'
import type { NameGuard } from '../domain/privacy/names/name-guard.ts'
import type { Region } from '../domain/region/region.ts'
import type { Scope } from '../store/engine/database.ts'
import type { Catalogue, Label } from '../text/catalogue.ts'
import type { Field } from './field.ts'

/** One value a command takes on its line or from a button. */
export type Option<Value = unknown> = {
  schema: z.ZodType<Value>
  required: boolean
  /** Carried by buttons only: an id that nobody types. */
  hidden?: true
  words: (text: Catalogue) => { name: string; description: string }
  /** Proposals while the person types. They are what the asker may see, and no more. */
  suggest?: (call: BaseCall, typed: string) => Promise<Choice[]>
}

/** What every handler is given: who asks, where, when, and a transaction inside their region. */
export type BaseCall = {
  asker: Asker
  region: Region
  scope: Scope
  /** By which account, and in which of the platform's channels, as far as it says. */
  account: Account
  channel?: string
  now: Temporal.Instant
  /** The day it is in the region. */
  today: Temporal.PlainDate
  language: Language
  text: Catalogue
  /** Finds names of persons in what people write; the roster's own pass. */
  names: NameGuard
  /** Where this bot is reached from outside, without a slash at its end. */
  publicUrl: string
  /** The practice workspace, where one is served; not from within it. */
  practiceUrl: string | undefined
  /** The commands that the asker may use. */
  usable: readonly CommandView[]
  /** Puts a read or change of case content into the audit log. */
  note(access: 'read' | 'change', subjectKind: string, subjectId: string): void
}

type Values<Parts> = { [Name in keyof Parts]: Parts[Name] extends { schema: z.ZodType<infer V> } ? V : never }

export type Call<Options> = BaseCall & { options: Options }

export type Outcome =
  | { kind: 'say'; card: Card; to?: 'asker' | 'channel'; files?: readonly Attachment[] }
  /** Takes the place of the message whose button was pressed. */
  | { kind: 'replace'; card: Card }
  | { kind: 'ask'; open: OpenForm }
  | { kind: 'correct'; faults: FormFaults }
  /** Nothing was changed. The card says why, and what can be done. */
  | { kind: 'refuse'; card: Card }

/** What is known when a form is opened. `options` come back with it. */
export type OpenForm = {
  options?: Record<string, string>
  intro?: string
  initial?: Record<string, string | readonly string[] | undefined>
  choices?: Record<string, Choice[]>
  /** Of fields whose label is known only now (`lateLabel`); those without one are not shown. */
  labels?: Record<string, string>
}

export type Form<Fields> = {
  title: Label
  submit: Label
  fields: Fields
  /** Fields that the region's file adds, after or in place of these: all short or long texts. */
  ofRegion?: (region: Region) => Record<string, Field<string>>
}

type Fields = Record<string, Field>
type Options = Record<string, Option>

/**
 * The command's places in the platform's own menus, with the names there. On a message it opens the form with the
 * message's text in the field `takes`.
 */
export type Shortcut = { global?: Label; message?: { name: Label; takes: string } }

/** A command as the registry keeps it: its options and fields are parsed before `run` and `submit` see them. */
export type Command = {
  /** `noun.verb`; the noun is also the ASCII slash command. */
  id: string
  words: { noun: Label; verb: Label; description: Label }
  /** Reached by buttons only: no slash command, no line in the help. */
  hidden: boolean
  permission: Permission
  shortcut?: Shortcut
  options: Options
  form?: Form<Fields>
  run(call: Call<never>): Promise<Outcome>
  submit?(call: Call<never> & { values: never }): Promise<Outcome>
}

/** Declares a command once; parser, registrations, completion and help are made from it. */
export const command = <O extends Options, F extends Fields = never>(declaration: {
  id: string
  words: { noun: Label; verb: Label; description: Label }
  hidden?: boolean
  permission: Permission
  shortcut?: Shortcut
  options: O
  form?: Form<F>
  run(call: Call<Values<O>>): Promise<Outcome>
  submit?(call: Call<Values<O>> & { values: Values<F> }): Promise<Outcome>
}): Command => ({ hidden: false, ...declaration })
