import type { ChangedMeeting } from '../../domain/meeting/telling.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import { changesSince, type MeetingChange } from '../../store/meeting/meeting-changes.ts'
import { hideCaseCodes } from '../case/hide-case-codes.ts'

/** Resolves a change to the name and dates people read. Undefined when its series left the region file. */
export const changedMeeting = (
  region: Region,
  { change, seriesId }: { change: MeetingChange; seriesId: string },
): ChangedMeeting | undefined => {
  const found = region.series.find(({ id }) => id === seriesId)
  if (!found) return undefined
  const { meetingId, what, reach, reason, wasAt, isAt } = change
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone)
  return { meetingId, name: found.name, what, reach, reason, wasAt: local(wasAt), isAt: local(isAt) }
}

/** What the digests tell of changes since an instant, the latest of each meeting, to whom, and who made it. */
export const changedMeetings = async (
  scope: Scope,
  region: Region,
  since: Temporal.Instant,
): Promise<{ change: ChangedMeeting; roster: ReadonlySet<string>; by: string }[]> => {
  const rows = await changesSince(scope, since)
  const reasons = await hideCaseCodes(
    scope,
    rows.map(({ change }) => change.reason),
  )
  const isLatest = ({ change }: (typeof rows)[number], at: number): boolean =>
    rows.findIndex((one) => one.change.meetingId === change.meetingId) === at
  return rows
    .map((row, at) => ({ ...row, change: { ...row.change, reason: reasons[at] ?? row.change.reason } }))
    .filter(isLatest)
    .filter(({ change }) => !change.inChannel)
    .flatMap((row) => {
      const change = changedMeeting(region, row)
      const body = region.series.find(({ id }) => id === row.seriesId)?.body ?? ''
      return change
        ? [
            {
              change,
              roster: new Set(rosterOf(region, body, change.isAt.toPlainDate())),
              by: row.change.changedBy,
            },
          ]
        : []
    })
}
