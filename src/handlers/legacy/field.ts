import type { z } from 'zod'
import type { Catalogue } from '../../text/catalogue.ts'
import * as fields from '../fields.ts'

/** Fields that bring their words along: of commands that are not yet converted. */

export type Field<Value = unknown> = fields.Field<Value>
type Worded<Options> = Options & { words: (text: Catalogue) => fields.FieldWords }
type Schemed<Value> = { maxLength: number; schema: z.ZodType<Value> }
type Text<Value> = Worded<{ maxLength: number; schema?: z.ZodType<Value> }>

export const { optional } = fields

export const shortText = <Value = string>({ words, ...options }: Text<Value>): Field<Value> => ({
  ...(fields.shortText(options as Schemed<Value>) as Field<Value>),
  words,
})
export const longText = ({ words, ...options }: Worded<{ maxLength: number }>): Field<string> => ({
  ...fields.longText(options),
  words,
})
export const lines = <Value = string>({ words, ...options }: Text<Value>): Field<Value> => ({
  ...(fields.lines(options as Schemed<Value>) as Field<Value>),
  words,
})
export const wholeNumber = ({ words, ...options }: Worded<{ min: number; max: number }>): Field<number> => ({
  ...fields.wholeNumber(options),
  words,
})

type Fixed<Value extends string> = Worded<{
  values?: readonly Value[]
  labels?: (text: Catalogue) => Record<Value, string>
}>

export const choice = <Value extends string>({ words, values, labels }: Fixed<Value>): Field<Value> => ({
  ...fields.choice(values && labels && { values, labels }),
  words,
})
export const choices = <Value extends string>({ words, values, labels }: Fixed<Value>): Field<Value[]> => ({
  ...fields.choices(values && labels && { values, labels }),
  words,
})
export const date = <Value>({ words, schema }: Worded<{ schema: z.ZodType<Value> }>): Field<Value> => ({
  ...fields.date(),
  schema,
  words,
})
