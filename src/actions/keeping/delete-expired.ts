import type { NewReminder } from '../../domain/delivery/notice.ts'
import { retentionKind } from '../../domain/keeping/notices.ts'
import type { Region } from '../../domain/region/region.ts'
import { casesToPurge } from '../../store/case/cases.ts'
import type { Scope } from '../../store/engine/database.ts'
import { writeAudit } from '../../store/keeping/audit.ts'
import { deleteOldRows, deleteRowsOfMeetings } from '../../store/keeping/delete-old-rows.ts'
import { purgeCaseTexts } from '../case/purge-case-texts.ts'

/** Deletes what is past its retention. Writes a line of the audit log for the texts of each case and each minutes. */
export const deleteExpired = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<void> => {
  const today = now.toZonedDateTimeISO(region.timeZone)
  const { caseYears, minutesYears } = region.settings
  for (const one of await casesToPurge(scope, today.toPlainDate().subtract({ years: caseYears })))
    await purgeCaseTexts(scope, one, now)
  const purged = await deleteRowsOfMeetings(scope, today.subtract({ years: minutesYears }).toInstant())
  const entry = {
    at: now,
    action: 'minutes.purge',
    access: 'change' as const,
    subjectKind: 'minutes' as const,
  }
  await writeAudit(
    scope,
    purged.map((subjectId) => ({ ...entry, subjectId })),
  )
  await deleteOldRows(scope, now)
}

/** Schedules the next retention: each night at three, when nobody works. Each run schedules its successor. */
export const nextRetention = (region: Region, now: Temporal.Instant): NewReminder => {
  const night = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: region.timeZone, plainTime: '03:00' }).toInstant()
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const day = Temporal.Instant.compare(night(today), now) > 0 ? today : today.add({ days: 1 })
  return retentionKind.due({ day }, night(day))
}
