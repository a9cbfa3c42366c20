import { z } from 'zod'
import { LEAPS } from './protocol.ts'

const LINE_LIMIT = 4_000
const VALUE_LIMIT = 20_000

const press = z.object({
  command: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  options: z.record(z.string().max(100), z.string().max(1_000)),
})
const value = z.string().max(VALUE_LIMIT)
const typed = z.record(z.string().max(100), z.union([value, z.array(value).max(100)]))
/** Idempotency key, made by the page once for each thing a person does: a retry carries the same one. */
const event = z.string().regex(/^[0-9a-f-]{16,64}$/)
const conversation = z.templateLiteral([z.enum(['channel', 'direct']), ':', z.string().min(1).max(200)])
const language = z.enum(['ja', 'en'])

const common = { event, conversation, language }

export const interactRequest = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('words'), words: z.string().max(LINE_LIMIT) }),
  z.object({
    ...common,
    kind: z.literal('run'),
    press,
    /** The message whose button it was; absent for an answer that only the asker sees. */
    message: z.string().max(100).optional(),
  }),
  z.object({
    ...common,
    kind: z.literal('submit'),
    press,
    values: typed,
  }),
  z.object({ ...common, kind: z.literal('keep'), press, values: typed }),
  z.object({ ...common, kind: z.literal('home') }),
  z.object({
    ...common,
    kind: z.literal('suggest'),
    press,
    option: z.string().max(100),
    typed: z.string().max(LINE_LIMIT),
  }),
])
export type InteractRequest = z.infer<typeof interactRequest>

export const sayRequest = z.object({
  event,
  conversation,
  text: z.string().trim().min(1).max(LINE_LIMIT),
  threadOf: z.string().max(100).optional(),
})
export type SayRequest = z.infer<typeof sayRequest>

export const readRequest = z.object({ conversation, sequence: z.int().nonnegative() })
export const advanceRequest = z.object({ event, to: z.enum(LEAPS) })

export const pageQuery = z.object({ conversation, before: z.coerce.number().int().positive().optional() })
export const startQuery = z.object({ language })
export const liveQuery = z.object({ since: z.coerce.number().int().nonnegative() })
