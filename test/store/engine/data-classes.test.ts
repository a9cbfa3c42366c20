import { glob } from 'node:fs/promises'
import { eq, getTableName, is } from 'drizzle-orm'
import { customType, PgTable, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { doneBy, memberId, personal, regionId, sealed } from '../../../src/store/engine/columns.ts'
import { table, tableData, undeclared } from '../../../src/store/engine/data-classes.ts'
import { boundTo } from '../../../src/store/engine/sealed-text.ts'
import { takeSnapshot } from '../../../src/store/keeping/backup.ts'
import { SEALED_COLUMNS, TABLES, VAULT_COLUMNS } from '../../../src/store/keeping/schema.ts'
import { freshDatabase } from '../../support/database.ts'

test('every table and column says how it is sealed, erased, kept and exported', () => {
  expect(TABLES.flatMap(undeclared)).toEqual([])
})

test('the list of tables is whole, in the code and in the database', async () => {
  const store = new URL('../../../src/store/', import.meta.url)
  const declared: string[] = []
  for await (const file of glob('*/tables.ts', { cwd: store }))
    for (const one of Object.values(await import(new URL(file, store).href)))
      if (is(one, PgTable)) declared.push(getTableName(one))
  const listed = TABLES.map(getTableName).sort()
  expect(listed).toEqual(declared.sort())
  const client = new pg.Client({ connectionString: await freshDatabase() })
  await client.connect()
  onTestFinished(() => client.end())
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  expect(rows.map(({ name }) => name).sort()).toEqual(listed)
})

test('a backup holds every table but those that count for moments', async () => {
  const kept = await takeSnapshot(await freshDatabase(), async ({ tables }) => tables.map(({ name }) => name))
  const wanted = TABLES.filter((one) => tableData(one)?.backup !== false).map(getTableName)
  expect(kept.sort()).toEqual(wanted.sort())
})

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })
const REGION = { keep: 'region' } as const
const id = () => uuid('id').primaryKey()

test.each([
  [
    'a personal column',
    table('planted', { id: id(), nickname: text('nickname') }, REGION),
    'planted.nickname: says not what it holds',
  ],
  [
    'bytes',
    table('planted', { id: id(), note: bytes('note') }, REGION),
    'planted.note: says not what it holds',
  ],
  ['a table', pgTable('planted', { id: id() }), 'planted: says not how long it is kept'],
  [
    'a text of a member in a table that finds no member',
    table('planted', { id: id(), note: personal('note', { member: 'null' }) }, REGION),
    'planted.note: its table says not which rows are about a member',
  ],
  [
    'a text that is to be emptied and cannot',
    table(
      'planted',
      {
        id: id(),
        by: doneBy('by'),
        note: sealed('note', { key: ['id'], of: { member: 'null' } }).notNull(),
      },
      { ...REGION, member: (t, { id: member }) => eq(t.by, member) },
    ),
    'planted.note: cannot be emptied for a member',
  ],
  [
    'a text bound to nothing of its row',
    table('planted', { id: id(), note: sealed('note', { key: [], of: 'office' }) }, REGION),
    'planted.note: is bound to nothing, not to id',
  ],
  [
    'a text bound to what other rows have too',
    table(
      'planted',
      { id: id(), of: uuid('of'), note: sealed('note', { key: ['of'], of: 'office' }) },
      REGION,
    ),
    'planted.note: is bound to of, not to id',
  ],
  [
    'a text that is not bound to its version',
    table(
      'planted',
      { id: id(), version: smallint('version'), note: sealed('note', { key: ['id'], of: 'office' }) },
      REGION,
    ),
    'planted.note: is bound to id, not to id, version',
  ],
  [
    'a member who is to be emptied and cannot',
    table(
      'planted',
      { id: id(), member: memberId('member_id', { erase: 'null', export: 'row', ends: 'never' }).notNull() },
      REGION,
    ),
    'planted.member_id: cannot be emptied',
  ],
])('%s without a class is named', (_, planted, fault) => {
  expect(undeclared(planted)).toEqual([fault])
})

test('a table with its classes has no fault', () => {
  const columns = {
    regionId: regionId(),
    id: id(),
    by: doneBy('by'),
    note: sealed('note', { key: ['id'], of: 'office' }),
  }
  expect(undeclared(table('planted', columns, REGION))).toEqual([])
})

/** Texts that are stored open only with these: they change together with a re-seal, never by the way. */
test('what each text is bound to', () => {
  const IN = { regionId: '<region>' }
  const row = new Proxy({}, { get: (_, key) => `<${String(key)}>` })
  const bound = [...SEALED_COLUMNS, ...VAULT_COLUMNS].map(
    (column) => `${boundTo(IN, column, row, 'placed')} was ${boundTo(IN, column, row, 'old')}`,
  )
  expect(bound.sort()).toMatchInlineSnapshot(`
    [
      "["<region>","attendances.note","<meetingId>","<memberId>"] was attendance:<meetingId>:<memberId>",
      "["<region>","follow_up_changes.reason","<id>"] was follow-up:<followUpId>",
      "["<region>","follow_ups.reason","<id>"] was follow-up:<id>",
      "["<region>","follow_ups.what","<id>"] was follow-up:<id>",
      "["<region>","form_drafts.text","<form>","<memberId>"] was form-draft:<memberId>:<form>",
      "["<region>","gsv_presentations.outcome","<id>"] was gsv-presentation:<id>:outcome",
      "["<region>","gsv_presentations.reason","<id>"] was gsv-presentation:<id>:reason",
      "["<region>","gsv_presentations.result","<id>"] was gsv-presentation:<id>:result",
      "["<region>","handover_sheets.question","<id>"] was handover:<id>",
      "["<region>","handover_sheets.text","<id>"] was handover:<id>",
      "["<region>","interval_proposals.reason","<id>"] was interval-proposal:<id>",
      "["<region>","meeting_run_items.record","<meetingId>","<position>"] was meeting-item:<meetingId>:<position>",
      "["<region>","minutes.change","<meetingId>","<version>"] was minutes-change:<meetingId>:<version>",
      "["<region>","minutes.content","<meetingId>","<version>"] was minutes:<meetingId>:<version>",
      "["<region>","monitorings.reason","<id>"] was monitoring:<id>",
      "["<region>","poll_answers.comment","<memberId>","<pollId>"] was poll-answer:<pollId>:<memberId>",
      "["<region>","practice_messages.content","<id>"] was practice:<id>",
      "["<region>","summaries.text","<id>","<version>"] was summary:<id>",
      "["<region>","summary_versions.text","<summaryId>","<version>"] was summary:<summaryId>",
      "["<region>","visits.report","<id>"] was visit:<id>",
      "[null,"installations.tokens","<platform>","<workspace>"] was installation:<platform>:<workspace>",
    ]
  `)
})
