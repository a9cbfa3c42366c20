import { storePlan } from '../../actions/plan/plan-months.ts'
import type { Config } from '../../app/config.ts'
import { systemClock } from '../../app/system-clock.ts'
import { CASE_CODE_FAULTS } from '../../domain/case/case-code.ts'
import type { Dropped } from '../../domain/case/ledger/find-columns.ts'
import type { Known } from '../../domain/case/ledger/known.ts'
import { type LedgerCase, type LedgerFault, readLedger } from '../../domain/case/ledger/read-ledger.ts'
import type { Region } from '../../domain/region/region.ts'
import { addCase, caseByCode, caseCodes, changeCase } from '../../store/case/cases.ts'
import type { Database, Scope } from '../../store/engine/database.ts'
import { writeAudit } from '../../store/keeping/audit.ts'
import { loadRegion } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { chooseRegion } from '../region/choose.ts'
import { withDatabase } from '../with-database.ts'
import { readLedgerFile } from './read-file.ts'

const { ledger: words } = catalogues.ja

/** Imports cases from a ledger (`tsunagi import cases FILE`): all or nothing, and idempotent. */
export const importCases = async (
  file: string,
  regionId: string | undefined,
  config: Config,
): Promise<Spoken> => {
  const read = await readLedgerFile(file)
  if (!read.ok) return refused([words.file[read.reason]])
  return withDatabase(config, async (database): Promise<Spoken> => {
    const chosen = await chooseRegion(database, regionId)
    if (!chosen.ok) return refused([chosen.line])
    const { region, codes } = await database.inRegion(chosen.id, async (scope) => ({
      region: await loadRegion(scope),
      codes: await caseCodes(scope),
    }))
    const ledger = readLedger(read.sheets, knownOf(region, codes))
    if (ledger.ok) return storeAll(database, region, ledger.cases, ledger.dropped)
    if (ledger.reason === 'no-heading') return refused([words.noHeading])
    const lines = [
      words.nothingStored(new Set(ledger.faults.map(({ row }) => row)).size),
      ...ledger.faults.map(sentence),
    ]
    return { ok: false, lines: [...lines, ...droppedLines(ledger.dropped)], data: { faults: ledger.faults } }
  })
}

const refused = (lines: string[]): Spoken => ({ ok: false, lines, data: { faults: lines } })

const knownOf = ({ offices, members, municipalities }: Region, codes: readonly string[]): Known => ({
  codes: new Set(codes),
  offices,
  municipalities,
  members: members.map(({ id, name, office }) => ({ id, name, officeId: office })),
})

type Counts = { added: number; changed: number; unchanged: number }

const storeAll = async (
  database: Database,
  region: Region,
  cases: readonly LedgerCase[],
  dropped: readonly Dropped[],
): Promise<Spoken> => {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 }
  await database.inRegion(region.id, async (scope) => {
    for (const one of cases) counts[await storeCase(scope, region, one)] += 1
  })
  const lines = [words.done(counts.added, counts.changed, counts.unchanged), ...droppedLines(dropped)]
  return { ok: true, lines, data: { ...counts, dropped } }
}

const storeCase = async (scope: Scope, region: Region, one: LedgerCase): Promise<keyof Counts> => {
  const now = systemClock.now()
  const { plan, code, ...place } = one
  const municipalityId =
    place.municipalityId ?? region.offices.find(({ id }) => id === place.officeId)?.municipality
  const wanted = { ...place, ...(municipalityId ? { municipalityId } : {}) }
  const before = await caseByCode(scope, code)
  const supportCase = before ?? (await addCase(scope, { code, ...wanted }, now))
  if (!supportCase) throw new Error(`case ${code} was neither added nor found`)
  const differs =
    before !== undefined &&
    Object.entries(wanted).some(([key, value]) => String(Reflect.get(before, key)) !== String(value))
  if (differs) await changeCase(scope, supportCase.id, wanted)
  const planned = plan ? await storePlan(scope, { caseId: supportCase.id, ...plan }, now) : { changed: false }
  const result = before === undefined ? 'added' : differs || planned.changed ? 'changed' : 'unchanged'
  if (result !== 'unchanged')
    await writeAudit(scope, [
      { at: now, action: 'import.cases', access: 'change', subjectKind: 'case', subjectId: supportCase.id },
    ])
  return result
}

const droppedLines = (dropped: readonly Dropped[]): string[] => {
  const of = (why: Dropped['why']) => dropped.filter((one) => one.why === why).map(({ heading }) => heading)
  const [personal, other] = [of('personal'), of('not-used')]
  return [
    ...(personal.length > 0 ? [words.personal(personal.join(words.separator))] : []),
    ...(other.length > 0 ? [words.notUsed(other.join(words.separator))] : []),
  ]
}

const sentence = (fault: LedgerFault): string => {
  const place = words.place(fault.row, fault.heading, fault.typed)
  switch (fault.reason) {
    case 'twice':
      return place + words.fault.twice(fault.first)
    case 'unknown-office':
    case 'unknown-member':
    case 'unknown-municipality':
      return place + words.fault.unknown(fault.nearest.join(words.separator))
    case 'bad-code':
      return place + catalogues.ja.fieldFaults[CASE_CODE_FAULTS[fault.wrong]]
    case 'no-code':
    case 'no-member':
    case 'bad-date':
    case 'half-period':
    case 'end-before-start':
    case 'bad-kind':
    case 'bad-interval':
    case 'outside-validity':
    case 'bad-need':
      return place + words.fault[fault.reason]
    default:
      return fault satisfies never
  }
}
