import { z } from 'zod'
import type { Catalogue } from '../text/catalogue.ts'

/** A form's field: how it is typed, what is accepted, and its words. The schema's input is what adapters pass on. */
export type Field<Value = unknown> = {
  kind: 'short-text' | 'long-text' | 'choice' | 'choices' | 'date'
  required: boolean
  maxLength: number
  /** Read out in a meeting: its length is told as speaking time too. */
  spoken?: boolean
  /** Shown only under a label that is given when the form is opened, and filled in then. */
  lateLabel?: true
  /** Asks for a colleague's name: its own schema says what may stand there, not the privacy guard. */
  namesColleague?: boolean
  schema: z.ZodType<Value>
  words: (text: Catalogue) => FieldWords
  /** Fixed choices; where absent, a `choice` gets them when the form is opened. */
  choices?: (text: Catalogue) => { value: string; label: string }[]
}
type FieldWords = { label: string; hint?: string; placeholder?: string }

type Words = (text: Catalogue) => FieldWords

export const shortText = <Value = string>(options: {
  words: Words
  maxLength: number
  schema?: z.ZodType<Value>
}): Field<Value> => ({
  kind: 'short-text',
  required: true,
  maxLength: options.maxLength,
  schema: options.schema ?? (textUpTo(options.maxLength) as unknown as z.ZodType<Value>),
  words: options.words,
})

export const longText = (options: { words: Words; maxLength: number }): Field<string> => ({
  kind: 'long-text',
  required: true,
  spoken: true,
  maxLength: options.maxLength,
  schema: textUpTo(options.maxLength),
  words: options.words,
})

/** Several lines that are copied or noted, not read out. */
export const lines = <Value = string>(options: {
  words: Words
  maxLength: number
  schema?: z.ZodType<Value>
}): Field<Value> => ({ ...shortText(options), kind: 'long-text' })

/** The same field, which may be left blank: its value is undefined then. */
export const optional = <Value>(field: Field<Value>): Field<Value | undefined> => ({
  ...field,
  required: false,
  schema: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
    field.schema.optional(),
  ),
})

/** A whole number as people type it, in digits of either width. */
export const wholeNumber = (options: { words: Words; min: number; max: number }): Field<number> =>
  shortText({
    words: options.words,
    maxLength: 6,
    schema: z
      .string()
      .transform((typed) => typed.normalize('NFKC').trim())
      .pipe(z.string().regex(/^\d+$/, 'whole-number'))
      .transform(Number)
      .pipe(z.int('whole-number').min(options.min, 'whole-number').max(options.max, 'whole-number')),
  })

export const choice = <Value extends string>(options: {
  words: Words
  values?: readonly Value[]
  labels?: (text: Catalogue) => Record<Value, string>
}): Field<Value> => {
  const { values, labels } = options
  return {
    kind: 'choice',
    required: true,
    maxLength: 100,
    schema: (values ? z.enum(values) : z.string().min(1)) as unknown as z.ZodType<Value>,
    words: options.words,
    ...(values && labels
      ? { choices: (text) => values.map((value) => ({ value, label: labels(text)[value] })) }
      : {}),
  }
}

/** Any number of choices, fixed or given when the form is opened; none is as good. */
export const choices = <Value extends string>(options: {
  words: Words
  values?: readonly Value[]
  labels?: (text: Catalogue) => Record<Value, string>
}): Field<Value[]> => {
  const { values, labels } = options
  return {
    kind: 'choices',
    required: false,
    maxLength: 100,
    schema: z.preprocess(
      (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
      z.array(values ? z.enum(values) : z.string().min(1)),
    ) as unknown as z.ZodType<Value[]>,
    words: options.words,
    ...(values && labels
      ? { choices: (text: Catalogue) => values.map((value) => ({ value, label: labels(text)[value] })) }
      : {}),
  }
}

export const date = <Value>(options: { words: Words; schema: z.ZodType<Value> }): Field<Value> => ({
  kind: 'date',
  required: true,
  maxLength: 20,
  schema: options.schema,
  words: options.words,
})

const textUpTo = (maxLength: number): z.ZodType<string> =>
  z
    .string()
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1).max(maxLength))
