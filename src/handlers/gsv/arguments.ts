import { dateOf, type GsvMeeting, gsvMeetings } from '../../actions/gsv/gsv-forming.ts'
import { refusalCard } from '../../cards/answer.ts'
import { type GroupSeries, sitsInGroups } from '../../domain/gsv/participants.ts'
import { followsBody } from '../../domain/meeting/permission.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'
import { refuse } from '../answer.ts'
import { carriedId, nameText, typed } from '../arguments.ts'
import type { Call } from '../command.ts'
import { meetingArgument } from '../meeting/arguments.ts'

/** The series of GSV that the asker has a part in: theirs by the roster, all for a coordinator. */
const ownSeries = ({ region, asker }: Call): GroupSeries[] =>
  region.series.filter(sitsInGroups).filter(({ body }) => followsBody(asker, body, region))

const HORIZON = { hours: 24 * 200 }

/** Past or to come; undefined where it is none of the asker's. */
export const ownSession = (call: Call, meeting: Meeting | undefined): GsvMeeting | undefined => {
  const series = ownSeries(call).find(({ id }) => id === meeting?.seriesId)
  if (!meeting || meeting.cancelled !== null || !series) return undefined
  return { meeting, series, date: dateOf(call.region, meeting) }
}

/** The coming sessions of what the asker has a part in, or of the one series named, soonest first. */
export const comingSessions = async (call: Call, named: string | undefined): Promise<GsvMeeting[]> => {
  const { region, scope, now, text } = call
  const own = ownSeries(call).filter(({ id, name }) => named === undefined || id === named || name === named)
  if (own.length === 0) throw refuse(refusalCard('gsv.no-series', text.gsv.noSeries, text.gsv.noSeriesNext))
  const all = await gsvMeetings(scope, region, now, now.add(HORIZON))
  const sessions = all.filter(({ series }) => own.some(({ id }) => id === series.id))
  if (sessions.length === 0)
    throw refuse(refusalCard('gsv.no-meeting', text.gsv.noMeeting, text.gsv.noMeetingNext))
  return sessions
}

export const seriesOption = typed(nameText, (call, written) =>
  ownSeries(call)
    .filter(({ name }) => name.includes(written.trim()))
    .map(({ id, name }) => ({ value: id, label: name })),
)

const gone = ({ text }: Call) => refusalCard('gsv.gone', text.gsv.gone, text.gsv.goneNext)

/** The session meant: the one a button names, else the next. Only coming ones that the asker has a part in. */
export const sessionArgument = meetingArgument(
  { series: seriesOption, meeting: carriedId },
  {
    among: async (call, { series }) => (await comingSessions(call, series)).map(({ meeting }) => meeting),
    prefer: ([next]) => next,
    notThis: (call, meeting) =>
      meeting && Temporal.Instant.compare(meeting.startsAt, call.now) > 0 ? undefined : gone(call),
    none: gone,
    load: async (call, meeting) => {
      const session = ownSession(call, meeting)
      if (!session) throw refuse(gone(call))
      return session
    },
  },
)
