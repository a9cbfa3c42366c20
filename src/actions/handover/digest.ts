import { handoverSections } from '../../cards/handover.ts'
import { tellsOpenWork } from '../../domain/digest/morning.ts'
import { type OpenSheet, toldSheets } from '../../domain/handover/telling.ts'
import { sheetsSince } from '../../store/handover/handover-sheets.ts'
import { type DigestReader, digestSection, type Inquiry, isNew } from '../digest/section.ts'
import { withState } from './sheet-state.ts'

type Sheet = Omit<OpenSheet, 'as'>

/** The sheets a morning may tell of, without what was written. */
const openSheets = async (inquiry: Inquiry): Promise<Sheet[]> => {
  const sheets = await sheetsSince(inquiry.scope, inquiry.toldFrom)
  const { region, absences, morning } = inquiry
  const known = withState(sheets, region, absences, morning.today)
  // What expired since last night is told once it is closed.
  const told = known.filter(({ state, answeredAt }) => state !== 'expired' || answeredAt !== null)
  return told.map(({ id, code, senderId, receiverId, state, sentAt, answeredAt }) => ({
    ...{ id, code, senderId, receiverId, state },
    sentOn: sentAt.toZonedDateTimeISO(region.timeZone).toPlainDate(),
    isNew: isNew(answeredAt ?? sentAt, inquiry),
  }))
}

/** 引き継ぎシート that concern a reader. */
export const sheets = digestSection({
  name: 'sheets',
  load: openSheets,
  forReader: (open, reader, inquiry) =>
    toldSheets(sheetsFor(open, reader, inquiry), inquiry.morning, tellsOpenWork(inquiry.morning)),
  card: handoverSections,
})

/** Those that concern one reader, and as whom. */
const sheetsFor = (
  open: readonly Sheet[],
  { id, coordinates }: DigestReader,
  { asked }: Inquiry,
): OpenSheet[] =>
  open.flatMap((sheet): OpenSheet[] => {
    if (asked.get(sheet.receiverId) === id) return [{ ...sheet, as: 'receiver' }]
    if (asked.get(sheet.senderId) === id) return [{ ...sheet, as: 'sender' }]
    return coordinates ? [{ ...sheet, as: 'centre' }] : []
  })
