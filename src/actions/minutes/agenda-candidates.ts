import { MINUTES_PER_ITEM } from '../../domain/agenda/templates.ts'
import { bodyName } from '../../domain/region/names.ts'
import { meetingsById } from '../../store/meeting/meetings.ts'
import { approvedMinutes } from '../../store/minutes/minutes.ts'
import { candidateKind } from '../agenda/candidate.ts'

const SHORTEST_MINUTES = 3
/** Of a meeting, for all reports together, so that something is left to discuss. */
const SHARE = 0.5

/**
 * 報告事項: what the bodies below did, one item a body: its meetings whose minutes were approved since the last agenda.
 * Where there are many, each is shorter.
 */
export const childReports = candidateKind({
  kind: 'body-report',
  sections: ['report'],
  load: async (scope, { region, body, meeting, since, told, left }) => {
    const children = region.bodies.filter(({ parent }) => parent === body.id).map(({ id }) => id)
    const approved = await approvedMinutes(scope, since)
    const of = (child: string) => {
      const series = region.series.filter((one) => one.body === child).map(({ id }) => id)
      const before = left.find(({ id }) => id === child)
      const fresh = approved
        .filter(({ seriesId, meetingId }) => series.includes(seriesId) && !told.has(meetingId))
        .map(({ meetingId }) => meetingId)
      return { child, refs: [...new Set([...(before?.refs ?? []), ...fresh])], before }
    }
    const reports = children.map(of).filter(({ refs }) => refs.length > 0)
    const each = Math.floor((meeting.durationMinutes * SHARE) / Math.max(1, reports.length))
    const minutes = Math.max(SHORTEST_MINUTES, Math.min(MINUTES_PER_ITEM.report, each))
    return reports.map(({ child, refs, before }, index) => ({
      id: child,
      refs,
      minutes,
      carriedOver: before?.carriedOver ?? 0,
      // In the order of the region's file.
      submittedAt: since.add({ seconds: index }),
    }))
  },
  topics: async (scope, region, items) => {
    const meetings = await meetingsById(
      scope,
      items.flatMap(({ refs }) => refs),
    )
    return new Map(
      items.map(({ key, id, refs }) => [
        key,
        {
          presenter: '',
          written: [],
          title: bodyName(region, id),
          days: meetings
            .filter((meeting) => refs.includes(meeting.id))
            .map(({ startsAt }) => startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()),
        },
      ]),
    )
  },
})
