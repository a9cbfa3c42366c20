import { drawGsv } from '../../cards/digest/meetings.ts'
import { type GsvLine, gsvLines } from '../../domain/gsv/gsv-lines.ts'
import { sitsInGroups } from '../../domain/gsv/participants.ts'
import type { Region } from '../../domain/region/region.ts'
import { coordinatorsOf, rosterOf } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import { readConcurrently } from '../../store/engine/read-concurrently.ts'
import { type Presentation, presentationsOf } from '../../store/gsv/gsv-presentations.ts'
import { type GsvSession, sessionsOf } from '../../store/gsv/gsv-sessions.ts'
import { type PreMeeting, preMeetingsOf } from '../../store/gsv/pre-meetings.ts'
import { digestSection, type Inquiry } from '../digest/section.ts'
import { nearMeetings } from '../meeting/digest.ts'
import { askedFor, awayBy, type GsvMeeting, sittingInGroups, willPresent } from './gsv-forming.ts'

/** From the earliest asking to the last question about what came of it. */
const AHEAD_HOURS = 24 * 46
const BACK_HOURS = 24 * 71

/** Loads what GSV says to each member this morning. */
export const gsv = digestSection({
  name: 'gsv',
  exists: ({ region }) => region.series.some(sitsInGroups),
  load: (inquiry) => linesOf(inquiry),
  forReader: (lines, { id, here }) => (here ? (lines.get(id) ?? []) : []),
  card: drawGsv,
})

/** The meetings and absences of a morning reach at least as far as GSV speaks of a session. */
const linesOf = async (inquiry: Inquiry): Promise<ReadonlyMap<string, GsvLine[]>> => {
  const { scope, region, now, morning, absences, toldFrom } = inquiry
  const lines = new Map<string, GsvLine[]>()
  const meetings = await inquiry.read(nearMeetings)
  const from = now.subtract({ hours: BACK_HOURS })
  const until = now.add({ hours: AHEAD_HOURS })
  const all = sittingInGroups(region, meetings).filter(
    ({ meeting: { startsAt } }) =>
      Temporal.Instant.compare(startsAt, from) >= 0 && Temporal.Instant.compare(startsAt, until) < 0,
  )
  const ids = all.map(({ meeting }) => meeting.id)
  const said = Promise.resolve(presentationsOf(scope, ids))
  const away = awayBy(absences)
  const { asked, ...known } = await readConcurrently({
    said,
    sessions: sessionsOf(scope, ids),
    preMeetings: preMeetingsOf(scope, ids),
    asked: said.then((known) => askedInAll(scope, region, now, all, { said: known, away })),
    away,
  })
  const coordinators = coordinatorsOf(region).map(({ id }) => id)
  for (const meeting of all) {
    const facts = factsOf(region, meeting, known, toldFrom, morning.today)
    const { id } = meeting.meeting
    const whole = { ...facts, asked: asked.get(id) ?? [] }
    for (const { to, line } of gsvLines(whole, coordinators, morning))
      lines.set(to, [...(lines.get(to) ?? []), line])
  }
  return lines
}

const askedInAll = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  all: readonly GsvMeeting[],
  known: Pick<Known, 'said' | 'away'>,
): Promise<Map<string, string[]>> => {
  const coming = all.filter(({ meeting }) => Temporal.Instant.compare(meeting.startsAt, now) > 0)
  const asked = new Map<string, string[]>()
  for (const series of region.series.filter(sitsInGroups)) {
    const own = coming.filter((one) => one.series.id === series.id)
    for (const { meetingId, memberIds } of await askedFor(scope, region, series, own, known))
      asked.set(meetingId, memberIds)
  }
  return asked
}

type Known = {
  said: readonly Presentation[]
  sessions: readonly GsvSession[]
  preMeetings: readonly PreMeeting[]
  away: ReturnType<typeof awayBy>
}

const factsOf = (
  region: Region,
  { meeting, series, date }: GsvMeeting,
  { said, sessions, preMeetings, away }: Known,
  toldFrom: Temporal.Instant,
  today: Temporal.PlainDate,
) => {
  const session = sessions.find(({ meetingId }) => meetingId === meeting.id)
  const here = said.filter(({ meetingId }) => meetingId === meeting.id)
  const isSince = (at: Temporal.Instant | null | undefined) =>
    at != null && Temporal.Instant.compare(at, toldFrom) >= 0
  return {
    meetingId: meeting.id,
    series: series.name,
    settings: series.groups,
    date,
    declinedSince: here.some(({ state, answeredAt }) => state === 'declined' && isSince(answeredAt)),
    groups: session?.groups ?? [],
    preMeetingOn: session?.preMeetingOn,
    preMeetings: preMeetings
      .filter(({ meetingId }) => meetingId === meeting.id)
      .map(({ presenterId, on, heldAt, movedAt }) => ({
        presenterId,
        on,
        isHeld: heldAt !== null,
        movedSince: isSince(movedAt),
      })),
    confirmed: session?.confirmedAt != null,
    confirmedSince: isSince(session?.confirmedAt),
    changed:
      session !== undefined &&
      Temporal.PlainDate.compare(date, today) >= 0 &&
      isChanged(session, away(date), willPresent(here, meeting.id), rosterOf(region, series.body, date)),
    presentations: here
      .filter(({ state }) => state !== 'declined')
      .map(({ id, memberId, outcomeAt, resultAt }) => ({
        id,
        memberId,
        hasOutcome: outcomeAt !== null,
        hasResult: resultAt !== null,
      })),
  }
}

/** Whether others would come now than when the groups were formed, or a group that lacks a case could have one. */
export const isChanged = (
  { groups, absentIds }: Pick<GsvSession, 'groups' | 'absentIds'>,
  away: ReadonlySet<string>,
  presenters: readonly string[],
  roster: readonly string[],
): boolean =>
  (groups.some(({ presenterId }) => presenterId === undefined) &&
    presenters.some((id) => !away.has(id) && groups.every(({ presenterId }) => presenterId !== id))) ||
  groups.some(({ memberIds }) => memberIds.some((id) => away.has(id) || !roster.includes(id))) ||
  roster.some((id) => !away.has(id) && (absentIds.includes(id) || isNowhere(groups, id)))

const isNowhere = (groups: GsvSession['groups'], id: string): boolean =>
  groups.every(({ memberIds }) => !memberIds.includes(id))
