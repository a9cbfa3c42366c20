import { z } from 'zod'
import { dateOf, type GsvMeeting, gsvMeetings } from '../../actions/gsv/gsv-forming.ts'
import { refusalCard } from '../../cards/answer.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { type GroupSeries, sitsInGroups } from '../../domain/gsv/participants.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import type { BaseCall, Option, Outcome } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'

/** The series of GSV that the asker has a part in: theirs by the roster, all for a coordinator. */
const ownSeries = ({ region, asker }: BaseCall): GroupSeries[] =>
  region.series
    .filter(sitsInGroups)
    .filter(
      ({ body }) => asker.roles.includes('coordinator') || rosterOf(region, body).includes(asker.memberId),
    )

export const seriesOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.series,
  suggest: async (call, typed) =>
    ownSeries(call)
      .filter(({ name }) => name.includes(typed.trim()))
      .map(({ id, name }) => ({ value: id, label: name })),
}

export const presentationOption = idOption('optional', (t) => t.commands.options.presentation)

const HORIZON_HOURS = 24 * 200

export const refuse = (tag: string, heading: string, next?: string): { ok: false; refusal: Outcome } => ({
  ok: false,
  refusal: { kind: 'refuse', card: refusalCard(tag, heading, next) },
})

/** The coming sessions of what the asker has a part in, or of the one series named, soonest first. */
export const comingSessions = async (
  call: BaseCall,
  named: string | undefined,
): Promise<{ ok: true; sessions: GsvMeeting[] } | { ok: false; refusal: Outcome }> => {
  const { region, scope, now, text } = call
  const own = ownSeries(call).filter(({ id, name }) => named === undefined || id === named || name === named)
  if (own.length === 0) return refuse('gsv.no-series', text.gsv.noSeries, text.gsv.noSeriesNext)
  const ids = new Set(own.map(({ id }) => id))
  const all = await gsvMeetings(scope, region, now, now.add({ hours: HORIZON_HOURS }))
  const sessions = all.filter(({ series }) => ids.has(series.id))
  if (sessions.length === 0) return refuse('gsv.no-meeting', text.gsv.noMeeting, text.gsv.noMeetingNext)
  return { ok: true, sessions }
}

/** The session meant: the one a button names, else the next. Only coming ones that the asker has a part in. */
export const sessionMeant = async (
  call: BaseCall,
  given: { meeting?: string | undefined; series?: string | undefined },
): Promise<{ ok: true; session: GsvMeeting } | { ok: false; refusal: Outcome }> => {
  const { text } = call
  if (given.meeting === undefined) {
    const coming = await comingSessions(call, given.series)
    if (!coming.ok) return coming
    const [session] = coming.sessions
    return session ? { ok: true, session } : refuse('gsv.no-meeting', text.gsv.noMeeting)
  }
  const session = await sessionById(call, given.meeting)
  const coming = session && Temporal.Instant.compare(session.meeting.startsAt, call.now) > 0
  return session && coming ? { ok: true, session } : refuse('gsv.gone', text.gsv.gone, text.gsv.goneNext)
}

/** Past or to come; undefined where it is none of the asker's. */
export const sessionById = async (call: BaseCall, id: string): Promise<GsvMeeting | undefined> => {
  const meeting = await meetingById(call.scope, id)
  const series = ownSeries(call).find((one) => one.id === meeting?.seriesId)
  if (!meeting || meeting.cancelled !== null || !series) return undefined
  return { meeting, series, date: dateOf(call.region, meeting) }
}

export const sessionName = ({ language }: BaseCall, { series, date }: GsvMeeting): string =>
  `${writeDate(date, language)} ${series.name}`
