import { calendarOf } from '../../domain/region/calendar.ts'
import type { Region } from '../../domain/region/region.ts'
import { plannedVisits } from '../../domain/visit/planned-visits.ts'
import type { Scope } from '../../store/engine/database.ts'
import { addVisits, dropVisits, type Visit, visitsFrom } from '../../store/visit/visits.ts'

const HORIZON = Temporal.Duration.from({ days: 400 })

/** Updates the visits to come to what the region file asks for; leaves alone what is past or reported. */
export const planVisits = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<void> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const wanted = plannedVisits(region, calendarOf(region), today, today.add(HORIZON))
  const isWanted = (one: Visit) =>
    wanted.some(
      ({ officeId, on, visitorId }) =>
        officeId === one.officeId && visitorId === one.visitorId && on.equals(one.plannedOn),
    )
  const dropped = (await visitsFrom(scope, today)).filter((one) => !isWanted(one))
  await dropVisits(
    scope,
    dropped.map(({ id }) => id),
  )
  await addVisits(
    scope,
    wanted.map(({ officeId, on, visitorId }) => ({ officeId, visitorId, plannedOn: on })),
  )
}
