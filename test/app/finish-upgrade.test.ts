import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { upgradeStep } from '../../src/app/finish-upgrade.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { beginPlaced } from '../../src/store/engine/sealing.ts'
import { olderSessions } from '../../src/store/engine/sessions.ts'
import { formDraftOf, keepFormDraft } from '../../src/store/form/form-drafts.ts'
import { countOld } from '../../src/store/keeping/reseal.ts'
import { inPlace, sealedColumnsOf } from '../../src/store/keeping/reseal-place.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { installationOf, keepInstallation } from '../../src/store/workspace/installations.ts'
import { asOwner, freshDatabase } from '../support/database.ts'
import { sampleRegion, tokyo } from '../support/product.ts'

const NOW = tokyo('2026-04-08T08:00')
const REGION = 'saikatsuhoku'
const WORKSPACE = { platform: 'slack', workspace: 'T0900' } as const
const TEXTS = 450
const SEEN_LONG_ENOUGH = 8
const key = randomBytes(32)

let databaseUrl: string
let database: Database

const opened = (): Database => {
  const one = openDatabase(databaseUrl, keyring([key]), () => undefined)
  onTestFinished(() => one.close())
  return one
}
const keep = (form: string, text: string) =>
  database.inRegion(REGION, (scope) => keepFormDraft(scope, 'sakura', form, { text }, NOW))
const kept = async (form: string, by = database) =>
  (await by.inRegion(REGION, (scope) => formDraftOf(scope, 'sakura', form)))?.values.text
const old = async () => {
  const counts = await Promise.all(
    [undefined, REGION].map((place) =>
      inPlace(database, place, (scope) => countOld(scope, sealedColumnsOf(place))),
    ),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
const owner = (statement: string) =>
  asOwner(databaseUrl, REGION, async (client) => (await client.query(statement)).rows)
const step = (quiet: number, signal = new AbortController().signal) =>
  upgradeStep({ database, databaseUrl, clock: { now: () => NOW } }, quiet, signal)

/** As 0.1.0 leaves it: every text in the old form. */
beforeEach(async () => {
  databaseUrl = await freshDatabase()
  database = opened()
  const region = await sampleRegion()
  await database.inRegion(REGION, (scope) => saveRegion(scope, region))
  await owner('delete from sealings')
  database = opened()
  await database.inRegion(REGION, async (scope) => {
    for (let form = 0; form < TEXTS; form += 1)
      await keepFormDraft(scope, 'sakura', `form-${form}`, { text: `文 ${form}` }, NOW)
  })
  await database.inVault((vault) => keepInstallation(vault, WORKSPACE, 'tokens of T0900', NOW))
  expect(await old()).toBe(TEXTS + 1)
})

/** How a process ended: killed, or with its exit code. */
const upgradeProcess = (killAt?: number): Promise<string> =>
  new Promise((resolve) => {
    const file = fileURLToPath(new URL('upgrade-process.ts', import.meta.url))
    const more = killAt === undefined ? [] : [String(killAt)]
    const args = ['--disable-warning=ExperimentalWarning', file, databaseUrl, key.toString('base64'), ...more]
    const child = execFile(process.execPath, args, (_, __, said) =>
      resolve(child.signalCode ?? `${child.exitCode} ${said}`.trim()),
    )
  })

const expectAllAnew = async (): Promise<void> => {
  expect(await old()).toBe(0)
  expect(await owner('select region_id, old_accepted from sealings order by 1')).toEqual([
    { region_id: '', old_accepted: false },
    { region_id: REGION, old_accepted: false },
  ])
  const later = opened()
  for (let form = 0; form < TEXTS; form += 1) expect(await kept(`form-${form}`, later)).toBe(`文 ${form}`)
  expect(await later.inVault((vault) => installationOf(vault, WORKSPACE))).toBe('tokens of T0900')
}

test('a re-seal killed in any transaction goes on at the next start, also of two at once', async () => {
  let left = TEXTS + 1
  for (let killAt = 1; left > TEXTS - 100; killAt += 3) {
    expect(await upgradeProcess(killAt)).toBe('SIGKILL')
    expect(await kept(`form-${killAt}`)).toBe(`文 ${killAt}`)
    left = await old()
  }
  expect(left).toBeGreaterThan(0)
  expect(await Promise.all([upgradeProcess(), upgradeProcess()])).toEqual(['0', '0'])
  await expectAllAnew()
}, 120_000)

test('two at once and people who write meanwhile: the last word stands', async () => {
  const writing = Array.from({ length: 60 }, (_, at) => keep(`form-${at * 7}`, `文 ${at * 7}`))
  await Promise.all([step(SEEN_LONG_ENOUGH), step(SEEN_LONG_ENOUGH), ...writing])
  await step(SEEN_LONG_ENOUGH)
  await expectAllAnew()
})

test('a re-seal that is stopped between batches says that something is left', async () => {
  const stopping = new AbortController()
  stopping.abort()
  expect((await step(SEEN_LONG_ENOUGH, stopping.signal)).places).toBeGreaterThan(0)
  expect((await step(SEEN_LONG_ENOUGH)).places).toBe(0)
})

test('a transaction that sealed the old way while the change came is run again, by place', async () => {
  const changed = Promise.withResolvers<void>()
  const sealedOnce = Promise.withResolvers<void>()
  let runs = 0
  const writing = database.inRegion(REGION, async (scope) => {
    runs += 1
    await keepFormDraft(scope, 'sakura', 'late', { text: 'あとから' }, NOW)
    sealedOnce.resolve()
    await changed.promise
  })
  await sealedOnce.promise
  await database.inRegion(REGION, beginPlaced)
  changed.resolve()
  await writing
  expect(runs).toBe(2)
  expect(await owner(`select get_byte(text, 0) as form from form_drafts where form = 'late'`)).toEqual([
    { form: 2 },
  ])
})

test('nothing changes while an older process is seen; then older ones may not start, then texts are sealed anew', async () => {
  const needs = () =>
    owner(`select obj_description('drizzle.__drizzle_migrations'::regclass, 'pg_class') as needs`)
  const older = new pg.Client({ connectionString: databaseUrl })
  await older.connect()
  expect(await olderSessions(databaseUrl)).toBe(1)
  await older.end()
  await expect.poll(() => olderSessions(databaseUrl)).toBe(0)

  expect(await step(0)).toMatchObject({ places: 2 })
  expect(await needs()).toEqual([{ needs: null }])
  await step(3)
  expect(await needs()).toEqual([{ needs: expect.stringMatching(/^needs \d{4}_sealings$/) }])
  await keep('form-0', '文 0')
  expect(await old()).toBe(TEXTS + 1)
  await step(4)
  expect(await old()).toBe(0)
  expect(await owner('select old_accepted from sealings')).toEqual([
    { old_accepted: true },
    { old_accepted: true },
  ])
  expect(await step(SEEN_LONG_ENOUGH)).toMatchObject({ places: 0 })
  await expectAllAnew()
  expect(await owner(`select action from audit_log`)).toEqual([{ action: 'sealing.place' }])
})

test('afterwards a text of the old form, brought back from somewhere, opens no more', async () => {
  const [before] = await owner(`select text from form_drafts where form = 'form-5'`)
  await step(SEEN_LONG_ENOUGH)
  await asOwner(databaseUrl, REGION, (client) =>
    client.query(`update form_drafts set text = $1 where form = 'form-5'`, [before?.text]),
  )
  await expect(kept('form-5')).rejects.toThrow('sealed the old way')
})

test('a spoiled text keeps nobody from ending; one whose key is not here does', async () => {
  await owner(
    `update form_drafts set text = set_byte(text, 40, get_byte(text, 40) # 1) where form = 'form-5'`,
  )
  await owner(`update form_drafts set text = set_byte(text, 2, get_byte(text, 2) # 1) where form = 'form-6'`)
  expect(await step(SEEN_LONG_ENOUGH)).toMatchObject({ places: 1, unopened: 2 })
  expect(await old()).toBe(2)
  await owner(`update form_drafts set text = set_byte(text, 2, get_byte(text, 2) # 1) where form = 'form-6'`)
  expect(await step(SEEN_LONG_ENOUGH)).toMatchObject({ places: 0, unopened: 1 })
  expect(await kept('form-6')).toBe('文 6')
})

const unchecked = () =>
  owner(`select conname::text as name from pg_constraint where not convalidated and contype = 'f' order by 1`)
const KEYS = [
  'follow_ups_region_id_summary_id_summaries_region_id_id_fk',
  'summary_versions_region_id_summary_id_summaries_region_id_id_fk',
]

test('keys that were added without a look at older rows are checked; a row that breaks one is said', async () => {
  expect(await unchecked()).toEqual(KEYS.map((name) => ({ name })))
  await owner(`set session_replication_role = replica;
    insert into summary_versions (region_id, summary_id, version, text, written_by, written_at)
    values ('${REGION}', gen_random_uuid(), 1, '', 'sakura', now())`)
  expect(await step(0)).toMatchObject({ keys: 1, broken: [KEYS[1]] })
  expect(await unchecked()).toEqual([{ name: KEYS[1] }])
  await owner('delete from summary_versions')
  expect(await step(0)).toMatchObject({ keys: 0, broken: [] })
  expect(await unchecked()).toEqual([])
})

test('an owner whom row security holds, too, finishes an upgrade, and finds a row that breaks a key', async () => {
  const plain = `plain_${randomUUID().slice(0, 8)}`
  await owner(`create role ${plain} login createrole;
    grant tsunagi_app, tsunagi_gate, tsunagi_vault to ${plain} with admin option;
    set session_replication_role = replica;
    insert into summary_versions (region_id, summary_id, version, text, written_by, written_at)
    values ('${REGION}', gen_random_uuid(), 1, '', 'sakura', now());
    reset session_replication_role;
    do $$ declare one regclass; begin
      for one in select oid::regclass from pg_class
        where relkind = 'r' and relnamespace in ('public'::regnamespace, 'drizzle'::regnamespace) loop
        execute format('alter table %s owner to ${plain}', one);
      end loop;
      execute 'alter schema drizzle owner to ${plain}';
      execute 'alter schema public owner to ${plain}';
    end $$`)
  onTestFinished(async () => {
    await owner(`reassign owned by ${plain} to current_user; drop owned by ${plain}`)
    await owner(`drop role ${plain}`)
  })
  const url = Object.assign(new URL(databaseUrl), { username: plain }).toString()
  const theirs = openDatabase(url, keyring([key]), () => undefined)
  onTestFinished(() => theirs.close())
  const upgrading = { database: theirs, databaseUrl: url, clock: { now: () => NOW } }
  const signal = new AbortController().signal
  expect(await upgradeStep(upgrading, SEEN_LONG_ENOUGH, signal)).toMatchObject({
    places: 0,
    keys: 1,
    broken: [KEYS[1]],
  })
  await expectAllAnew()
  expect(await olderSessions(url)).toBe(0)
})

test('a key is left for later while something else holds its table, and nobody waits', async () => {
  const busy = new pg.Client({ connectionString: databaseUrl })
  await busy.connect()
  onTestFinished(() => busy.end())
  await busy.query('begin; lock table follow_ups in share update exclusive mode')
  expect(await step(0)).toMatchObject({ keys: 1, broken: [] })
  await busy.query('rollback')
  expect(await step(0)).toMatchObject({ keys: 0 })
})
