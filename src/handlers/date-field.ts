import { z } from 'zod'
import { readDate, readMonth } from '../domain/calendar/read-date.ts'
import { readTime } from '../domain/calendar/read-time.ts'

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
