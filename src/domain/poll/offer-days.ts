import { isBusinessDay, toInstant, type WorkingCalendar } from '../calendar/working-calendar.ts'

export type Span = { from: Temporal.Instant; to: Temporal.Instant }
export type WantedDays = { from: Temporal.PlainDate; to: Temporal.PlainDate; minutes: number; most: number }

export type Offer =
  | { ok: true; days: Temporal.Instant[] }
  /** `longest`: what would fit into half a day, in minutes. */
  | { ok: false; why: 'closed' | 'busy' }
  | { ok: false; why: 'too-long'; longest: number }

/** 午前・午後 */
export const HALVES = ['morning', 'afternoon'] as const
type HalfName = (typeof HALVES)[number]

/** As many days as a form for the answer has fields. */
export const MOST_DAYS = 6

type Half = { from: number; to: number }

const LUNCH: Half = { from: 12 * 60, to: 13 * 60 }
/** Meetings begin on the hour or the half hour. */
const STEP = 30
const USUAL: Record<HalfName, number> = { morning: 10 * 60, afternoon: 14 * 60 }
/** Alternates afternoon and morning from day to day, for those who are never free at one of them. */
const PREFERRED = [USUAL.afternoon, USUAL.morning]

/**
 * Candidate days of a poll, by start: business days within the wanted ones, one time each within office hours and
 * outside lunch, in nobody's way who is needed (`busy`), spread over the whole span.
 */
export const offerDays = (calendar: WorkingCalendar, wanted: WantedDays, busy: readonly Span[]): Offer => {
  const longest = longestMinutes(calendar)
  if (wanted.minutes > longest) return { ok: false, why: 'too-long', longest }
  const open = daysWithin(wanted.from, wanted.to).filter((day) => isBusinessDay(calendar, day))
  if (open.length === 0) return { ok: false, why: 'closed' }
  const free = open
    .map((day) => ({ day, starts: freeStarts(calendar, day, wanted.minutes, busy) }))
    .filter(({ starts }) => starts.length > 0)
  if (free.length === 0) return { ok: false, why: 'busy' }
  const days = spread(free, wanted.most).map(({ day, starts }, at) =>
    toInstant(calendar, day, timeOf(nearest(starts, PREFERRED[at % PREFERRED.length] ?? 0))),
  )
  return { ok: true, days }
}

export const halfOf = ({ hour }: Temporal.PlainTime): HalfName => (hour < 12 ? 'morning' : 'afternoon')

/** The most usual time in half a day that is in nobody's way who is needed, also on a closed day. */
export const startInHalf = (
  calendar: WorkingCalendar,
  day: Temporal.PlainDate,
  { half, minutes }: { half: HalfName; minutes: number },
  busy: readonly Span[],
): Temporal.Instant | undefined => {
  const starts = freeStarts(calendar, day, minutes, busy).filter((start) => halfOf(timeOf(start)) === half)
  return starts.length === 0 ? undefined : toInstant(calendar, day, timeOf(nearest(starts, USUAL[half])))
}

/** How long a meeting can be that leaves lunch alone. */
const longestMinutes = (calendar: WorkingCalendar): number =>
  Math.max(0, ...halvesOf(calendar).map(({ from, to }) => to - roundUp(from)))

const halvesOf = ({ officeHours }: WorkingCalendar): Half[] => {
  const from = minutesOf(officeHours.from)
  const to = minutesOf(officeHours.to)
  return [
    { from, to: Math.min(to, LUNCH.from) },
    { from: Math.max(from, LUNCH.to), to },
  ]
}

const freeStarts = (
  calendar: WorkingCalendar,
  day: Temporal.PlainDate,
  minutes: number,
  busy: readonly Span[],
): number[] =>
  halvesOf(calendar)
    .flatMap((half) => startsIn(half, minutes))
    .filter((start) => {
      const from = toInstant(calendar, day, timeOf(start))
      return !overlapsAny({ from, to: from.add({ minutes }) }, busy)
    })

const startsIn = ({ from, to }: Half, minutes: number): number[] => {
  const starts: number[] = []
  for (let start = roundUp(from); start + minutes <= to; start += STEP) starts.push(start)
  return starts
}

/** Whether a span overlaps a busy one. Spans are half-open: one may begin as the other ends. */
export const overlapsAny = (span: Span, busy: readonly Span[]): boolean =>
  busy.some(
    (other) =>
      Temporal.Instant.compare(span.from, other.to) < 0 && Temporal.Instant.compare(other.from, span.to) < 0,
  )

const daysWithin = (from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] => {
  const length = Math.max(0, from.until(to).days + 1)
  return Array.from({ length }, (_, days) => from.add({ days }))
}

/** Picks at most `most` items, evenly spread, the first and the last among them. */
const spread = <Item>(items: readonly Item[], most: number): Item[] => {
  if (items.length <= most) return [...items]
  const step = (items.length - 1) / Math.max(1, most - 1)
  return Array.from({ length: most }, (_, at) => items[Math.round(at * step)]).filter(
    (item) => item !== undefined,
  )
}

const nearest = (starts: readonly number[], to: number): number =>
  starts.reduce((best, start) => (Math.abs(start - to) < Math.abs(best - to) ? start : best))

const roundUp = (minutes: number): number => Math.ceil(minutes / STEP) * STEP
const minutesOf = ({ hour, minute }: Temporal.PlainTime): number => hour * 60 + minute
const timeOf = (minutes: number): Temporal.PlainTime =>
  new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60)
