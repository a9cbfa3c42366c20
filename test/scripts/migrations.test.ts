import { expect, test } from 'vitest'
import { faultsOf } from '../../scripts/migrations/lint.ts'

const EARLIER = {
  tag: '0001_row-security',
  sql: 'create function protect_region(target regclass) returns void as $$ $$ language sql;',
}
const needs = (tag: string) => `comment on table drizzle.__drizzle_migrations is 'needs ${tag}';`

const rulesOf = async (sql: string): Promise<string[]> => {
  const faults = await faultsOf([EARLIER, { tag: '9000_planted', sql }])
  return [...new Set(faults.map(({ rule }) => rule))].toSorted()
}

test.each([
  ['ALTER TABLE "cases" DROP COLUMN "note";', 'ban-drop-column'],
  ['DROP TABLE "cases";', 'ban-drop-table'],
  ['ALTER TABLE "cases" RENAME COLUMN "note" TO "remark";', 'renaming-column'],
  ['ALTER TABLE "cases" RENAME TO "files";', 'renaming-table'],
  ['ALTER TABLE "cases" RENAME CONSTRAINT "one" TO "other";', 'contraction'],
  ['ALTER TABLE "cases" ALTER COLUMN "note" SET NOT NULL;', 'adding-not-nullable-field'],
  ['ALTER TABLE "cases" ALTER COLUMN "note" DROP NOT NULL;', 'ban-drop-not-null'],
  ['ALTER TABLE "cases" ALTER COLUMN "note" DROP DEFAULT;', 'contraction'],
  ['ALTER TABLE "cases" ADD COLUMN "note" text NOT NULL;', 'adding-required-field'],
  ['ALTER TABLE "cases" DROP CONSTRAINT "cases_code";', 'contraction'],
  ['DROP POLICY "own_region" ON "cases";', 'contraction'],
  ['REVOKE SELECT ON "cases" FROM tsunagi_app;', 'contraction'],
  ['TRUNCATE "cases";', 'contraction'],
])('what older processes use is not taken away at once: %s', async (sql, rule) => {
  expect(await rulesOf(sql)).toContain(rule)
  expect(await rulesOf(sql + needs('0001_row-security'))).toEqual([])
  expect(await rulesOf(sql + needs('9999_later'))).toEqual(['needs-an-earlier'])
})

test.each([
  ['ALTER TABLE "cases" ALTER COLUMN "note" SET DATA TYPE integer;', 'changing-column-type'],
  [
    'ALTER TABLE "cases" ADD COLUMN "note" uuid DEFAULT gen_random_uuid() NOT NULL;',
    'adding-field-with-default',
  ],
  ['CREATE INDEX "cases_note" ON "cases" ("note");', 'require-concurrent-index-creation'],
  [
    'ALTER TABLE "cases" ADD CONSTRAINT "of" FOREIGN KEY ("a") REFERENCES "plans"("id");',
    'constraint-missing-not-valid',
  ],
  ['ALTER TABLE "cases" ADD CONSTRAINT "positive" CHECK ("a" > 0);', 'constraint-missing-not-valid'],
  ['ALTER TABLE "cases" ADD CONSTRAINT "one" UNIQUE ("a");', 'disallowed-unique-constraint'],
])('what locks or rewrites a table in use is refused, whatever a process knows: %s', async (sql, rule) => {
  expect(await rulesOf(sql)).toContain(rule)
  expect(await rulesOf(sql + needs('0001_row-security'))).toContain(rule)
})

test.each([
  `CREATE TABLE "notes" ("region_id" text NOT NULL, "id" uuid NOT NULL);`,
  `CREATE TABLE "notes" ("region_id" text, "id" uuid NOT NULL); select protect_region('notes');`,
  `CREATE TABLE "notes" ("id" uuid NOT NULL); select protect_region('notes');`,
])('a table belongs to one region, and row security says so: %s', async (sql) => {
  expect(await rulesOf(sql)).toEqual(['table-of-a-region'])
})

test.each([
  'ALTER TABLE "cases" ADD COLUMN "note" text;',
  'ALTER TABLE "cases" ADD COLUMN "note" text DEFAULT \'\' NOT NULL;',
  'ALTER TABLE "cases" ADD CONSTRAINT "positive" CHECK ("a" > 0) NOT VALID;',
  `CREATE TABLE "notes" ("region_id" text NOT NULL, "id" uuid NOT NULL);
   CREATE INDEX "notes_id" ON "notes" ("region_id", "id");
   select protect_region('notes');`,
])('what only adds passes: %s', async (sql) => {
  expect(await rulesOf(sql)).toEqual([])
})
