import { z } from 'zod'

/** What the nouns of a region file are made of. */

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(40)
  .meta({ docs: 'slug' })

export const name = z.string().trim().min(1).max(80)

export const date = z.codec(z.iso.date(), z.instanceof(Temporal.PlainDate), {
  decode: (typed) => Temporal.PlainDate.from(typed),
  encode: (value) => value.toString(),
})

export const time = z.codec(z.string().regex(/^\d{2}:\d{2}$/), z.instanceof(Temporal.PlainTime), {
  decode: (typed, ctx) => {
    try {
      return Temporal.PlainTime.from(typed)
    } catch {
      ctx.issues.push({ code: 'custom', input: typed, message: 'time' })
      return z.NEVER
    }
  },
  encode: (value) => value.toString({ smallestUnit: 'minute' }),
})
