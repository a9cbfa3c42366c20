import { sql } from 'drizzle-orm'
import pg from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { addSampleCases } from '../../../src/actions/practice/sample.ts'
import { sampleCases } from '../../../src/domain/practice/sample-cases.ts'
import { openCases } from '../../../src/store/case/cases.ts'
import { findRegion } from '../../../src/store/region/regions.ts'
import { asOwner } from '../../support/database.ts'
import { submitSixSections } from '../../support/meetings.ts'
import { people } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const EVERYWHERE = { reach: 'region' } as const
let product: Product

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  const region = await sampleRegion()
  for (const id of ['east', 'west']) {
    await product.load({ ...region, id })
    const cases = sampleCases(region, Temporal.PlainDate.from('2026-04-08'))
    await product.database.inRegion(id, (scope) => addSampleCases(scope, cases, product.clock.now()))
  }
})

test('a query without any condition sees its own region alone, in every table', async () => {
  const seen = await product.database.inRegion('east', async (scope) => {
    const tables = await scope.tx.execute<{ name: string }>(
      sql`select table_name as name from information_schema.columns
          where column_name = 'region_id' and table_schema = current_schema()`,
    )
    const regions = new Set<string>()
    for (const { name } of tables.rows) {
      const rows = await scope.tx.execute<{ region_id: string }>(
        sql`select distinct region_id from ${sql.identifier(name)}`,
      )
      for (const row of rows.rows) regions.add(row.region_id)
    }
    return { tables: tables.rows.length, regions: [...regions] }
  })
  expect(seen.tables).toBeGreaterThan(15)
  expect(seen.regions).toEqual(['east'])
})

test('a row cannot be written into another region', async () => {
  const write = product.database.inRegion('east', (scope) =>
    scope.tx.execute(
      sql`insert into received_events values ('west', 'event-1', ${product.clock.now().toString()})`,
    ),
  )
  await expect(write).rejects.toMatchObject({
    cause: { message: expect.stringContaining('row-level security') },
  })
})

test('every key between tables of a region carries the region', async () => {
  const { rows } = await asOwner(product.databaseUrl, 'east', (owner) =>
    owner.query<{ key: string }>(
      `select k.conrelid::regclass || ': ' || k.conname as key
       from pg_constraint k
       join pg_attribute here on here.attrelid = k.conrelid and here.attname = 'region_id'
       join pg_attribute there on there.attrelid = k.confrelid and there.attname = 'region_id'
       where k.contype = 'f' and not exists
         (select from unnest(k.conkey, k.confkey) as pair(one, other)
          where pair.one = here.attnum and pair.other = there.attnum)`,
    ),
  )
  expect(rows).toEqual([])
})

test.each([
  [
    'summary_versions',
    `insert into summary_versions (region_id, summary_id, version, text, written_by, written_at)
     values ('west', $1, 9, '', 'sakura', now())`,
  ],
  [
    'follow_ups',
    `insert into follow_ups (region_id, member_id, due_on, what, summary_id, opened_by, opened_at, given_by, given_at)
     values ('west', 'sakura', '2026-06-01', '', $1, 'sakura', now(), 'sakura', now())`,
  ],
])('a row of %s cannot point at another region’s summary', async (_, insert) => {
  const at = people(product, 'east')
  await submitSixSections(at)
  const id = await asOwner(product.databaseUrl, 'east', async (owner) => {
    const { rows } = await owner.query<{ id: string }>('select id from summaries limit 1')
    return rows[0]?.id
  })
  const pointed = asOwner(product.databaseUrl, 'west', (owner) => owner.query(insert, [id]))
  await expect(pointed).rejects.toMatchObject({ code: '23503' })
})

test('a region that does not exist has nothing', async () => {
  const found = await product.database.inRegion('north', async (scope) => ({
    region: await findRegion(scope),
    cases: await openCases(scope, EVERYWHERE),
  }))
  expect(found).toEqual({ region: undefined, cases: [] })
})

test('at the gate no content can be read', async () => {
  const peek = (column: string, table: string) =>
    product.database.atGate((gate) =>
      gate.tx.execute(sql`select ${sql.identifier(column)} from ${sql.identifier(table)}`),
    )
  for (const [column, table] of [
    ['definition', 'members'],
    ['definition', 'regions'],
    ['text', 'summaries'],
    ['code', 'cases'],
    ['subject', 'deliveries'],
  ] as const)
    await expect(peek(column, table)).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('every table that has a region forces row security, superusers aside', async () => {
  const client = new pg.Client({ connectionString: product.databaseUrl })
  await client.connect()
  const { rows } = await client.query(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and a.attname = 'region_id' and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
  await client.end()
  expect(rows).toEqual([])
})
