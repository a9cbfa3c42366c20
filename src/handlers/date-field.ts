import { z } from 'zod'
import { readDate } from '../domain/date-text/read-date.ts'

/** A date as people in Japan write it, or as a date picker gives it. */
export const dateText = z.string().transform((typed, ctx): Temporal.PlainDate => {
  const read = readDate(typed)
  if (read.ok) return read.value
  ctx.addIssue({ code: 'custom', message: 'date' })
  return z.NEVER
})
