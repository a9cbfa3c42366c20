import type { MinutesVersionLine } from '../../cards/minutes.ts'
import { chairOf } from '../../domain/meeting/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import type { MinutesVersion } from '../../store/minutes/minutes.ts'
import type { Call } from '../call.ts'

export const versionLines = ({ region }: Call, versions: readonly MinutesVersion[]): MinutesVersionLine[] => {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return versions.map(({ version, writtenBy, writtenAt, change, approvedBy, approvedAt }) => ({
    version,
    by: memberName(region, writtenBy),
    on: dayOf(writtenAt),
    change,
    approved:
      approvedBy && approvedAt ? { by: memberName(region, approvedBy), on: dayOf(approvedAt) } : undefined,
  }))
}

/** Who approves, as people call them. */
export const approverName = ({ region, text }: Call, bodyId: string, on: Temporal.PlainDate): string => {
  const chair = chairOf(region, bodyId, on)
  return chair === undefined ? text.minutes.theCentre : text.minutes.named(memberName(region, chair))
}
