import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../engine/database.ts'
import { purgeMinutes } from '../minutes/minutes.ts'
import { writeAudit } from './audit.ts'

/** Minutes, records and attendance of meetings older than the region keeps them, each with its line in the audit log. */
export const purgeOldMinutes = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<void> => {
  const before = now.toZonedDateTimeISO(region.timeZone).subtract({ years: region.settings.minutesYears })
  const purged = await purgeMinutes(scope, before.toInstant())
  await writeAudit(
    scope,
    purged.map((subjectId) => ({
      at: now,
      action: 'minutes.purge',
      access: 'change' as const,
      subjectKind: 'minutes',
      subjectId,
    })),
  )
}
