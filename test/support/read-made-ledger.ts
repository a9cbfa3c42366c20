import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { monthsOf } from '../../src/cli/import/count-from.ts'
import { readLedgerFile } from '../../src/cli/import/read-file.ts'
import type { Known } from '../../src/domain/case/ledger/known.ts'
import { type LedgerRead, readLedger } from '../../src/domain/case/ledger/read-ledger.ts'

const NAMES = {
  aoi: '架空 あおい',
  riku: '架空 りく',
  kobayashi: '小林 見本',
  taka: '髙橋 﨑子',
  yoshi: '𠮷田 見本',
}

/** A region of invented names: one office of five, and one of a single person. */
export const KNOWN: Known = {
  codes: new Set(),
  offices: [
    { id: 'kumo', name: '相談室 くも（見本）' },
    { id: 'renkon', name: '相談室 れんこん（見本）' },
  ],
  members: [
    ...Object.entries(NAMES).map(([id, name]) => ({ id, name, officeId: 'kumo' })),
    { id: 'koharu', name: '見本 小春', officeId: 'renkon' },
  ],
  municipalities: [{ id: 'mihon', name: '見本市' }],
}
export const TODAY = Temporal.PlainDate.from('2026-11-30')

/** Reads a ledger from its bytes, as the command does up to storing. */
export const readMade = async (bytes: Uint8Array, only?: readonly string[]): Promise<LedgerRead> => {
  const folder = await mkdtemp(join(tmpdir(), 'tsunagi-made-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'ledger')
  await writeFile(path, bytes)
  const file = await readLedgerFile(path)
  if (!file.ok) throw new Error(file.reason)
  return readLedger(file.sheets, KNOWN, { today: TODAY, only })
}

/** A case in one line: `S-1 aoi 2026-04-01/2027-03-31 2026-06 2026-09`. */
export const caseLines = ({ cases }: LedgerRead): string[] =>
  cases.map((one) =>
    [
      one.code,
      one.memberId,
      one.plan && `${one.plan.validity.start}/${one.plan.validity.end}`,
      ...monthsOf(one).map(String),
      one.closedOn && `closed ${one.closedOn}`,
      one.isSuspended && 'suspended',
      one.lastMonitoring && `last ${one.lastMonitoring}`,
    ]
      .filter(Boolean)
      .join(' '),
  )

/** A fault in one line: `B3 no-member`. */
export const faultLines = (ledger: LedgerRead): string[] =>
  ledger.ok ? [] : ledger.faults.map(({ cell, row, reason }) => `${cell ?? row} ${reason}`)

export const noteLines = ({ notes }: LedgerRead): string[] =>
  notes.map(({ row, reason }) => `${row} ${reason}`)
