import { z } from 'zod'
import { WEEKDAYS } from '../calendar/weekday.ts'
import { date, name, slug, time } from './field.ts'
import { Groups } from './groups.ts'

export const SERIES_KINDS = [
  'liaison',
  'plenary',
  'steering',
  'coordination',
  'secretariat',
  'subcommittee',
  'gsv',
  'case_review',
  'case_study',
  'supervision',
  'training',
] as const

const weekday = z.enum(WEEKDAYS)
const nth = z.literal([1, 2, 3, 4, 5, -1])
const month = z.int().min(1).max(12)

/** Which days: one of `rule`, `timesAYear` with `weekday`, and `businessDay`; `checkRegion` sees to it. */
const days = {
  rule: z.string().min(1).max(200).optional(),
  timesAYear: z.int().min(1).max(53).optional(),
  weekday: weekday.optional(),
  nth: z.array(nth).min(1).max(5).optional(),
  businessDay: z.int().min(-31).max(31).optional(),
  months: z.union([z.enum(['odd', 'even']), z.array(month).min(1).max(12)]).optional(),
}
/** The keys of a pattern of days, as a series or one of its years writes them. */
export type SeriesDays = z.output<z.ZodObject<typeof days>>

/** Another pattern in the fiscal year `year`, and with `every` in each so many years from it on: a plan year. */
const YearDays = z.strictObject({
  year: z.int().min(2000).max(2100),
  every: z.int().min(2).max(12).optional(),
  ...days,
})

const GivesWay = z.strictObject({
  series: slug,
  within: z.enum(['day', 'week']).default('day'),
  moveTo: z.enum(['previous', 'next', 'skip']).default('next'),
})

/** 定例会議 */
export const Series = z.strictObject({
  id: slug,
  name,
  kind: z.enum(SERIES_KINDS),
  body: slug,
  ...days,
  from: date,
  time,
  duration: z.int().min(10).max(480),
  place: name.optional(),
  onClosedDay: z.enum(['previous', 'next', 'skip', 'weekday']).default('next'),
  closedDayWeekdays: z.array(weekday).min(1).max(7).optional(),
  inYears: z.array(YearDays).min(1).max(10).optional(),
  givesWayTo: z.array(GivesWay).min(1).max(10).optional(),
  /** `false`: its meetings have none, whatever their body. */
  agenda: z
    .union([
      z.literal(false),
      z.strictObject({
        takesSummaries: z.boolean().default(false),
        limitMinutes: z.int().min(10).max(480).default(120),
        breakMinutes: z.int().min(0).max(30).default(10),
        hardestFirst: z.boolean().default(false),
      }),
    ])
    .optional(),
  groups: Groups.optional(),
})
