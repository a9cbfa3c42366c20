import type { Choice } from './card.ts'
import type { Press } from './press.ts'

/** A form opened for one person: declared fields with their words in that person's language and what is filled in. */
export type FormView = {
  /** The command that receives it, with the options it was opened for. */
  press: Press
  title: string
  submit: string
  cancel: string
  /** Shown above the fields. */
  intro?: string
  fields: FieldView[]
}

export type FieldView = {
  name: string
  label: string
  hint?: string
  placeholder?: string
  required: boolean
} & (
  | { kind: 'short-text'; maxLength: number; initial?: string }
  | { kind: 'long-text'; maxLength: number; initial?: string }
  | { kind: 'choice'; choices: Choice[]; initial?: string }
  | { kind: 'choices'; choices: Choice[]; initial?: string[] }
  /** ISO date. A platform without a date picker shows a line of text and passes on what was typed. */
  | { kind: 'date'; initial?: string }
)

/** As typed, by field name. Absent or empty: left blank. */
export type FormValues = Record<string, string | string[]>

/** Why a form was not taken, by field name; `general` where no one field is at fault. */
export type FormFaults = { general?: string; fields: Record<string, string> }
