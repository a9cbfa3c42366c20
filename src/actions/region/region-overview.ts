import { agendaKind } from '../../domain/agenda/notices.ts'
import { seriesWithAgenda } from '../../domain/agenda/which-agenda.ts'
import { draftAt, publishAt } from '../../domain/meeting/agenda-times.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { publishedAgendas } from '../../store/agenda/agendas.ts'
import type { Scope } from '../../store/engine/database.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { allOpenings } from '../../store/openings/openings.ts'
import { withheldSubjects } from '../../store/outbox/deliveries.ts'

/** Look-ahead, longer than the earliest day on which a region may have its drafts reviewed. */
const LOOK_AHEAD_HOURS = 24 * 60
const NEXT_MEETINGS = 5

type NamedMeeting = { meetingId: string; name: string; startsAt: Temporal.ZonedDateTime }
export type RegionOverview = {
  meetings: NamedMeeting[]
  /** Draft agendas that can still be arranged, with when they go out. */
  drafts: (NamedMeeting & { publishAt: Temporal.ZonedDateTime })[]
  /** Agendas that are out, but not in a channel that may not hold them. */
  withheld: NamedMeeting[]
  /** How many new users the offices say they can take, and how many offices have said so. */
  openings: { newUsers: number; offices: number }
}

/** What the whole region has before it, for those who coordinate it. */
export const regionOverview = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
): Promise<RegionOverview> => {
  const coming = await meetingsBetween(scope, now, now.add({ hours: LOOK_AHEAD_HOURS }))
  const ids = coming.map(({ id }) => id)
  const published = new Set((await publishedAgendas(scope, ids)).map(({ meetingId }) => meetingId))
  const withheld = new Set(
    await withheldSubjects(
      scope,
      ids.map((meeting) => agendaKind.about({ meeting })),
    ),
  )
  const withAgenda = new Set(seriesWithAgenda(region))
  const named = (meeting: (typeof coming)[number]): NamedMeeting => ({
    meetingId: meeting.id,
    name: meetingTitle(region, meeting),
    startsAt: meeting.startsAt.toZonedDateTimeISO(region.timeZone),
  })
  const isDraft = ({ id, seriesId, startsAt }: (typeof coming)[number]): boolean =>
    withAgenda.has(seriesId) &&
    !published.has(id) &&
    Temporal.Instant.compare(draftAt(region, startsAt), now) <= 0
  const told = await allOpenings(scope)
  return {
    meetings: coming.slice(0, NEXT_MEETINGS).map(named),
    drafts: coming
      .filter(isDraft)
      .map((meeting) => ({ ...named(meeting), publishAt: publishAt(region, meeting.startsAt) })),
    withheld: coming.filter(({ id }) => withheld.has(id)).map(named),
    openings: { newUsers: told.reduce((sum, { newUsers }) => sum + newUsers, 0), offices: told.length },
  }
}
