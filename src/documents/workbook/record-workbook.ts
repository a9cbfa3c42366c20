import type { MeetingRecords } from '../../domain/document/meeting-records.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { attendanceSheet, casesSheet, meetingsSheet } from './record-sheets.ts'
import { writeWorkbook } from './write-workbook.ts'

/** A month's meeting records as .xlsx bytes: meetings, attendance by office, meetings on cases. */
export const recordWorkbook = (
  records: MeetingRecords,
  language: 'ja' | 'en',
  text: Catalogue,
): Promise<Uint8Array> => {
  const { sheets, font } = text.minutes.records
  return writeWorkbook(
    [
      { sheet: sheets.meetings, ...meetingsSheet(records, language, text) },
      { sheet: sheets.attendance, ...attendanceSheet(records, language, text) },
      { sheet: sheets.cases, ...casesSheet(records, language, text) },
    ],
    font,
  )
}
