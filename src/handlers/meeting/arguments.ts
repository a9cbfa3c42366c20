import { z } from 'zod'
import { type MeetingContext, meetingContext } from '../../actions/agenda/agenda-facts.ts'
import type { Card } from '../../bot/card.ts'
import { noticeCard } from '../../cards/answer.ts'
import { whichMeetingCard } from '../../cards/meeting/meeting.ts'
import { readDate } from '../../domain/calendar/read-date.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { followsBody, mayRunMeeting, recorderOf } from '../../domain/meeting/permission.ts'
import { meetingDate, meetingName, meetingTitle } from '../../domain/region/names.ts'
import { type Run, runOf, runsOf } from '../../store/meeting/meeting-runs.ts'
import {
  cancelledByHand,
  type Meeting,
  meetingById,
  meetingsBetween,
  occurrencesBetween,
} from '../../store/meeting/meetings.ts'
import { minutesVersions } from '../../store/minutes/minutes.ts'
import { askAgain, refuse } from '../answer.ts'
import {
  type Argument,
  argument,
  carriedId,
  nameText,
  type Option,
  type OptionValues,
  required,
  typed,
} from '../arguments.ts'
import type { Call } from '../call.ts'

/** `meeting`: an id on a button, or a date or a name where its option takes one; `on`: a date. */
export type MeetingGiven = { meeting?: string | undefined; on?: string | undefined }

/** Which meetings a command means, and what it says where there is none. */
export type MeetingFilter<Given extends MeetingGiven, Found> = {
  /** Those that may be meant where none is named by its id, soonest first. */
  among(call: Call, given: Given): Promise<readonly Meeting[]>
  /**
   * Picks the one meant out of those on the `day`, of the name that was typed, or out of all. May throw the question
   * which.
   */
  prefer(
    fitting: readonly Meeting[],
    call: Call,
    day: Temporal.PlainDate | undefined,
  ): Meeting | undefined | Promise<Meeting | undefined>
  /** Refuses one that a button names where it is not meant (any more). */
  notThis?(call: Call, meeting: Meeting | undefined): Card | undefined
  none(call: Call, named: string | undefined): Card
  /** Loads what the handler gets. Throws a refusal where it is none for the asker. */
  load(call: Call, meeting: Meeting): Promise<Found>
}

type Found = { meeting: Meeting }
type Argued<Given, What> = Argument<What> & {
  /** As `resolve`, for arguments that are looked up within a meeting. */
  find(call: Call, given: Given): Promise<What>
}

/** Declares how a command finds its meeting; the one place that looks it up. A form carries its id. */
export const meetingArgument = <
  const Options extends Record<string, Option>,
  What extends Found,
  Given extends MeetingGiven = OptionValues<Options>,
>(
  options: Options,
  filter: MeetingFilter<Given, What>,
): Argued<Given, What> => {
  const find = async (call: Call, given: Given): Promise<What> =>
    filter.load(call, await meetingMeant(call, given, filter))
  const carry = ({ meeting }: What) => ({ meeting: meeting.id })
  return {
    ...argument<Options, What>({ options, resolve: (call, given) => find(call, given as never), carry }),
    find,
  }
}

const isId = (written: string | undefined): written is string => z.uuid().safeParse(written).success

const meetingMeant = async <Given extends MeetingGiven>(
  call: Call,
  given: Given,
  { among, prefer, notThis, none }: Omit<MeetingFilter<Given, unknown>, 'load'>,
): Promise<Meeting> => {
  if (isId(given.meeting)) {
    const meeting = await meetingById(call.scope, given.meeting)
    if (meeting) call.found('meeting', meeting.id)
    const why = notThis?.(call, meeting)
    if (why) throw refuse(why)
    if (!meeting) throw refuse(none(call, undefined))
    return meeting
  }
  const named = given.on ?? given.meeting
  const all = await among(call, given)
  const date = named === undefined ? undefined : readDate(named, call.today)
  const fits = (meeting: Meeting): boolean => {
    if (named === undefined) return true
    if (date?.ok) return meetingDate(call, meeting).equals(date.value)
    return meetingTitle(call.region, meeting).includes(named) || meetingName(call, meeting).startsWith(named)
  }
  const meeting = await prefer(all.filter(fits), call, date?.ok ? date.value : undefined)
  if (!meeting) throw refuse(none(call, named))
  call.found('meeting', meeting.id)
  return meeting
}

export const refused = (heading: string, next?: string): Card => noticeCard('meeting.refused', heading, next)

/** Loads the context of a meeting; refuses where its series left the region's file or it is cancelled. */
export const withSeries = async ({ scope, region, text }: Call, { id }: Meeting): Promise<MeetingContext> => {
  const context = await meetingContext(scope, region, id)
  const { noMeeting, noMeetingNext } = text.attendance
  if (!context) throw refuse(refused(noMeeting, noMeetingNext))
  return context
}

/** Whether a meeting is of a body that the asker follows: of others they learn nothing, not that there is one. */
const isFollowed = ({ region, asker }: Call, { seriesId }: Meeting): boolean => {
  const series = region.series.find(({ id }) => id === seriesId)
  return series !== undefined && followsBody(asker, series.body, region)
}

const NEAR = { hours: 24 * 62 }

/** Within two months, of the bodies that the asker follows. */
const nearMeetings = ({ scope, now, region, asker }: Call): Promise<Meeting[]> => {
  const series = region.series.filter(({ body }) => followsBody(asker, body, region))
  return meetingsBetween(
    scope,
    now.subtract(NEAR),
    now.add(NEAR),
    series.map(({ id }) => id),
  )
}

const labelOf = (call: Call, meeting: Meeting): string =>
  `${writeDate(meetingDate(call, meeting), call.language)} ${meetingTitle(call.region, meeting)}`

/** Completion: a meeting by its day where no other is on it, else by its id. */
const suggestNear = async (call: Call, written: string) => {
  const near = await nearMeetings(call)
  const days = near.map((meeting) => meetingDate(call, meeting).toString())
  return near
    .map((meeting, at) => ({
      value: days.filter((day) => day === days[at]).length === 1 ? (days[at] ?? meeting.id) : meeting.id,
      label: labelOf(call, meeting),
    }))
    .filter(({ label }) => label.includes(written.trim()))
}

type Preference = (near: readonly Meeting[], call: Call) => ReturnType<MeetingFilter<never, Found>['prefer']>

/**
 * A meeting of the asker's bodies by date or name; by default the one that `prefer` picks of those near by. `none`:
 * refuses where it picks none.
 */
export const nearMeetingArgument = <What extends Found = MeetingContext>(
  prefer: Preference,
  load?: (call: Call, meeting: Meeting) => Promise<What>,
  none = ({ text: { attendance: words } }: Call) => refused(words.noMeeting, words.noMeetingNext),
): Argued<MeetingGiven, NoInfer<What>> =>
  meetingArgument(
    { meeting: typed(nameText, suggestNear) },
    {
      among: nearMeetings,
      prefer: (fitting, call, day) => (day ? fitting[0] : prefer(fitting, call)),
      notThis: (call, meeting) => {
        if (!meeting || !isFollowed(call, meeting)) return none(call)
        return meeting.cancelled === null ? undefined : refused(call.text.attendance.cancelled)
      },
      none: (call, named) => {
        const words = call.text.attendance
        return named === undefined ? none(call) : refused(words.notFound(named), words.notFoundNext)
      },
      load: (load ?? withSeries) as (call: Call, meeting: Meeting) => Promise<What>,
    },
  )

export const isOver = ({ startsAt, durationMinutes }: Meeting, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(startsAt.add({ minutes: durationMinutes }), now) < 0

/** The next one that is not over. */
export const coming: Preference = (near, { now }) => near.find((meeting) => !isOver(meeting, now))

/** The last one that was begun here; else the last by the calendar. */
export const latest: Preference = async (near, { scope, now }) => {
  const past = near.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now.add({ hours: 1 })) <= 0)
  const runs = await runsOf(
    scope,
    past.map(({ id }) => id),
  )
  const begun = new Set(runs.flatMap(({ meetingId, startedAt }) => (startedAt ? [meetingId] : [])))
  return past.findLast(({ id }) => begun.has(id)) ?? past.at(-1) ?? near[0]
}

type MeetingToRun = MeetingContext & { run: Run | undefined }
export type MeetingUnderWay = MeetingContext & { run: Run }

/** Loads a meeting for those who run it, begun or not; refuses others with `notYours`. */
export const toRun = async (call: Call, context: MeetingContext, notYours?: Card): Promise<MeetingToRun> => {
  const { scope, region, asker, text } = call
  const { id } = context.meeting
  const run = await runOf(scope, id)
  const on = context.startsAt.toPlainDate()
  const recorderId = run?.recorderId ?? recorderOf(region, context.body.id, on)
  const isApproved = (await minutesVersions(scope, id)).some(({ approvedAt }) => approvedAt !== null)
  if (mayRunMeeting(asker, region, { bodyId: context.body.id, recorderId, isApproved, on }))
    return { ...context, run }
  throw refuse(notYours ?? refused(text.liveMeeting.onlyThese, text.liveMeeting.onlyTheseNext))
}

/** Loads a meeting that has begun, for those who run it; also as `load` of another argument. */
export const underWay = async (call: Call, { id }: Pick<Meeting, 'id'>): Promise<MeetingUnderWay> => {
  const { scope, region, text } = call
  const found = await meetingContext(scope, region, id)
  if (found) call.found('meeting', id)
  if (!found || !isFollowed(call, found.meeting)) throw refuse(refused(text.attendance.noMeeting))
  const { run, ...context } = await toRun(call, found)
  if (run?.startedAt) return { ...context, run }
  throw refuse(refused(text.liveMeeting.notStarted, text.liveMeeting.notStartedNext))
}

/** The meeting under way, by its id on a button. */
export const underWayArgument: Argument<MeetingUnderWay> = argument({
  options: { meeting: required(carriedId) },
  resolve: (call, { meeting }) => underWay(call, { id: meeting }),
})

/** Look-ahead that covers a fiscal year planned before it begins. */
const AHEAD_HOURS = 24 * 430
const MOST_CHOICES = 25

const aheadMeetings = ({ scope, now }: Call, cancelled: boolean): Promise<Meeting[]> =>
  cancelled
    ? cancelledByHand(scope, now, MOST_CHOICES)
    : meetingsBetween(scope, now, now.add({ hours: AHEAD_HOURS }))

/** The one meeting that its series leaves out on this day, because it is closed. */
const skippedOn = async ({ scope, now }: Call, day: Temporal.PlainDate): Promise<Meeting | undefined> => {
  const planned = await occurrencesBetween(scope, day, day)
  const skipped = planned.filter(
    ({ cancelled, startsAt }) => cancelled === 'closed_day' && Temporal.Instant.compare(startsAt, now) > 0,
  )
  return skipped.length === 1 ? skipped[0] : undefined
}

type Changeable = {
  /** The command to which the question which meeting leads back. */
  command: string
  /** Looks among cancelled meetings in place of those that are held. */
  cancelled?: boolean
  /** Whether one that its series skips may be meant: it can still be given a day. */
  leftOut?: 'too' | 'not'
}

/** A meeting to come, by its date; where several may be meant, the question which. */
export const changeableMeetingArgument = ({ command, cancelled = false, leftOut }: Changeable) =>
  meetingArgument(
    {
      on: typed(z.string().trim().min(1).max(30), async (call, written) =>
        (await aheadMeetings(call, cancelled))
          .map((meeting) => ({ value: meetingDate(call, meeting).toString(), label: labelOf(call, meeting) }))
          .filter(({ value, label }) => `${value} ${label}`.includes(written.trim())),
      ),
      meeting: carriedId,
    },
    {
      among: (call, { on }) => {
        if (on !== undefined && !readDate(on, call.today).ok)
          throw askAgain(refused(call.text.meetings.which.date))
        return aheadMeetings(call, cancelled)
      },
      prefer: (fitting, call, day) => {
        const [only, ...more] = fitting
        if (!only) return day && !cancelled ? skippedOn(call, day) : undefined
        if (day && more.length === 0) return only
        throw askAgain(whichCard(command, fitting.slice(0, MOST_CHOICES), call))
      },
      notThis: ({ now, text }, meeting) => {
        const words = text.meetings.which
        if (!meeting) return refused(words.gone)
        return Temporal.Instant.compare(meeting.startsAt, now) <= 0 ? refused(words.past) : undefined
      },
      none: ({ text }) => refused(text.meetings.which.none, text.meetings.which.noneNext),
      load: async ({ text }, meeting) => {
        const words = text.meetings.which
        const isOff =
          leftOut === 'too' ? meeting.cancelled === 'by_hand' : leftOut && meeting.cancelled !== null
        // What people cancelled is taken back first.
        if (isOff) throw refuse(refused(words.cancelled, words.cancelledNext))
        return { meeting }
      },
    },
  )

const whichCard = (command: string, meetings: readonly Meeting[], { region, language, text }: Call): Card =>
  whichMeetingCard(
    command,
    meetings.map((meeting) => ({
      id: meeting.id,
      name: meetingTitle(region, meeting),
      startsAt: meeting.startsAt.toZonedDateTimeISO(region.timeZone),
    })),
    language,
    text,
  )
