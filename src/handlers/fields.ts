import { z } from 'zod'
import { readDate, readMonth } from '../domain/calendar/read-date.ts'
import { readTime } from '../domain/calendar/read-time.ts'
import type { Catalogue } from '../text/catalogue.ts'

/**
 * A form's field: how it is typed and what is accepted. Its words stand in the catalogue under its command and name.
 * The schema's input is what adapters pass on.
 */
export type Field<Value = unknown> = {
  kind: 'short-text' | 'long-text' | 'choice' | 'choices' | 'date'
  required: boolean
  maxLength: number
  /** Read out in a meeting: its hint tells the speaking time too. */
  spoken?: boolean
  /** Shown only under a label that is given when the form is opened, and filled in then. */
  lateLabel?: true
  /** Asks for a colleague's name: its own schema says what may stand there, not the privacy guard. */
  namesColleague?: boolean
  schema: z.ZodType<Value>
  /** Only of a field that a region's file adds: the catalogue cannot know it. */
  words?: (text: Catalogue) => FieldWords
  /** Fixed choices; where absent, a `choice` gets them when the form is opened. */
  choices?: (text: Catalogue) => { value: string; label: string }[]
}
export type FieldWords = { label: string; hint?: string; placeholder?: string }

/** The values of a form's fields, by their names. */
export type FieldValues<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends { schema: z.ZodType<infer Value> } ? Value : never
}

type TextField = {
  (options: { maxLength: number }): Field<string>
  <Value>(options: { maxLength: number; schema: z.ZodType<Value> }): Field<Value>
}

const textField =
  (kind: 'short-text' | 'long-text'): TextField =>
  <Value>({ maxLength, schema }: { maxLength: number; schema?: z.ZodType<Value> }): Field<Value> => ({
    kind,
    required: true,
    maxLength,
    schema: schema ?? (textUpTo(maxLength) as unknown as z.ZodType<Value>),
  })

export const shortText: TextField = textField('short-text')
/** Several lines that are copied or noted, not read out. */
export const lines: TextField = textField('long-text')

export const longText = ({ maxLength }: { maxLength: number }): Field<string> => ({
  kind: 'long-text',
  required: true,
  spoken: true,
  maxLength,
  schema: textUpTo(maxLength),
})

/** The same field, which may be left blank: its value is undefined then. */
export const optional = <Value>(field: Field<Value>): Field<Value | undefined> => ({
  ...field,
  required: false,
  schema: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
    field.schema.optional(),
  ),
})

/** The same field without a label of its own: `open` gives it one, or it is not shown. */
export const labelledLate = <Value>(field: Field<Value>): Field<Value> & { lateLabel: true } => ({
  ...field,
  lateLabel: true,
})

/** The same field where a colleague's name may be written. */
export const ofColleague = <Value>(field: Field<Value>): Field<Value> => ({ ...field, namesColleague: true })

/** A whole number as people type it, in digits of either width. */
export const wholeNumber = ({ min, max }: { min: number; max: number }): Field<number> =>
  shortText({
    maxLength: 6,
    schema: z
      .string()
      .transform((typed) => typed.normalize('NFKC').trim())
      .pipe(z.string().regex(/^\d+$/, 'whole-number'))
      .transform(Number)
      .pipe(z.int('whole-number').min(min, 'whole-number').max(max, 'whole-number')),
  })

type Fixed<Value extends string> = {
  values: readonly Value[]
  labels: (text: Catalogue) => Record<Value, string>
}

/** One of fixed values, or of those that `open` offers. */
export const choice = <Value extends string = string>(fixed?: Fixed<Value>): Field<Value> => ({
  kind: 'choice',
  required: true,
  maxLength: 100,
  schema: (fixed ? z.enum(fixed.values) : z.string().min(1)) as unknown as z.ZodType<Value>,
  choices: fixed && labelled(fixed),
})

/** Any number of choices, fixed or given when the form is opened; may stay empty. */
export const choices = <Value extends string = string>(fixed?: Fixed<Value>): Field<Value[]> => ({
  kind: 'choices',
  required: false,
  maxLength: 100,
  schema: z.preprocess(
    (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
    z.array(fixed ? z.enum(fixed.values) : z.string().min(1)),
  ) as unknown as z.ZodType<Value[]>,
  choices: fixed && labelled(fixed),
})

const labelled =
  <Value extends string>({ values, labels }: Fixed<Value>) =>
  (text: Catalogue) =>
    values.map((value) => ({ value, label: labels(text)[value] }))

/** A date as people in Japan write it, or as a date picker gives it. */
export const dateText = z.string().transform((typed, ctx): Temporal.PlainDate => {
  const read = readDate(typed)
  if (read.ok) return read.value
  ctx.addIssue({ code: 'custom', message: 'date' })
  return z.NEVER
})

/** A month: `R8.9`, `2026-09`, `令和8年9月`. */
export const monthText = z.string().transform((typed, ctx): Temporal.PlainYearMonth => {
  const read = readMonth(typed)
  if (read.ok) return read.value
  ctx.addIssue({ code: 'custom', message: 'month' })
  return z.NEVER
})

/** A time of day: `14:00`, `午後2時`. */
export const timeText = z.string().transform((typed, ctx): Temporal.PlainTime => {
  const read = readTime(typed)
  if (read) return read
  ctx.addIssue({ code: 'custom', message: 'time' })
  return z.NEVER
})

export const date = (): Field<Temporal.PlainDate> => ({
  kind: 'date',
  required: true,
  maxLength: 20,
  schema: dateText,
})

const textUpTo = (maxLength: number): z.ZodType<string> =>
  z
    .string()
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1).max(maxLength))
