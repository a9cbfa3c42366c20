import type { DateFault } from '../../calendar/read-date.ts'
import type { CaseCodeFault } from '../case-code.ts'

/** Why a row, or a heading, cannot be taken as it stands. */
export type FaultReason =
  | { reason: 'no-heading' }
  | { reason: 'no-code' }
  | { reason: 'counting-column' }
  | { reason: 'bad-code'; wrong: CaseCodeFault }
  | { reason: 'code-is-date' }
  | { reason: 'twice'; first: { sheet: string; row: number } }
  | { reason: 'unknown-office' | 'unknown-member' | 'unknown-municipality'; nearest: string[] }
  | { reason: 'no-member' }
  | { reason: 'error-cell' }
  | { reason: 'ambiguous'; others: string[] }
  | { reason: 'no-validity' }
  | { reason: 'bad-date'; wrong: DateFault }
  | { reason: 'half-period' }
  | { reason: 'end-before-start' }
  | { reason: 'too-early' | 'too-long' | 'too-far' | 'long-over' }
  | { reason: 'in-future' }
  | { reason: 'bad-kind' }
  | { reason: 'bad-state' }
  | { reason: 'bad-interval' }
  | { reason: 'month-or-interval' }
  | { reason: 'outside-validity' }
  | { reason: 'bad-mark' }
  | { reason: 'which-year' }
  | { reason: 'bad-need' }

/** A fault, where it stands. `row` as a person counts them, from 1; `cell` as a spreadsheet names it. */
export type LedgerFault = FaultReason & {
  sheet: string
  row: number
  cell?: string
  heading?: string
  typed?: string
}

/** What was taken in another way than it was typed, or left out: to be told, with nothing to be mended. */
export type LedgerNote = { sheet: string; row: number } & (
  | { reason: 'total' | 'group' | 'remark' | 'other-table' | 'ended' | 'no-months' }
  | { reason: 'name-folded'; typed: string; taken: string }
  | { reason: 'last-not-reached'; typed: string }
  | { reason: 'marks-outside'; typed: string }
)

/** Converts an index to a column's letters: 0 is `A`, 26 `AA`. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
