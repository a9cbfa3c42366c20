import { standsInFor } from '../../domain/absence/stand-in.ts'
import { holds } from '../../domain/handover/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { askerOf, stoodInFor } from '../../domain/region/roster.ts'
import { absencesOn, type StoredAbsence } from '../../store/absence/absences.ts'
import type { Scope } from '../../store/engine/database.ts'
import { endSheets, type HandoverSheet, sheetsSince } from '../../store/handover/handover-sheets.ts'

/** The sheets as they are now: one that waits has expired where what it rests on is no more. */
export const withState = (
  sheets: readonly HandoverSheet[],
  region: Region,
  absences: readonly StoredAbsence[],
  today: Temporal.PlainDate,
): HandoverSheet[] => {
  const memberOf = (id: string) => region.members.find((member) => member.id === id)
  return sheets.map((sheet) => {
    if (sheet.state !== 'sent') return sheet
    const sender = memberOf(sheet.senderId)
    const asker = sender && {
      ...askerOf(sender, today),
      standsInFor: stoodInFor(region, standsInFor(sender.id, absences, today)),
    }
    const sides = { sender: asker, receiver: memberOf(sheet.receiverId) }
    return holds(sheet, sides) ? sheet : { ...sheet, state: 'expired' }
  })
}

/** Closes each night the sheets that have expired, so that both sides are told once. */
export const closeExpiredSheets = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
): Promise<void> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const waiting = (await sheetsSince(scope, now)).filter(({ state }) => state === 'sent')
  const absences = waiting.length > 0 ? await absencesOn(scope, today) : []
  const expired = withState(waiting, region, absences, today).filter(({ state }) => state === 'expired')
  await endSheets(
    scope,
    expired.map(({ id }) => id),
    now,
  )
}
