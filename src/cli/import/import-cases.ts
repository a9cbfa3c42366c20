import { storeLedger, withNewPlan } from '../../actions/case/store-ledger.ts'
import type { Config } from '../../app/config.ts'
import { systemClock } from '../../app/system-clock.ts'
import type { Known } from '../../domain/case/ledger/known.ts'
import { type LedgerCase, readLedger } from '../../domain/case/ledger/read-ledger.ts'
import type { Region } from '../../domain/region/region.ts'
import { caseCodes } from '../../store/case/cases.ts'
import type { Database } from '../../store/engine/database.ts'
import { loadRegion } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { chooseRegion } from '../region/choose.ts'
import { withDatabase } from '../with-database.ts'
import { type CountFrom, counted, type PastMonths, pastMonths, readCountFrom } from './count-from.ts'
import { faultLines, previewOf, readLines } from './ledger-lines.ts'
import { readLedgerFile } from './read-file.ts'

const { ledger: words } = catalogues.ja

export type ImportOptions = {
  /** Reads and tells, and stores nothing. */
  dryRun?: boolean
  /** The sheets to read; without it all that are not hidden. */
  sheet?: readonly string[]
  /** From which month on past due months count: a month, or `all`. */
  from?: string
  /** Asks for it where it is not given; without it the import is refused with the question. */
  ask?: (question: string, proposed: string) => Promise<string>
  onProgress?: (line: string) => void
}

/**
 * Imports cases from a ledger (`tsunagi import cases FILE`): all or nothing, and idempotent. A caller that names no
 * options counts every month.
 */
export const importCases = async (
  file: string,
  regionId: string | undefined,
  config: Config,
  options: ImportOptions = { from: 'all' },
): Promise<Spoken> => {
  const read = await readLedgerFile(file)
  if (!read.ok) return refused([words.file[read.reason]])
  const missing = (options.sheet ?? []).filter((name) => !read.sheets.some((sheet) => sheet.name === name))
  if (missing.length > 0)
    return refused([
      words.noSheet(missing.join(words.separator), read.sheets.map(({ name }) => name).join(words.separator)),
    ])
  const from = options.from === undefined ? undefined : readCountFrom(options.from)
  if (options.from !== undefined && !from) return refused([words.badFrom(options.from)])
  return withDatabase(config, async (database): Promise<Spoken> => {
    const chosen = await chooseRegion(database, regionId)
    if (!chosen.ok) return refused([chosen.line])
    const { region, codes } = await database.inRegion(chosen.id, async (scope) => ({
      region: await loadRegion(scope),
      codes: await caseCodes(scope),
    }))
    const today = systemClock.now().toZonedDateTimeISO(region.timeZone).toPlainDate()
    const ledger = readLedger(read.sheets, knownOf(region, codes), { today, only: options.sheet })
    const preview = previewOf(ledger, region, from ?? 'all')
    if (!ledger.ok) {
      const lines = ledger.reason === 'no-heading' ? [words.noHeading] : faultLines(ledger.faults)
      return { ok: false, lines: [...lines, ...readLines(ledger)], data: preview }
    }
    const open = await database.inRegion(chosen.id, (scope) => withNewPlan(scope, region, ledger.cases))
    const past = pastMonths(open, today)
    const question = past && !from ? { question: questionOf(past, today) } : {}
    if (options.dryRun) {
      const asked = question.question === undefined ? [] : [question.question]
      return {
        ok: true,
        lines: [words.wouldTake(ledger.cases.length), ...asked, ...readLines(ledger)],
        data: { ...preview, ...question },
      }
    }
    const answer = from ?? (past ? await asked(past, today, options) : 'all')
    if (!answer) return { ok: false, lines: [questionOf(past, today)], data: { ...preview, ...question } }
    return store(database, region, ledger.cases, answer, options, readLines(ledger), preview)
  })
}

const refused = (lines: string[]): Spoken => ({ ok: false, lines, data: { error: lines } })

const knownOf = ({ offices, members, municipalities }: Region, codes: readonly string[]): Known => ({
  codes: new Set(codes),
  offices,
  municipalities,
  members: members.map(({ id, name, office }) => ({ id, name, officeId: office })),
})

const questionOf = (past: PastMonths | undefined, today: Temporal.PlainDate): string => {
  const current = today.toPlainYearMonth().toString()
  return past ? words.question(past.cases, past.months, past.first.toString(), current) : words.badFrom('')
}

/** Asks from which month on the past counts; undefined where nobody can be asked or the answer is no month. */
const asked = async (
  past: PastMonths,
  today: Temporal.PlainDate,
  { ask }: ImportOptions,
): Promise<CountFrom | undefined> => {
  const current = today.toPlainYearMonth().toString()
  if (!ask) return undefined
  const typed = await ask(words.ask(past.cases, past.months, past.first.toString(), current), current)
  return readCountFrom(typed.trim() === '' ? current : typed.trim())
}

const store = async (
  database: Database,
  region: Region,
  cases: readonly LedgerCase[],
  from: CountFrom,
  { onProgress }: ImportOptions,
  told: readonly string[],
  preview: object,
): Promise<Spoken> => {
  const counts = await database.inRegion(region.id, (scope) =>
    storeLedger(
      scope,
      region,
      cases.map((one) => counted(one, from)),
      systemClock.now(),
      (done) => onProgress?.(words.progress(done, cases.length)),
    ),
  )
  const { added, changed, unchanged } = counts
  return {
    ok: true,
    lines: [words.done(added, changed, unchanged), ...told],
    data: { ...counts, ...preview },
  }
}
