import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { recordingPlatform } from '../../../../src/cli/simulate/recording-platform.ts'
import type { Region } from '../../../../src/domain/region/region.ts'
import { asOwner } from '../../../support/database.ts'
import { people, saidIn } from '../../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../../support/product.ts'

const MARKER = 'しるしの言葉'
let product: Product
let region: Region
let at: ReturnType<typeof people>

const owner = <Row extends object>(statement: string) =>
  asOwner(product.databaseUrl, region.id, async (client) => (await client.query<Row>(statement)).rows)
const audited = () =>
  owner<{ subject_id: string }>(`select subject_id from audit_log where action = 'case.purge'`)
const summaryOf = async (code: string) => saidIn(await at.types('midori', `summary submit ${code}`))

/** Two cases with all that can be written of them. */
beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  region = onlyLiaison(await sampleRegion())
  await product.load({ ...region, settings: { ...region.settings, caseYears: 1 } })
  product.join(recordingPlatform(region).platform)
  at = people(product)
  const plan = { kind: 'new', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6' }
  const texts = { assessment: MARKER, wishes: MARKER, policy: MARKER, content: MARKER }
  for (const code of ['S-0900', 'S-09001']) {
    await at.submits('sakura', 'case.register', {}, { code, ...plan })
    await at.submits('sakura', 'summary.submit', { case: code }, { case: code, ...texts })
    await at.submits(
      'sakura',
      'summary.submit',
      { case: code },
      { case: code, ...texts, policy: `${MARKER}2` },
    )
    await at.keeps('sakura', 'summary.support', { case: code }, { situation: MARKER })
    await at.submits('sakura', 'case.close', { case: code }, { closedOn: 'R7.4.10', reason: 'moved_away' })
  }
})

const textsLeft = () =>
  owner<{ code: string; versions: number; purged: boolean }>(
    `select code, (select count(*)::int from summary_versions v join summaries s on s.id = v.summary_id
                   where s.case_id = c.id) as versions, texts_purged_at is not null as purged
     from cases c where code like 'S-09%' order by code`,
  )

test('what was written of a closed case goes a year after its closing, in the night, with a line in the audit log', async () => {
  await product.until(tokyo('2026-04-10T12:00'))
  expect((await textsLeft()).map(({ versions, purged }) => [versions, purged])).toEqual([
    [2, false],
    [2, false],
  ])
  expect(await audited()).toEqual([])
  await product.until(tokyo('2026-04-11T12:00'))
  expect((await textsLeft()).map(({ versions, purged }) => [versions, purged])).toEqual([
    [0, true],
    [0, true],
  ])
  expect(await audited()).toHaveLength(2)
  await product.until(tokyo('2026-04-13T12:00'))
  expect(await audited()).toHaveLength(2)
  const shown = saidIn(await at.types('midori', 'case show S-0900'))
  expect(shown).toContain('S-0900')
  expect(shown).not.toContain(MARKER)
})

test('a case that was opened again keeps its texts', async () => {
  await product.until(tokyo('2026-04-09T12:00'))
  await at.presses('sakura', 'case.reopen', { case: 'S-0900' })
  await product.until(tokyo('2026-04-13T12:00'))
  expect(await textsLeft()).toMatchObject([
    { code: 'S-0900', versions: 2, purged: false },
    { code: 'S-09001', versions: 0, purged: true },
  ])
  expect(await summaryOf('S-0900')).toContain(MARKER)
})

test('ledgers of the machinery are kept a fiscal year, and what waits is kept for good', async () => {
  const rows = [
    ['old', 'sent', '2025-02-01'],
    ['old-waiting', 'waiting', '2025-02-01'],
    ['recent', 'sent', '2026-03-01'],
  ]
  for (const [key, state, day] of rows)
    await owner(
      `insert into deliveries (region_id, id, key, kind, subject, platform, workspace, channel, planned_for, due_at, state)
       values ('${region.id}', '${randomUUID()}', '${key}', 'digest', '${day}', 'slack', 'T0', 'C0', '${day}', '${day}', '${state}')`,
    )
  await product.until(tokyo('2026-04-09T04:00'))
  const left = await owner<{ key: string }>(`select key from deliveries where workspace = 'T0' order by key`)
  expect(left.map(({ key }) => key)).toEqual(['old-waiting', 'recent'])
})
