import type { CaseReach } from '../../domain/case/permission.ts'
import type { ForecastFacts } from '../../domain/monitoring/forecast/forecast.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { monthCounts, selfPlanCounts } from '../../store/monitoring/forecast-counts.ts'
import { allOpenings } from '../../store/openings/openings.ts'

/** What a forecast is made of, for the cases within reach. */
export const forecastFacts = async (
  scope: Scope,
  region: Region,
  reach: CaseReach,
  from: Temporal.PlainYearMonth,
): Promise<ForecastFacts> => {
  const openings = await allOpenings(scope)
  return {
    from,
    offices: region.offices.map(({ id, name, fullTime }) => ({
      id,
      name,
      fullTime,
      opening: openings.find(({ officeId }) => officeId === id),
    })),
    municipalities: region.municipalities.filter(
      ({ id }) => reach.reach !== 'municipality' || id === reach.municipalityId,
    ),
    counts: await monthCounts(scope, reach, from),
    selfPlans: await selfPlanCounts(scope, reach),
  }
}
