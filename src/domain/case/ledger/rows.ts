import { caseCodeFault, foldCaseCode } from '../case-code.ts'
import { type Cell, cellDate, cellText, isBlank } from './cell.ts'
import type { LedgerNote } from './faults.ts'
import type { Column } from './headings.ts'
import { type Known, match } from './known.ts'
import type { Row, Table } from './tables.ts'

/** Who carries the cases below a row that names a group. */
export type Group = { office?: Cell; member?: Cell }
export type CaseRow = Row & { group: Group }

const TOTAL =
  /^(?:合 ?計|小 ?計|総 ?計|累 ?計|計|件 ?数|総 ?数|総件数|合計件数|平均)(?: ?\([^()]*\))?[::]? ?(?:\d[\d,.]* ?(?:件|名|人|ケース|回|%)?)?$/u
/** A group's subtotal: `くも 小計`. */
const SUBTOTAL = /.(?:計|件数)$/u
const COUNT = /^-?(?:0|[1-9][\d,]*)(?:\.\d+)? ?(?:件|名|人|ケース|回|%|か所)?$/u

type Filled = { index: number; cell: Cell; text: string }

/** Which rows of a table hold a case, each with its group; the others are noted, so that none is dropped unseen. */
export const caseRows = (
  { columns, rows }: Table,
  known: Known,
  note: (row: number, reason: LedgerNote['reason'] & ('total' | 'group' | 'remark')) => void,
): CaseRow[] => {
  const at = (column: Column) => columns.at.get(column)?.index ?? -1
  const codeAt = at('code')
  const hasCode = ({ own }: Row) => isCodeLike(cellText(own[codeAt]))
  const lastCoded = rows.findLast(hasCode)?.index ?? -1
  const isGrouped = {
    office: !rows.some((row) => hasCode(row) && !isBlank(row.cells[at('office')])),
    member: !rows.some((row) => hasCode(row) && !isBlank(row.cells[at('member')])),
  }
  const found: CaseRow[] = []
  let group: Group = {}
  for (const row of rows) {
    const filled: Filled[] = [...row.own.entries()]
      .map(([index, cell]) => ({ index, cell, text: cellText(cell) }))
      .filter(({ text }) => text !== '')
    if (filled.length === 0) continue
    if (isTotal(filled, codeAt)) {
      note(row.index, 'total')
      continue
    }
    const isMore = isBlank(row.own[codeAt]) && !isBlank(row.cells[codeAt])
    const previous = found.at(-1)
    if (isMore && previous) {
      previous.more.push(row)
      continue
    }
    const named = isMore
      ? undefined
      : groupOf(
          filled,
          { code: codeAt, office: at('office'), member: at('member'), municipality: at('municipality') },
          known,
        )
    if (named) {
      group = named.office === undefined ? { ...group, ...named } : named
      note(row.index, 'group')
      continue
    }
    const read = new Set([...columns.at.values(), ...columns.grid].map(({ index }) => index))
    if (
      isRemark(filled, codeAt, read) ||
      (row.index > lastCoded &&
        isFooter(filled, columns.at.get('code')?.index ?? -1, [
          at('start'),
          at('end'),
          at('monitoring'),
          at('period'),
        ]))
    ) {
      note(row.index, 'remark')
      continue
    }
    found.push({
      ...row,
      more: [],
      group: {
        ...(isGrouped.office && group.office !== undefined ? { office: group.office } : {}),
        ...(isGrouped.member && group.member !== undefined ? { member: group.member } : {}),
      },
    })
  }
  return found
}

const isCodeLike = (text: string): boolean => text !== '' && caseCodeFault(foldCaseCode(text)) !== 'shape'

/** A total by its whole word and nothing but counts beside it: 計画相談 begins alike and is none. */
const isTotal = (filled: readonly Filled[], codeAt: number): boolean => {
  const words = filled.filter(({ text }) => TOTAL.test(text))
  const rest = filled.filter((one) => !words.includes(one))
  const isCount = ({ cell, text }: Filled) => typeof cell === 'number' || COUNT.test(text)
  if (words.length > 0 && rest.every(isCount)) return true
  const [word, second] = filled.filter((one) => !isCount(one))
  if (!word || second || filled.length < 2 || filled.some(({ index }) => index === codeAt)) return false
  return SUBTOTAL.test(word.text)
}

type Places = { code: number; office: number; member: number; municipality: number }

/** A row that only names an office or a person, and heads the cases below it. */
const groupOf = (filled: readonly Filled[], at: Places, known: Known): Group | undefined => {
  const places = [at.office, at.member, at.municipality].filter((index) => index >= 0)
  if (filled.every(({ index }) => places.includes(index))) {
    const cellAt = (index: number) => filled.find((one) => one.index === index)?.cell
    const [office, member] = [cellAt(at.office), cellAt(at.member)]
    return { ...(office === undefined ? {} : { office }), ...(member === undefined ? {} : { member }) }
  }
  const [only, second] = filled
  if (!only || second || isCodeLike(only.text)) return undefined
  const name = only.text.replace(/^[【[(■●◆○◇□▼]+|[】\])]+$/gu, '').trim()
  if (match(name, known.offices).ok) return { office: name }
  return match(name, known.members).ok ? { member: name } : undefined
}

/** One text alone that is no code, in no column that is read. */
const isRemark = ([only, second]: readonly Filled[], codeAt: number, read: ReadonlySet<number>): boolean =>
  only !== undefined &&
  second === undefined &&
  typeof only.cell === 'string' &&
  !isCodeLike(only.text) &&
  (only.index === codeAt ? !/^[A-Z\d-]+$/iu.test(only.text) : !read.has(only.index))

/** Few cells below the last case, and no date of a plan among them: 作成者, 印, a legend. */
const MOST_OF_A_FOOTER = 3
const isFooter = (filled: readonly Filled[], codeAt: number, dates: readonly number[]): boolean =>
  filled.length <= MOST_OF_A_FOOTER &&
  !filled.some(({ index, text }) => index === codeAt && isCodeLike(text)) &&
  !filled.some(({ index, cell }) => dates.includes(index) && cellDate(cell).ok)
