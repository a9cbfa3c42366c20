import { caseCodeFault, foldCaseCode } from '../case-code.ts'
import { isError } from './cell.ts'
import { type Known, type Match, match } from './known.ts'
import { type LedgerPlan, readPlan } from './read-plan.ts'
import type { RowReader } from './row-reader.ts'

/** A case as the ledger has it, with the sheet and row it was read from. */
export type LedgerCase = {
  sheet: string
  row: number
  code: string
  officeId: string
  memberId: string
  municipalityId?: string
  needLevel?: 1 | 2 | 3
  closedOn?: Temporal.PlainDate
  /** 休止: since when is not said. */
  isSuspended?: boolean
  /** When the last monitoring was: the months up to it are done. */
  lastMonitoring?: Temporal.PlainDate
  plan?: LedgerPlan
}

type Read = { code: string; found: Omit<LedgerCase, 'sheet' | 'row'> | undefined; left?: boolean }

/** Reads a row. `left`: a case that ended at a time not said, which is noted and not taken. */
export const readCase = (row: RowReader, known: Known, today: Temporal.PlainDate | undefined): Read => {
  const closedOn = readPast(row, 'closed', today)
  const state = readState(row)
  if (state === 'ended' && !closedOn && !row.has('closed')) {
    row.note({ reason: 'ended' })
    return { code: '', found: undefined, left: true }
  }
  const code = readCode(row, known)
  const place = readPlace(row, known)
  const plan = readPlan(row, closedOn ? undefined : today)
  const needLevel = readNeed(row)
  const lastMonitoring = readPast(row, 'last', today)
  if (!place) return { code, found: undefined }
  const found: Read['found'] = {
    code,
    ...place,
    ...(plan ? { plan } : {}),
    ...(closedOn ? { closedOn } : {}),
    ...(needLevel ? { needLevel } : {}),
    ...(state === 'suspended' && !closedOn ? { isSuspended: true } : {}),
    ...(lastMonitoring ? { lastMonitoring } : {}),
  }
  return { code, found }
}

/** What Excel makes of a code like 8-1 when it takes it for a date, in a workbook and in a .csv. */
const DATE_CODE =
  /^(?:\d{1,2}月\d{1,2}日|\d{4}[/年]\d{1,2}.*|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,2}-(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:-\d{2,4})?|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)-\d{1,4})$/u

const readCode = (row: RowReader, known: Known): string => {
  const cell = row.cell('code')
  const code = foldCaseCode(row.text('code'))
  if (isError(cell)) return ''
  if (cell instanceof Temporal.PlainDate || DATE_CODE.test(code)) {
    row.fault('code', { reason: 'code-is-date' })
    return code
  }
  const wrong = code === '' || known.codes.has(code) ? undefined : caseCodeFault(code)
  if (code === '') row.fault('code', { reason: 'no-code' })
  else if (wrong) row.fault('code', { reason: 'bad-code', wrong })
  return code
}

type CasePlace = Pick<LedgerCase, 'officeId' | 'memberId' | 'municipalityId'>

/** Who carries the case. An office of one person needs no name. */
const readPlace = (row: RowReader, known: Known): CasePlace | undefined => {
  const office = find(row, 'office', known.offices)
  const candidates = known.members.filter((one) => one.officeId !== undefined)
  const there = office ? candidates.filter((one) => one.officeId === office.id) : candidates
  const member = find(row, 'member', there)
  const only = there.length === 1 && !row.has('member') ? there[0] : undefined
  const carrier = member ?? only
  const isOfficeOpen = row.has('office') && !office
  if (!carrier && !row.has('member') && !isOfficeOpen && !row.isAsked)
    row.fault('member', { reason: 'no-member' })
  const municipality = find(row, 'municipality', known.municipalities)
  if (!carrier?.officeId) return undefined
  return {
    officeId: office?.id ?? carrier.officeId,
    memberId: carrier.id,
    ...(municipality ? { municipalityId: municipality.id } : {}),
  }
}

const find = <T extends { id: string; name: string }>(
  row: RowReader,
  column: 'office' | 'member' | 'municipality',
  known: readonly T[],
): T | undefined => {
  if (!row.has(column) || isError(row.cell(column))) return undefined
  const typed = row.text(column)
  const read: Match<T> = match(typed, known)
  if (!read.ok) {
    row.fault(column, { reason: `unknown-${column}`, nearest: read.nearest })
    return undefined
  }
  if (read.isFolded) row.note({ reason: 'name-folded', typed, taken: read.found.name })
  return read.found
}

/** A day that is past: one to come, or before there were such plans, was mistyped. */
const readPast = (
  row: RowReader,
  column: 'closed' | 'last',
  today: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined => {
  const day = row.date(column, 'last')
  if (!day) return undefined
  const isMonth = column === 'last' && today && day.toPlainYearMonth().equals(today.toPlainYearMonth())
  if (today && Temporal.PlainDate.compare(day, today) > 0 && !isMonth)
    row.fault(column, { reason: 'in-future' })
  else if (Temporal.PlainDate.compare(day, FIRST_PLANS) < 0) row.fault(column, { reason: 'too-early' })
  else return day
  return undefined
}

/** 計画相談支援 began on this day (障害者総合支援法, as of 2012). */
const FIRST_PLANS = Temporal.PlainDate.from('2012-04-01')

const ENDED =
  /^(?:契約|支援|利用|ケース)?(?:終了|終結|廃止|解約|解除|中止)(?:済み?)?(?: ?\(.*\))?$|^(?:死亡|転出|転居)$/u
const SUSPENDED = /^(?:一時|利用|支援)?(?:休止|中断)(?:中)?(?: ?\(.*\))?$/u
const RUNNING =
  /^(?:(?:契約|支援|利用|実施|継続|稼働|調整|計画作成|受付|対応)中?|新規|更新|変更|有効|現在?|在籍|開始|通常|[○〇◯])$/u

const readState = (row: RowReader): 'ended' | 'suspended' | undefined => {
  const text = row.text('state')
  if (ENDED.test(text)) return 'ended'
  if (SUSPENDED.test(text)) return 'suspended'
  if (text !== '' && !RUNNING.test(text) && !isError(row.cell('state')))
    row.fault('state', { reason: 'bad-state' })
  return undefined
}

const NEEDS: Record<string, 1 | 2 | 3> = { '1': 1, A: 1, 高: 1, '2': 2, B: 2, 中: 2, '3': 3, C: 3, 低: 3 }

const readNeed = (row: RowReader): 1 | 2 | 3 | undefined => {
  if (!row.has('need') || isError(row.cell('need'))) return undefined
  const level = NEEDS[row.text('need').toUpperCase()]
  if (!level) row.fault('need', { reason: 'bad-need' })
  return level
}
