import { writeFullDate, writeMonth } from '../../domain/calendar/write-date.ts'
import type { GuidanceRecord, MonitoringRecord } from '../../domain/figures/fee-records.ts'
import type { MeetingRecords } from '../../domain/figures/meeting-records.ts'
import { type OfficeWorkload, workloads } from '../../domain/figures/workload.ts'
import { memberName, officeName } from '../../domain/region/names.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import {
  averageCell,
  type Cell,
  countCell,
  headings,
  type Sheet,
  sumRow,
  textCell,
  wrappedCell,
} from './cells.ts'

type Language = 'ja' | 'en'

/** 主任の助言: a line for each occasion and office; what was said is added by hand where nobody wrote it in the bot. */
export const guidanceSheet = (
  { month, guidance }: MeetingRecords,
  language: Language,
  text: Catalogue,
): Sheet => {
  const { columns } = text.records.guidance
  return {
    rows: [
      headings(Object.values(columns)),
      ...guidance
        .toSorted((a, b) => (a.office < b.office ? -1 : a.office > b.office ? 1 : 0))
        .map((one) => guidanceRow(one, month, language, text)),
    ],
    widths: [34, 16, 20, 24, 34, 34, 18, 30, 34, 14, 60, 40],
    stickyColumns: 1,
  }
}

const guidanceRow = (
  { kind, on, by, byOffice, recipients, office, seriesName = '', code = '', content = '' }: GuidanceRecord,
  month: Temporal.PlainYearMonth,
  language: Language,
  text: Catalogue,
): Cell[] => {
  const { records, document } = text
  const { own, other, kinds } = records.guidance
  return [
    textCell(office === '' ? records.noOffice : office),
    textCell(writeMonth(month, language)),
    textCell(writeFullDate(on, language)),
    textCell(by),
    textCell(byOffice),
    wrappedCell(recipients.join(document.names)),
    textCell(office === byOffice ? own : other),
    textCell(kinds[kind]),
    textCell(seriesName),
    textCell(code),
    wrappedCell(content),
    {},
  ]
}

/** A line for each monitoring that was due in the month or done in it, by office. */
export const monitoringSheet = (records: MeetingRecords, language: Language, text: Catalogue): Sheet => {
  const { columns } = text.records.monitoring
  const offices = [...Map.groupBy(records.monitoring, ({ officeId }) => officeId).values()]
  return {
    rows: [
      headings(Object.values(columns)),
      ...offices.flat().map((one) => monitoringRow(one, records, language, text)),
    ],
    widths: [34, 20, 16, 16, 20, 26, 20, 20, 24],
    stickyColumns: 3,
  }
}

const monitoringRow = (
  { officeId, memberId, code, dueMonth, done }: MonitoringRecord,
  { region }: MeetingRecords,
  language: Language,
  text: Catalogue,
): Cell[] => [
  textCell(officeName(region, officeId)),
  textCell(memberName(region, memberId)),
  textCell(code),
  textCell(writeMonth(dueMonth, language)),
  textCell(done ? writeFullDate(done.on, language) : text.records.monitoring.open),
  textCell(done ? text.monitoring.outcomes[done.outcome] : ''),
  textCell(done ? memberName(region, done.by) : ''),
  textCell(done ? writeFullDate(done.recordedOn, language) : ''),
  {},
]

/** What the additions count: a line for each specialist, and their office's sum with its full-time equivalent. */
export const workloadSheet = (records: MeetingRecords, text: Catalogue): Sheet => {
  const { columns, total } = text.records.workload
  const { region } = records
  return {
    rows: [
      headings(Object.values(columns)),
      ...workloads(records, region.offices, records.month).flatMap((office) => {
        const name = textCell(officeName(region, office.officeId))
        return [
          ...office.members.map((one) => [
            name,
            textCell(memberName(region, one.memberId)),
            ...countCells(one),
            {},
            {},
          ]),
          sumRow([
            name,
            textCell(total),
            ...countCells(office),
            averageCell(office.fullTime),
            averageCell(office.perFullTime),
          ]),
        ]
      }),
    ],
    widths: [34, 24, 16, 12, 16, 14, 14, 14, 14, 12, 12, 18],
    stickyColumns: 2,
  }
}

const countCells = (
  of: Omit<OfficeWorkload, 'officeId' | 'members' | 'fullTime' | 'perFullTime'>,
): Cell[] => [
  ...[of.due, of.kept, of.monitoring, of.notMet, of.plans, of.handled, of.sixMonths].map(countCell),
  averageCell(of.average),
]

/** What each sheet holds, and what people add because the bot cannot know it. */
export const aboutSheet = (text: Catalogue): Sheet => {
  const { about, sheets } = text.records
  const names = ['meetings', 'attendance', 'cases', 'guidance', 'monitoring', 'workload'] as const
  return {
    rows: [
      headings(about.columns),
      ...names.map((name) => [textCell(sheets[name]), ...about[name].map(wrappedCell)]),
    ],
    widths: [24, 70, 80],
    stickyColumns: 1,
  }
}
