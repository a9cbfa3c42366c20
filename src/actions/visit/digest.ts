import { drawVisitReports, drawVisits } from '../../cards/digest/visits.ts'
import { tellsOpenWork } from '../../domain/digest/morning.ts'
import { toldVisits } from '../../domain/visit/telling.ts'
import { openVisits, reportedVisits } from '../../store/visit/visits.ts'
import { digestSection } from '../digest/section.ts'

/** Section: visits not reported, of the reader and of those whom they stand in for. */
export const visits = digestSection({
  name: 'visits',
  load: async ({ scope, morning }) => openVisits(scope, morning.today.add({ days: 7 })),
  forReader: (open, { id }, { asked, morning }) =>
    toldVisits(
      open.filter(({ visitorId }) => asked.get(visitorId) === id),
      morning,
      tellsOpenWork(morning),
    ),
  card: drawVisits,
})

/** Section for an officer: visits of their municipality, reported since the last morning. */
export const visitReports = digestSection({
  name: 'visit-reports',
  exists: ({ isReadBy }) => isReadBy('officer'),
  load: async ({ scope, region, toldFrom }) => {
    const places = new Map(region.offices.map((office) => [office.id, office.municipality]))
    const reported = await reportedVisits(scope, toldFrom)
    return reported.flatMap(({ id, officeId, doneOn }) =>
      doneOn ? [{ id, officeId, doneOn, municipality: places.get(officeId) }] : [],
    )
  },
  forReader: (reported, { decides, municipality }) =>
    decides && municipality !== undefined
      ? reported.filter((visit) => visit.municipality === municipality)
      : [],
  card: drawVisitReports,
})
