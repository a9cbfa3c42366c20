import { handoverSections } from '../../cards/handover.ts'
import { tellsOpenWork } from '../../domain/digest/morning.ts'
import { type OpenSheet, toldSheets } from '../../domain/handover/telling.ts'
import { sheetsSince } from '../../store/handover/handover-sheets.ts'
import { type DigestReader, digestSection, type Inquiry, isNew } from '../digest/section.ts'

type Sheet = Omit<OpenSheet, 'as'>

/** The sheets a morning may tell of, without what was written. */
const openSheets = async (inquiry: Inquiry): Promise<Sheet[]> => {
  const sheets = await sheetsSince(inquiry.scope, inquiry.toldFrom)
  return sheets.map(({ id, code, senderId, receiverId, state, sentAt, answeredAt }) => ({
    ...{ id, code, senderId, receiverId, state },
    sentOn: sentAt.toZonedDateTimeISO(inquiry.region.timeZone).toPlainDate(),
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
