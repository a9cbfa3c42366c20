import { clashWords } from '../../cards/meeting/clash.ts'
import { seriesSentence } from '../../cards/series/sentence.ts'
import { closedReason, holidayName } from '../../domain/calendar/working-calendar.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { bodyName, memberName } from '../../domain/region/names.ts'
import { seriesRuleOf } from '../../domain/region/series-rule.ts'
import { checkSeries } from '../../domain/series/check-series.ts'
import { clashesWith } from '../../domain/series/clashes.ts'
import { FARTHEST_SHIFT_DAYS } from '../../domain/series/series-rule.ts'
import { calendarMeetings } from '../../domain/series/year-calendar.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'
import { seriesChangesOf } from '../../store/series/series-changes.ts'
import type { Call as AnyCall } from '../call.ts'
import type { CommandWords } from '../words.ts'

type Call = AnyCall & { words: CommandWords<'meeting.move'> }

type Wanted = {
  date: Temporal.PlainDate
  time: Temporal.PlainTime
  reach: 'one' | 'after' | 'all'
  /** Keeps a closed day or a clash on purpose. */
  keep: boolean
}

/** Validates a move: returns the faults by field, undefined where there are none. */
export const moveFault = async (
  call: Call,
  meeting: Meeting,
  wanted: Wanted,
): Promise<Record<string, string> | undefined> => {
  const { region, now, words } = call
  const startsAt = wanted.date
    .toZonedDateTime({ timeZone: region.timeZone, plainTime: wanted.time })
    .toInstant()
  if (Temporal.Instant.compare(startsAt, now) <= 0) return { date: words.past }
  const same = startsAt.equals(meeting.startsAt) && meeting.cancelled === null
  if (same && wanted.reach === 'one') return { date: words.same }
  const closed = closedFault(call, wanted)
  if (closed) return { date: closed }
  if (wanted.reach !== 'one' && meeting.title !== null) return { reach: words.extra }
  const rule = wanted.reach === 'one' ? undefined : await ruleFault(call, meeting, wanted)
  if (rule) return { reach: rule }
  const clash = wanted.keep ? undefined : await clashFault(call, { ...meeting, startsAt })
  return clash === undefined ? undefined : { date: clash }
}

const closedFault = ({ region, words }: Call, { date, reach, keep }: Wanted): string | undefined => {
  const why = closedReason(calendarOf(region), date)
  if (why === undefined || (keep && reach === 'one')) return undefined
  const named = holidayName(date) ?? words.reasons[why]
  return reach === 'one' ? words.closed(named) : words.closedSeries(named)
}

const ruleFault = async (
  { scope, region, words, text }: Call,
  { seriesId, nominal }: Meeting,
  { date, time }: Wanted,
): Promise<string | undefined> => {
  const series = region.series.find(({ id }) => id === seriesId)
  if (!series) return text.meetings.which.gone
  const days = nominal.until(date).days
  if (Math.abs(days) > FARTHEST_SHIFT_DAYS) return words.tooFar(FARTHEST_SHIFT_DAYS)
  const changes = [...(await seriesChangesOf(scope)), { seriesId, from: nominal, days, time }]
  const rule = seriesRuleOf(region, series, changes)
  const checked = rule && checkSeries(rule, calendarOf(region))
  return checked && !checked.ok ? words.never(seriesSentence(checked.fault, text.regionFile.days)) : undefined
}

const NEAR_HOURS = 12

const clashFault = async (call: Call, moved: Meeting): Promise<string | undefined> => {
  const { scope, region, language, words, text } = call
  const { startsAt } = moved
  const near = await meetingsBetween(
    scope,
    startsAt.subtract({ hours: NEAR_HOURS }),
    startsAt.add({ hours: NEAR_HOURS }),
  )
  const [one] = calendarMeetings(region, [moved])
  if (!one) return undefined
  const names = {
    member: (id: string) => memberName(region, id),
    body: (id: string) => bodyName(region, id),
  }
  const clashes = clashesWith(one, calendarMeetings(region, near))
  if (clashes.length === 0) return undefined
  const said = clashes.map((clash) => clashWords(clash, names, language, text))
  return words.clash(said.join('\n'))
}
