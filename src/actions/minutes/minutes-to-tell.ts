import { addBusinessDays } from '../../domain/calendar/working-calendar.ts'
import type { Morning } from '../../domain/digest/digest.ts'
import { chairOf } from '../../domain/meeting/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { publishedAgendas } from '../../store/agenda/agendas.ts'
import type { Scope } from '../../store/engine/database.ts'
import { readConcurrently } from '../../store/engine/read-concurrently.ts'
import { runsOf } from '../../store/meeting/meeting-runs.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'
import { latestMinutesOf, minutesToApprove } from '../../store/minutes/minutes.ts'

type Told = { meetingId: string; name: string; date: Temporal.PlainDate }
type MinutesToTell = {
  toApprove: (Told & { chair: string | undefined; isNew: boolean })[]
  missing: Told[]
}

/**
 * Minutes that wait for a chair, and meetings whose time for minutes ended since the last morning with none. `meetings`
 * reach back beyond the longest time for minutes a region may set, with closed days.
 */
export const minutesToTell = async (
  scope: Scope,
  region: Region,
  morning: Morning,
  meetings: readonly Meeting[],
  toldFrom: Temporal.Instant,
): Promise<MinutesToTell> => {
  const held = meetings.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, toldFrom) < 0)
  const { waiting, missing } = await readConcurrently({
    waiting: minutesToApprove(scope),
    missing: missingMinutes(scope, region, morning, held),
  })
  const toApprove = waiting.flatMap(({ meetingId, seriesId, startsAt, writtenAt }) => {
    const told = toldOf(region, { id: meetingId, seriesId, startsAt })
    const series = region.series.find(({ id }) => id === seriesId)
    if (!told || !series) return []
    const isNew = Temporal.Instant.compare(writtenAt, toldFrom) >= 0
    return [{ ...told, chair: chairOf(region, series.body), isNew }]
  })
  return { toApprove, missing }
}

const toldOf = (
  region: Region,
  { id, seriesId, startsAt }: Pick<Meeting, 'id' | 'seriesId' | 'startsAt'>,
): Told | undefined => {
  const series = region.series.find((one) => one.id === seriesId)
  const date = startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return series && { meetingId: id, name: series.name, date }
}

/** Of meetings that had an agenda or were run here; each is told once. */
const missingMinutes = async (
  scope: Scope,
  region: Region,
  { today, since, calendar }: Morning,
  held: readonly Meeting[],
): Promise<Told[]> => {
  const days = region.settings.minutesDueBusinessDays
  if (days === 0) return []
  const compare = Temporal.PlainDate.compare
  const ended = held.filter((meeting) => {
    const date = meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
    const due = addBusinessDays(calendar, date, days)
    return due !== undefined && compare(due, since) > 0 && compare(due, today) <= 0
  })
  const ids = ended.map(({ id }) => id)
  const { agendas, runs, written } = await readConcurrently({
    agendas: publishedAgendas(scope, ids),
    runs: runsOf(scope, ids),
    written: latestMinutesOf(scope, ids),
  })
  const known = new Set([...agendas, ...runs].map(({ meetingId }) => meetingId))
  const done = new Set(written.map(({ meetingId }) => meetingId))
  return ended
    .filter(({ id }) => known.has(id) && !done.has(id))
    .flatMap((meeting) => toldOf(region, meeting) ?? [])
}
