import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { visitsBetween } from '../../store/visit/visits.ts'

/** Visits of the period, by office: every office of the region, also those not visited. */
export const countVisits = async (
  scope: Scope,
  region: Region,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<{ office: string; name: string; visits: number }[]> => {
  const made = await visitsBetween(scope, from, to)
  return region.offices.map(({ id, name }) => ({
    office: id,
    name,
    visits: made.filter(({ officeId }) => officeId === id).length,
  }))
}
