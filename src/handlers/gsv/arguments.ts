import { dateOf, type GsvMeeting, gsvMeetings } from '../../actions/gsv/gsv-forming.ts'
import { noticeCard } from '../../cards/answer.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { type GroupSeries, sitsInGroups } from '../../domain/gsv/participants.ts'
import { mayRecordOutcome } from '../../domain/gsv/permission.ts'
import { followsBody } from '../../domain/meeting/permission.ts'
import { lastPresented, type Presentation, presentationById } from '../../store/gsv/gsv-presentations.ts'
import { type GsvSession, sessionOf } from '../../store/gsv/gsv-sessions.ts'
import { type Meeting, meetingById } from '../../store/meeting/meetings.ts'
import { refuse } from '../answer.ts'
import { argument, carriedId, nameText, type Option, typed } from '../arguments.ts'
import type { Call } from '../call.ts'
import { meetingArgument } from '../meeting/arguments.ts'

/** The series of GSV that the asker has a part in: theirs by the roster, all for a coordinator. */
const ownSeries = ({ region, asker }: Call): GroupSeries[] =>
  region.series.filter(sitsInGroups).filter(({ body }) => followsBody(asker, body, region))

/** Finds a session, past or to come; undefined where it is none of the asker's. */
const ownSession = (call: Call, meeting: Meeting | undefined): GsvMeeting | undefined => {
  const series = ownSeries(call).find(({ id }) => id === meeting?.seriesId)
  if (!meeting || meeting.cancelled !== null || !series) return undefined
  return { meeting, series, date: dateOf(call.region, meeting) }
}

export const sessionName = ({ language }: Call, { series, date }: GsvMeeting): string =>
  `${writeDate(date, language)} ${series.name}`

const seriesOption = typed(nameText, (call, written) =>
  ownSeries(call)
    .filter(({ name }) => name.includes(written.trim()))
    .map(({ id, name }) => ({ value: id, label: name })),
)

const HORIZON = { hours: 24 * 200 }

/** The coming sessions of what the asker has a part in, or of the one series named, soonest first: at least one. */
const comingSessions = async (call: Call, named: string | undefined): Promise<GsvMeeting[]> => {
  const { region, scope, now, text } = call
  const own = ownSeries(call).filter(({ id, name }) => named === undefined || id === named || name === named)
  if (own.length === 0) throw refuse(noticeCard('gsv.no-series', text.gsv.noSeries, text.gsv.noSeriesNext))
  const all = await gsvMeetings(scope, region, now, now.add(HORIZON))
  const sessions = all.filter(({ series }) => own.some(({ id }) => id === series.id))
  if (sessions.length === 0)
    throw refuse(noticeCard('gsv.no-meeting', text.gsv.noMeeting, text.gsv.noMeetingNext))
  return sessions
}

/** All coming sessions, of the series named on the line. */
export const comingSessionsArgument = argument({
  options: { series: seriesOption },
  resolve: (call, { series }) => comingSessions(call, series),
})

const gone = ({ text }: Call) => noticeCard('gsv.gone', text.gsv.gone, text.gsv.goneNext)

/** With its groups, where they are formed. */
export type Session = GsvMeeting & { formed: GsvSession | undefined }

const ownComingSession = <const Options extends Record<string, Option>>(options: Options) =>
  meetingArgument<Options, Session, { meeting?: string; series?: string }>(options, {
    among: async (call, { series }) => (await comingSessions(call, series)).map(({ meeting }) => meeting),
    prefer: ([next]) => next,
    notThis: (call, meeting) =>
      meeting && Temporal.Instant.compare(meeting.startsAt, call.now) > 0 ? undefined : gone(call),
    none: gone,
    load: async (call, meeting) => {
      const session = ownSession(call, meeting)
      if (!session) throw refuse(gone(call))
      return { ...session, formed: await sessionOf(call.scope, meeting.id) }
    },
  })

/** The session that a button names; by default the next. Only coming ones that the asker has a part in. */
export const sessionArgument = ownComingSession({ series: seriesOption, meeting: carriedId })
/** The same, by a button alone. */
export const askedSessionArgument = ownComingSession({ meeting: carriedId })

/**
 * A case that was presented: the one named, by default the asker's latest. Its presenter and the group's facilitator
 * may use it.
 */
export const presentationArgument = argument({
  options: { presentation: carriedId },
  resolve: async (call, { presentation: named }): Promise<Presentation> => {
    const { scope, asker, now, text } = call
    const words = text.gsv.outcome
    const found = named
      ? await presentationById(scope, named)
      : await lastPresented(scope, asker.memberId, now)
    if (found) call.found('gsv-presentation', found.id)
    const session = found && ownSession(call, await meetingById(scope, found.meetingId))
    const isOver = session && Temporal.Instant.compare(session.meeting.startsAt, now) <= 0
    if (!found || found.state === 'declined' || !isOver)
      throw refuse(noticeCard('gsv.nothing-to-record', words.none, words.noneNext))
    const groups = (await sessionOf(scope, found.meetingId))?.groups ?? []
    if (!mayRecordOutcome(asker, found.memberId, groups))
      throw refuse(noticeCard('gsv.not-yours', words.notYours))
    return found
  },
  carry: ({ id }) => ({ presentation: id }),
})
