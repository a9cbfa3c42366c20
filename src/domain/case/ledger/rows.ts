import { caseCodeFault, foldCaseCode } from '../case-code.ts'
import { type Cell, cellDate, cellText, isBlank, isError } from './cell.ts'
import type { Column } from './headings.ts'
import { type Known, match } from './known.ts'
import type { Row, Table } from './tables.ts'

/** Who carries the cases below a row that names a group. */
type Group = { office?: Cell; member?: Cell; municipality?: Cell }
export type CaseRow = Row & { group: Group }

const TOTAL =
  /^(?:合 ?計|小 ?計|総 ?計|累 ?計|計|件 ?数|総 ?数|総件数|合計件数|平均)(?: ?\([^()]*\))?[::]? ?(?:\d[\d,.]* ?(?:件|名|人|ケース|回|%)?)?$/u
/** A group's subtotal: `くも 小計`. */
const SUBTOTAL = /.(?:計|件数)$/u
const COUNT = /^-?(?:0|[1-9][\d,]*)(?:\.\d+)? ?(?:件|名|人|ケース|回|%|か所)?$/u

type Filled = { index: number; cell: Cell; text: string }

/** Which rows of a table hold a case, each with its group; the others are noted, so that none is dropped unseen. */
export const caseRows = (
  table: Table,
  known: Known,
  note: (row: number, reason: Kind) => void,
): CaseRow[] => {
  const places = placesOf(table)
  const found: CaseRow[] = []
  let group: Group = {}
  let isBehindBlank = false
  for (const row of table.rows) {
    const filled = filledOf(row)
    if (filled.length === 0) isBehindBlank = true
    if (filled.length === 0) continue
    const previous = found.at(-1)
    if (previous && isBlank(row.own[places.code]) && !isBlank(row.cells[places.code])) {
      previous.more.push(row)
      continue
    }
    const named = groupOf(filled, places, known)
    const isLast = row.index > places.lastCoded && found.length > 0
    const kind = isTotal(filled, places.code)
      ? 'total'
      : named
        ? 'group'
        : isRemark(filled, places) || (isLast && isFooter(filled, places, isBehindBlank))
          ? 'remark'
          : undefined
    if (kind) note(row.index, kind)
    if (kind === 'group' && named) group = named.office === undefined ? { ...group, ...named } : named
    if (kind) continue
    isBehindBlank = false
    found.push({ ...row, more: [], group: ofGroup(group, places) })
  }
  return found
}

type Kind = 'total' | 'group' | 'remark'
type Places = {
  code: number
  office: number
  member: number
  municipality: number
  /** Columns that are read. */
  read: ReadonlySet<number>
  /** The last row with a case code. */
  lastCoded: number
  /** Whether the office, or the person, stands in rows of groups alone: then these head the cases below. */
  isGrouped: { office: boolean; member: boolean; municipality: boolean }
}

const placesOf = ({ columns, rows }: Table): Places => {
  const at = (column: Column) => columns.at.get(column)?.index ?? -1
  const coded = rows.filter(({ own }) => isCodeLike(cellText(own[at('code')])))
  const isGrouped = (column: Column) => !coded.some((row) => !isBlank(row.cells[at(column)]))
  return {
    code: at('code'),
    office: at('office'),
    member: at('member'),
    municipality: at('municipality'),
    read: new Set([...columns.at.values(), ...columns.grid].map(({ index }) => index)),
    lastCoded: coded.at(-1)?.index ?? -1,
    isGrouped: {
      office: isGrouped('office'),
      member: isGrouped('member'),
      municipality: isGrouped('municipality'),
    },
  }
}

const filledOf = ({ own }: Row): Filled[] =>
  [...own.entries()]
    .map(([index, cell]) => ({ index, cell, text: cellText(cell) }))
    .filter(({ text }) => text !== '')

const ofGroup = ({ office, member, municipality }: Group, { isGrouped }: Places): Group => ({
  ...(isGrouped.municipality && municipality !== undefined ? { municipality } : {}),
  ...(isGrouped.office && office !== undefined ? { office } : {}),
  ...(isGrouped.member && member !== undefined ? { member } : {}),
})

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

/** A row that only names an office or a person, and heads the cases below it. */
const groupOf = (filled: readonly Filled[], at: Places, known: Known): Group | undefined => {
  const places = [at.office, at.member, at.municipality].filter((index) => index >= 0)
  if (filled.every(({ index }) => places.includes(index))) {
    const cellAt = (index: number) => filled.find((one) => one.index === index)?.cell
    const [office, member, municipality] = [cellAt(at.office), cellAt(at.member), cellAt(at.municipality)]
    return {
      ...(office === undefined ? {} : { office }),
      ...(member === undefined ? {} : { member }),
      ...(municipality === undefined ? {} : { municipality }),
    }
  }
  const [only, second] = filled
  if (!only || second || isCodeLike(only.text)) return undefined
  const name = only.text.replace(/^[【[(■●◆○◇□▼]+|[】\])]+$/gu, '').trim()
  if (match(name, known.offices).ok) return { office: name }
  return match(name, known.members).ok ? { member: name } : undefined
}

/** One text alone that is no code, in no column that is read. */
const isRemark = ([only, second]: readonly Filled[], { code, read }: Places): boolean =>
  only !== undefined &&
  second === undefined &&
  typeof only.cell === 'string' &&
  !isError(only.cell) &&
  !isCodeLike(only.text) &&
  (only.index === code ? !/^[A-Z\d-]+$/iu.test(only.text) : !read.has(only.index))

/** Few cells below the last case and a blank row, none of them in a column that a case needs: 作成者, a legend. */
const MOST_OF_A_FOOTER = 3
const isFooter = (filled: readonly Filled[], { code, read }: Places, isBehindBlank: boolean): boolean => {
  const inColumns = filled.filter(
    ({ index, text }) => read.has(index) && (index !== code || isCodeLike(text)),
  )
  const isPlain = !filled.some(({ cell, text }) => isError(cell) || cellDateOf(cell) || SURE_CODE.test(text))
  if (filled.length > MOST_OF_A_FOOTER || !isPlain) return false
  return (
    inColumns.length === 0 ||
    (isBehindBlank && !filled.some(({ index, text }) => index === code && isCodeLike(text)))
  )
}

/** A code wherever it stands: letters, a hyphen, digits. */
const SURE_CODE = /^[A-Z]+-?\d+$/iu

const cellDateOf = (cell: Cell): boolean => typeof cell !== 'number' && cellDate(cell).ok
