import { addBusinessDays } from '../../domain/calendar/working-calendar.ts'
import { type BestDay, bestDay, countDays, type DayCount } from '../../domain/poll/choose-day.ts'
import { overlapsAny, type Span } from '../../domain/poll/offer-days.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { bodyName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { answersOf, daysOf, type Poll, type PollAnswer } from '../../store/poll/polls.ts'
import { hideCaseCodes } from '../case/hide-case-codes.ts'
import { roomOn } from './poll-meeting.ts'

export type PollContext = {
  poll: Poll
  bodyName: string
  /** Everybody on the body's roster today. */
  asked: readonly string[]
  /** Of those, whom the organiser cannot do without. */
  required: string[]
  answers: PollAnswer[]
  /** Who is asked and has not answered. */
  silent: string[]
  /** What is offered, each day as it stands. */
  days: DayCount[]
}

/** Loads a poll with its days and answers as they stand. */
export const pollContext = async (scope: Scope, region: Region, poll: Poll): Promise<PollContext> => {
  const title = await titleForBody(scope, region, poll)
  const asked = rosterOf(region, poll.bodyId, poll.deadline)
  const required = poll.required.filter((id) => asked.includes(id))
  const answers = (await answersOf(scope, poll.id)).filter(({ memberId }) => asked.includes(memberId))
  const offered = (await daysOf(scope, poll.id))
    .filter(({ dropped }) => !dropped)
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  const marks = new Map(answers.map((answer) => [answer.memberId, answer.marks]))
  return {
    poll: { ...poll, title },
    bodyName: bodyName(region, poll.bodyId),
    asked,
    required,
    answers,
    silent: asked.filter((id) => !marks.has(id)),
    days: countDays(offered, { asked, required }, marks),
  }
}

/** The title is read by everybody on the body's roster: without codes where the body sees topics only. */
export const titleForBody = async (
  scope: Scope,
  { bodies }: Pick<Region, 'bodies'>,
  { bodyId, title }: Pick<Poll, 'bodyId' | 'title'>,
): Promise<string> => {
  const level = bodies.find(({ id }) => id === bodyId)?.disclosure ?? 'topics'
  return level === 'topics' ? hideCaseCodes(scope, title) : title
}

/** When the body meets, and everything else that one of these people is wanted at. */
export const busyTimes = async (
  scope: Scope,
  region: Region,
  who: { bodyId: string; required: readonly string[] },
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Span[]> => {
  const needed = new Set(who.required)
  const day = from.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const bodies = region.bodies.filter(
    ({ id }) => id === who.bodyId || rosterOf(region, id, day).some((member) => needed.has(member)),
  )
  const seriesIds = region.series
    .filter(({ body }) => bodies.some(({ id }) => id === body))
    .map(({ id }) => id)
  const meetings = await meetingsBetween(scope, from, to, seriesIds)
  return meetings.map(({ startsAt, durationMinutes }) => ({
    from: startsAt,
    to: startsAt.add({ minutes: durationMinutes }),
  }))
}

export type OpenDay = DayCount & {
  /** A required person has got another appointment since. */
  clashes: boolean
}

/** Returns the days that can still be taken. */
export const openDays = async (
  scope: Scope,
  region: Region,
  { poll, required, days }: PollContext,
  now: Temporal.Instant,
): Promise<OpenDay[]> => {
  const open: OpenDay[] = []
  for (const day of days.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0)) {
    const local = day.startsAt.toZonedDateTimeISO(region.timeZone)
    if (!(await roomOn(scope, region, poll, local.toPlainDate()))) continue
    const span = { from: day.startsAt, to: day.startsAt.add({ minutes: poll.durationMinutes }) }
    const dayBegins = local.startOfDay()
    const busy = await busyTimes(
      scope,
      region,
      { bodyId: poll.bodyId, required },
      dayBegins.toInstant(),
      dayBegins.add({ days: 1 }).toInstant(),
    )
    open.push({ ...day, clashes: overlapsAny(span, busy) })
  }
  return open
}

/** Picks the best of the days without an obstacle, else the best of all. */
export const proposedDay = (days: readonly OpenDay[]): BestDay | undefined =>
  bestDay(days.filter(({ clashes }) => !clashes)) ?? bestDay(days)

/** Default for the last day that a poll offers. */
export const usualSpan = (region: Region, today: Temporal.PlainDate) => {
  const calendar = calendarOf(region)
  const after = (days: number) => addBusinessDays(calendar, today, days) ?? today.add({ days })
  return { deadline: after(5), from: after(8), to: after(18) }
}
