import { randomBytes } from 'node:crypto'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { columnData } from '../../../src/store/engine/data-classes.ts'
import { keyring } from '../../../src/store/engine/encryption.ts'
import { openIn, sealIn } from '../../../src/store/engine/sealed-text.ts'
import { formDraftOf, keepFormDraft } from '../../../src/store/form/form-drafts.ts'
import { SEALED_COLUMNS, VAULT_COLUMNS } from '../../../src/store/keeping/schema.ts'
import { summaryVersionsOf } from '../../../src/store/summary/summaries.ts'
import { asOwner } from '../../support/database.ts'
import { submitSixSections } from '../../support/meetings.ts'
import { people } from '../../support/people.ts'
import { sampleRegion, startProduct, tokyo } from '../../support/product.ts'

type Row = Record<string, string>
type Place = { name: string; regionId: string; column: PgColumn; row: Row }

/** Whatever any column is bound to; two of them differ so that joined carelessly they would read alike. */
const KEYS = new Set(
  [...SEALED_COLUMNS, ...VAULT_COLUMNS].flatMap((column) => {
    const data = columnData(column)
    return data?.class === 'sealed' ? data.key : []
  }),
)
const EVERY: Row = Object.fromEntries([...KEYS].map((key) => [key, '1']))
const ROWS: Row[] = [EVERY, ...[...KEYS].map((key) => ({ ...EVERY, [key]: '1","1' }))]

/** Rows of a column that its key tells apart. */
const rowsOf = (column: PgColumn): Row[] => {
  const data = columnData(column)
  const key = data?.class === 'sealed' ? data.key : []
  return [...new Map(ROWS.map((row) => [key.map((one) => row[one]).join('\0'), row])).values()]
}

const PLACES: Place[] = [
  ...SEALED_COLUMNS.flatMap((column) => ['east', 'west'].map((regionId) => ({ column, regionId }))),
  ...VAULT_COLUMNS.map((column) => ({ column, regionId: 'east' })),
].flatMap(({ column, regionId }) =>
  rowsOf(column).map((row, at) => ({
    name: `${regionId} ${column.uniqueName ?? column.name} ${at}`,
    regionId,
    column,
    row,
  })),
)

const ring = keyring([randomBytes(32)])
const within = (regionId: string, opensOld: boolean) => ({
  regionId,
  keyring: ring,
  sealing: { seals: 'placed' as const, opensOld, sealedOld: false },
})
const opens = ({ regionId, column, row }: Place, bytes: Uint8Array, opensOld = false): boolean => {
  try {
    return openIn(within(regionId, opensOld), column, row, bytes) === 'ことば'
  } catch {
    return false
  }
}

test('a text opens in its own region, table, column, row and version, and nowhere else', () => {
  expect(PLACES.length).toBeGreaterThan(90)
  for (const place of PLACES) {
    const bytes = sealIn(within(place.regionId, false), place.column, place.row, 'ことば')
    expect(PLACES.filter((other) => opens(other, bytes, true))).toEqual([place])
  }
})

test('a text of the old form opens as long as that is accepted, and then nowhere', () => {
  for (const place of PLACES) {
    const { regionId, column, row } = place
    const old = {
      ...within(regionId, true),
      sealing: { seals: 'old' as const, opensOld: true, sealedOld: false },
    }
    const bytes = sealIn(old, column, { ...row, followUpId: '1' }, 'ことば')
    expect(old.sealing.sealedOld).toBe(true)
    expect(opens({ ...place, row: { ...row, followUpId: '1' } }, bytes, true)).toBe(true)
    expect(opens({ ...place, row: { ...row, followUpId: '1' } }, bytes)).toBe(false)
    const disguised = Uint8Array.from(bytes).fill(2, 0, 1)
    expect(PLACES.some((other) => opens(other, disguised, true))).toBe(false)
  }
})

test('texts swapped in the database open no more: two versions of a summary, a draft of another region', async () => {
  const product = await startProduct(tokyo('2026-04-08T10:00'))
  const region = await sampleRegion()
  for (const id of ['east', 'west']) await product.load({ ...region, id })
  const at = people(product, 'east')
  await submitSixSections(at)
  const draft = (id: string) =>
    product.database.inRegion(id, (scope) => formDraftOf(scope, 'sakura', 'visit.report'))
  for (const id of ['east', 'west'])
    await product.database.inRegion(id, (scope) =>
      keepFormDraft(scope, 'sakura', 'visit.report', { text: id }, product.clock.now()),
    )
  const summary = await asOwner(product.databaseUrl, 'east', async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into summary_versions select region_id, summary_id, 2, text, written_by, written_at
       from summary_versions where version = 1 limit 1 returning summary_id as id`,
    )
    await owner.query(
      `update form_drafts d set text = o.text from form_drafts o
       where d.region_id = 'west' and o.region_id = 'east' and o.form = 'visit.report' and d.form = o.form`,
    )
    return rows[0]?.id ?? ''
  })
  await expect(
    product.database.inRegion('east', (scope) => summaryVersionsOf(scope, summary)),
  ).rejects.toThrow('unable to authenticate')
  expect((await draft('east'))?.values).toEqual({ text: 'east' })
  await expect(draft('west')).rejects.toThrow('unable to authenticate')
})
