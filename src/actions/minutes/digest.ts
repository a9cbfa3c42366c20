import { drawMinutes } from '../../cards/digest/meetings.ts'
import { addBusinessDays } from '../../domain/calendar/working-calendar.ts'
import { newOrWeekly } from '../../domain/digest/morning.ts'
import { chairOf } from '../../domain/meeting/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { publishedAgendas } from '../../store/agenda/agendas.ts'
import { readConcurrently } from '../../store/engine/read-concurrently.ts'
import { runsOf } from '../../store/meeting/meeting-runs.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'
import { latestMinutesOf, minutesToApprove } from '../../store/minutes/minutes.ts'
import { digestSection, type Inquiry, isNew } from '../digest/section.ts'
import { nearMeetings } from '../meeting/digest.ts'

type Told = { meetingId: string; name: string; date: Temporal.PlainDate }
/** Minutes that wait for a chair. */
const toApprove = async (inquiry: Inquiry) => {
  const { scope, region } = inquiry
  return (await minutesToApprove(scope)).flatMap(({ meetingId, seriesId, startsAt, writtenAt }) => {
    const told = toldOf(region, { id: meetingId, seriesId, startsAt })
    const series = region.series.find(({ id }) => id === seriesId)
    if (!told || !series) return []
    return [{ ...told, chair: chairOf(region, series.body, told.date), isNew: isNew(writtenAt, inquiry) }]
  })
}

/** Section for a chair, or for the coordinators where a body has none. */
export const minutesToRead = digestSection({
  name: 'minutes-to-approve',
  load: toApprove,
  forReader: (minutes, { id, coordinates }, { asked, morning }) =>
    newOrWeekly(
      minutes.filter(({ chair }) => (chair === undefined ? coordinates : asked.get(chair) === id)),
      morning,
    ),
  card: drawMinutes('read'),
})

const toldOf = (
  region: Region,
  { id, seriesId, startsAt }: Pick<Meeting, 'id' | 'seriesId' | 'startsAt'>,
): Told | undefined => {
  const series = region.series.find((one) => one.id === seriesId)
  const date = startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return series && { meetingId: id, name: series.name, date }
}

/** Meetings whose time for minutes ended since the last morning with none; each is told once. */
const missing = async (inquiry: Inquiry): Promise<Told[]> => {
  const { scope, region, morning, toldFrom } = inquiry
  const days = region.settings.minutesDueBusinessDays
  const compare = Temporal.PlainDate.compare
  const ended = (await inquiry.read(nearMeetings)).filter((meeting) => {
    if (Temporal.Instant.compare(meeting.startsAt, toldFrom) >= 0) return false
    const date = meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
    const due = addBusinessDays(morning.calendar, date, days)
    return due !== undefined && compare(due, morning.since) > 0 && compare(due, morning.today) <= 0
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

/** Section for a coordinator: meetings that had an agenda or were run here. */
export const minutesMissing = digestSection({
  name: 'minutes-missing',
  exists: ({ region, isReadBy }) => region.settings.minutesDueBusinessDays > 0 && isReadBy('coordinator'),
  load: missing,
  forReader: (meetings, { coordinates }) => (coordinates ? meetings : []),
  card: drawMinutes('write'),
})
