import { z } from 'zod'

declare const declared: unique symbol

/** Branded name of a declared kind: a plain string does not compile in its place. */
export type DeclaredName = string & { readonly [declared]: true }

/** Branded kind and subject of a row. Only a declared kind makes one, so none is written by hand. */
export type About = { kind: DeclaredName; subject: string }

/** A reminder to be planned. `key` is its purpose and deduplicates it: one purpose exists once. */
export type NewReminder = About & { key: string; dueAt: Temporal.Instant }

/** What a kind's rows hold: each field is a string there, the last may be a list of them. */
type Fields = Record<string, z.ZodType<unknown, string> | z.ZodType<unknown, string[]>>
type PayloadOf<Shape extends Fields> = z.output<z.ZodObject<Shape>>

/** A kind of row: its name, what it is about, and under which purpose it is planned. */
export type NoticeKind<Kind extends string, Payload> = {
  kind: Kind
  /** Parses what a row says. Throws on a subject that no version of this kind wrote. */
  read(subject: string): Payload
  about(payload: Payload): About
  /** The idempotency key. `occasion` tells apart what may come more than once. */
  key(payload: Payload, occasion?: string): string
  /** The reminder to plan for an instant. */
  due(payload: Payload, dueAt: Temporal.Instant, occasion?: string): NewReminder
}

type Written<Payload> = {
  /** Between the fields, where it is no space. */
  separator?: string
  /** The purpose, where it is not the subject as written. */
  purpose?: (payload: Payload) => string
}

/**
 * Declares a kind of row and its payload. The subject is the fields' values in their order: rows of every version
 * are read by the same codec, so a field is never renamed in its place, and new ones come last.
 */
export const noticeKind = <Kind extends string, Shape extends Fields>(
  kind: Kind,
  shape: Shape,
  { separator = ' ', purpose }: Written<PayloadOf<Shape>> = {},
): NoticeKind<Kind, PayloadOf<Shape>> => {
  const schema = z.object(shape)
  const names = Object.keys(shape)
  const write = (payload: PayloadOf<Shape>): string => {
    const written: Record<string, unknown> = z.encode(schema, payload)
    return names.flatMap((name) => written[name]).join(separator)
  }
  const key = (payload: PayloadOf<Shape>, occasion?: string): string =>
    [kind, purpose ? purpose(payload) : write(payload), ...(occasion === undefined ? [] : [occasion])].join(
      ':',
    )
  const about = (payload: PayloadOf<Shape>): About => ({
    kind: kind as string as DeclaredName,
    subject: write(payload),
  })
  return {
    kind,
    read: (subject) => schema.parse(fieldsOf(subject.split(separator), shape, separator)),
    about,
    key,
    due: (payload, dueAt, occasion) => ({ ...about(payload), key: key(payload, occasion), dueAt }),
  }
}

/** Splits a subject into its fields; the last one takes what is left. */
const fieldsOf = (parts: readonly string[], shape: Fields, separator: string): Record<string, unknown> => {
  const fields = Object.entries(shape)
  return Object.fromEntries(
    fields.map(([name, field], at) => {
      if (at < fields.length - 1) return [name, parts[at]]
      const rest = parts.slice(at)
      return [name, field instanceof z.ZodArray ? rest : rest.length > 0 ? rest.join(separator) : undefined]
    }),
  )
}

const written = <Value extends { toString(): string }>(read: (text: string) => Value) =>
  z.codec(z.string(), z.custom<Value>(), {
    decode: (text, context) => {
      try {
        return read(text)
      } catch (error) {
        context.issues.push({ code: 'custom', message: String(error), input: text })
        return z.NEVER
      }
    },
    encode: String,
  })

/** The fields that payloads are made of. */
export const id = z.string().min(1)
export const day = written((text) => Temporal.PlainDate.from(text))
export const month = written((text) => Temporal.PlainYearMonth.from(text))
export const instant = written((text) => Temporal.Instant.from(text))
export const wholeNumber = z.codec(z.string().regex(/^\d+$/), z.number().int(), {
  decode: Number,
  encode: String,
})
