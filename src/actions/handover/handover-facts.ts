import type { OpenSheet } from '../../domain/handover/telling.ts'
import type { Scope } from '../../store/engine/database.ts'
import { sheetsSince } from '../../store/handover/handover-sheets.ts'

/** The sheets a morning may tell of, without what was written. */
export const handoverFacts = async (
  scope: Scope,
  timeZone: string,
  toldFrom: Temporal.Instant,
): Promise<Omit<OpenSheet, 'as'>[]> => {
  const sheets = await sheetsSince(scope, toldFrom)
  return sheets.map(({ id, code, senderId, receiverId, state, sentAt, answeredAt }) => ({
    id,
    code,
    senderId,
    receiverId,
    state,
    sentOn: sentAt.toZonedDateTimeISO(timeZone).toPlainDate(),
    isNew: Temporal.Instant.compare(answeredAt ?? sentAt, toldFrom) >= 0,
  }))
}

/** Those that concern one reader, and as whom; `asksOf` says who is asked for a member's work today. */
export const sheetsFor = (
  sheets: readonly Omit<OpenSheet, 'as'>[],
  reader: string,
  asksOf: ReadonlyMap<string, string | undefined>,
  coordinates: boolean,
): OpenSheet[] =>
  sheets.flatMap((sheet): OpenSheet[] => {
    if (asksOf.get(sheet.receiverId) === reader) return [{ ...sheet, as: 'receiver' }]
    if (asksOf.get(sheet.senderId) === reader) return [{ ...sheet, as: 'sender' }]
    return coordinates ? [{ ...sheet, as: 'centre' }] : []
  })
