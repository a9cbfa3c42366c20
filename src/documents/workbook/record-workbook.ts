import writeXlsx from 'write-excel-file/node'
import type { MeetingRecords } from '../../domain/document/meeting-records.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { attendanceSheet, casesSheet, meetingsSheet } from './record-sheets.ts'

/** A month's meeting records as .xlsx bytes: meetings, attendance by office, meetings on cases. */
export const recordWorkbook = async (
  records: MeetingRecords,
  language: 'ja' | 'en',
  text: Catalogue,
): Promise<Uint8Array> => {
  const { sheets, font } = text.minutes.records
  const made = [
    { sheet: sheets.meetings, ...meetingsSheet(records, language, text) },
    { sheet: sheets.attendance, ...attendanceSheet(records, language, text) },
    { sheet: sheets.cases, ...casesSheet(records, language, text) },
  ]
  const file = await writeXlsx(
    made.map(({ sheet, rows, widths, stickyColumns }) => ({
      sheet,
      data: rows,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: stickyColumns,
      orientation: 'landscape' as const,
    })),
    { fontFamily: font, fontSize: 11 },
  ).toBuffer()
  return new Uint8Array(file)
}
