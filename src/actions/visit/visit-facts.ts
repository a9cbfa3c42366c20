import type { OpenVisit, ReportedVisit } from '../../domain/visit/telling.ts'
import type { Scope } from '../../store/engine/database.ts'
import { readConcurrently } from '../../store/engine/read-concurrently.ts'
import { openVisits, reportedVisits } from '../../store/visit/visits.ts'

/** The visits a morning may tell of: those not reported, and those reported since the last. */
export const visitFacts = async (
  scope: Scope,
  today: Temporal.PlainDate,
  toldFrom: Temporal.Instant,
): Promise<{ open: OpenVisit[]; reported: ReportedVisit[] }> => {
  const { open, reported } = await readConcurrently({
    open: openVisits(scope, today.add({ days: 7 })),
    reported: reportedVisits(scope, toldFrom),
  })
  return {
    open,
    reported: reported.flatMap(({ id, officeId, doneOn }) => (doneOn ? [{ id, officeId, doneOn }] : [])),
  }
}
