import { CASE_CODE_FAULTS } from '../../domain/case/case-code.ts'
import type { LedgerFault, LedgerNote } from '../../domain/case/ledger/faults.ts'
import type { LedgerRead } from '../../domain/case/ledger/read-ledger.ts'
import type { Region } from '../../domain/region/region.ts'
import { catalogues } from '../../text/catalogue.ts'
import { type CountFrom, counted, countedMonths } from './count-from.ts'

const { ledger: words, fieldFaults } = catalogues.ja

/** What `--json` prints of a ledger: what was read as what, and what was not and why. */
export const previewOf = (ledger: LedgerRead, { offices, members }: Region, from: CountFrom) => {
  const nameOf = (list: readonly { id: string; name: string }[], wanted: string) =>
    list.find(({ id }) => id === wanted)?.name ?? wanted
  const faults = ledger.ok ? [] : ledger.faults
  return {
    sheets: ledger.sheets,
    columns: ledger.columns.map(({ sheet, heading, as }) => ({ sheet, heading, as })),
    cases: ledger.cases.map((one) => ({
      sheet: one.sheet,
      row: one.row,
      code: one.code,
      office: nameOf(offices, one.officeId),
      member: nameOf(members, one.memberId),
      officeId: one.officeId,
      memberId: one.memberId,
      validFrom: one.plan?.validity.start.toString() ?? null,
      validTo: one.plan?.validity.end.toString() ?? null,
      months: countedMonths(counted(one, from)).map(String),
      ...(one.closedOn ? { closedOn: one.closedOn.toString() } : {}),
      ...(one.isSuspended ? { suspended: true } : {}),
      ...(one.lastMonitoring ? { lastMonitoring: one.lastMonitoring.toString() } : {}),
    })),
    faults: faults.map((fault) => ({
      sheet: fault.sheet,
      row: fault.row,
      cell: fault.cell ?? null,
      column: fault.heading ?? null,
      reason: fault.reason,
      value: fault.typed ?? null,
      text: reasonOf(fault),
    })),
    notes: ledger.notes,
  }
}

/** What was not read, or read in another way than it was typed. */
export const readLines = ({ sheets, columns, notes }: LedgerRead): string[] => {
  const unread = sheets.flatMap(({ name, why }) => (why ? [words.unreadSheet(name, words.why[why])] : []))
  const of = (as: string) => [
    ...new Set(columns.filter((one) => one.as === as).map(({ heading }) => heading)),
  ]
  const [personal, other] = [of('personal'), of('not-used')]
  return [
    ...unread,
    ...(personal.length > 0 ? [words.personal(personal.join(words.separator))] : []),
    ...(other.length > 0 ? [words.notUsed(other.join(words.separator))] : []),
    ...noteLines(notes),
  ]
}

/** Totals and rows that name a group are as they should be: they stand in the JSON only. */
const noteLines = (notes: readonly LedgerNote[]): string[] => {
  const byReason = Map.groupBy(notes, ({ reason }) => reason)
  const rows = (reason: LedgerNote['reason']) =>
    (byReason.get(reason) ?? []).map(({ sheet, row }) => words.row(sheet, row)).slice(0, MOST_ROWS)
  const lists = (['remark', 'other-table', 'ended', 'no-months'] as const)
    .filter((reason) => byReason.has(reason))
    .map((reason) =>
      words.note[reason](rows(reason).join(words.separator), byReason.get(reason)?.length ?? 0),
    )
  const single = notes.flatMap((note) => {
    const place = words.row(note.sheet, note.row)
    switch (note.reason) {
      case 'name-folded':
        return [words.note['name-folded'](place, note.typed, note.taken)]
      case 'last-not-reached':
      case 'marks-outside':
        return [words.note[note.reason](place, note.typed)]
      default:
        return []
    }
  })
  return [...lists, ...single.slice(0, MOST_ROWS)]
}

/** So many rows are named; how many there are, the sentence says. */
const MOST_ROWS = 20

export const faultLines = (faults: readonly LedgerFault[]): string[] => [
  words.nothingStored(new Set(faults.map(({ sheet, row }) => `${sheet} ${row}`)).size),
  ...faults.map((fault) => words.place(fault.sheet, fault.row, fault.heading, fault.typed) + reasonOf(fault)),
]

const reasonOf = (fault: LedgerFault): string => {
  switch (fault.reason) {
    case 'twice':
      return words.fault.twice(
        words.row(fault.first.sheet === fault.sheet ? '' : fault.first.sheet, fault.first.row),
      )
    case 'unknown-office':
    case 'unknown-member':
    case 'unknown-municipality':
      return words.fault.unknown(fault.nearest.join(words.separator))
    case 'bad-code':
      return fieldFaults[CASE_CODE_FAULTS[fault.wrong]]
    case 'bad-date':
      return words.date[fault.wrong]
    case 'ambiguous':
      return words.fault.ambiguous(fault.others.join(words.separator))
    case 'no-heading':
      return words.noHeading
    default:
      return words.fault[fault.reason]
  }
}
