import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { planVisits } from '../../store/visit/visits.ts'
import { planMeetings } from '../meeting/meeting-plan.ts'
import { planStandingReminders } from './standing-reminders.ts'

/** What a region must always have planned, made whole. Doing it twice changes nothing. */
export const planRegion = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<void> => {
  await planMeetings(scope, region, now)
  await planVisits(scope, region, now)
  await planStandingReminders(scope, region, now)
}
