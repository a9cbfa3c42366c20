import type { MeetingRecords } from '../../domain/figures/meeting-records.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { writeWorkbook } from './cells.ts'
import { aboutSheet, guidanceSheet, monitoringSheet, workloadSheet } from './fee-sheets.ts'
import { attendanceSheet, casesSheet, meetingsSheet } from './record-sheets.ts'

/** A month's records as .xlsx bytes: meetings, attendance, cases, guidance, monitoring, counts, and what to add by hand. */
export const recordWorkbook = (
  records: MeetingRecords,
  language: 'ja' | 'en',
  text: Catalogue,
): Promise<Uint8Array> => {
  const { sheets, font } = text.records
  return writeWorkbook(
    [
      { sheet: sheets.meetings, ...meetingsSheet(records, language, text) },
      { sheet: sheets.attendance, ...attendanceSheet(records, language, text) },
      { sheet: sheets.cases, ...casesSheet(records, language, text) },
      { sheet: sheets.guidance, ...guidanceSheet(records, language, text) },
      { sheet: sheets.monitoring, ...monitoringSheet(records, language, text) },
      { sheet: sheets.workload, ...workloadSheet(records, text) },
      { sheet: sheets.about, ...aboutSheet(text) },
    ],
    font,
  )
}
