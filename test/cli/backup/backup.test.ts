import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { pino } from 'pino'
import { beforeEach, expect, inject, onTestFinished, test } from 'vitest'
import { addSampleCases } from '../../../src/actions/practice/sample.ts'
import { assemble, planRegions } from '../../../src/app/assemble.ts'
import { type Config, readConfig } from '../../../src/app/config.ts'
import { backup } from '../../../src/cli/backup/backup.ts'
import { restore } from '../../../src/cli/backup/restore.ts'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { type VirtualClock, virtualClock } from '../../../src/domain/calendar/clock.ts'
import { sampleCases } from '../../../src/domain/practice/sample-cases.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { runUntil } from '../../../src/jobs/run-until.ts'
import { applyMigrations, knownMigrations } from '../../../src/store/engine/apply-migrations.ts'
import { keyring } from '../../../src/store/engine/encryption.ts'
import { migrateDatabase } from '../../../src/store/engine/migrate.ts'
import { saveRegion } from '../../../src/store/region/regions.ts'
import { installationOf, keepInstallation } from '../../../src/store/workspace/installations.ts'
import { asAdministrator, asOwner, emptyDatabase, freshDatabase } from '../../support/database.ts'
import { people } from '../../support/people.ts'
import { sampleRegion, tokyo } from '../../support/product.ts'

const MARKER = 'しるしの言葉'
const MORNING = tokyo('2026-04-08T08:00')

let folder: string
let file: string
let key: Buffer
let region: Region

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagi-backup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  file = join(folder, 'backup.tar.gz')
  key = randomBytes(32)
  region = await sampleRegion()
})

const configFor = (databaseUrl: string, more: Record<string, string> = {}): Config => {
  const given = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: 'redis://127.0.0.1:1',
    DATA_DIR: join(folder, 'data'),
  }
  const read = readConfig({ ...given, TSUNAGI_KEY: key.toString('base64'), ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.config
}

/** The bot on a database, until it is let go of. */
const running = async (databaseUrl: string, clock: VirtualClock, seen: RecordingPlatform) => {
  const parts = { databaseUrl, redisUrl: inject('redisUrl'), keyring: keyring([key]), clock }
  const assembly = assemble({
    ...parts,
    log: pino({ level: 'silent' }),
    queuePrefix: `{test-${randomUUID()}}`,
  })
  assembly.join(seen.platform)
  await assembly.work(false)
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= assembly.close()
    return closing
  }
  onTestFinished(close)
  return {
    ...assembly,
    ...people(assembly),
    close,
    until: (instant: Temporal.Instant) => runUntil({ ...assembly, clock }, instant),
  }
}

/** A region at work: cases, a plan with a summary, sealed texts. */
const bornAt = async (databaseUrl: string, clock: VirtualClock, seen: RecordingPlatform) => {
  const bot = await running(databaseUrl, clock, seen)
  const cases = sampleCases(region, Temporal.PlainDate.from('2026-04-08'))
  await bot.database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    await addSampleCases(scope, cases, clock.now())
  })
  await planRegions(bot)
  const plan = { code: 'S-0900', kind: 'new', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6' }
  await bot.submits('sakura', 'case.register', {}, plan)
  const texts = { assessment: MARKER, wishes: MARKER, policy: MARKER, content: MARKER }
  const reply = await bot.submits(
    'sakura',
    'summary.submit',
    { case: 'S-0900' },
    { case: 'S-0900', ...texts },
  )
  expect(JSON.stringify(reply)).toContain('提出しました')
  return bot
}

const ASKED = [
  ['sakura', 'case list'],
  ['sakura', 'case show S-0900'],
  ['sakura', 'summary submit S-0900'],
  ['sakura', 'summary list'],
  ['sakura', 'monitoring due'],
  ['midori', 'meeting list'],
  ['midori', 'agenda preview'],
  ['midori', 'rota now'],
  ['sakura', 'tsunagi home'],
] as const

test('restored on an empty machine, the same commands get the same answers', async () => {
  const [from, to] = [await freshDatabase(), await emptyDatabase()]
  const before = await bornAt(from, virtualClock(MORNING), recordingPlatform(region))
  const installed = { platform: 'slack' as const, workspace: 'T0TSUNAGI' }
  await before.database.inVault((vault) => keepInstallation(vault, installed, MARKER, MORNING))
  const written = await backup(file, configFor(from), { now: () => MORNING })
  expect(written).toMatchObject({ ok: true, data: { regions: [region.id] } })
  expect(written.lines.join()).toContain('TSUNAGI_KEY')

  expect(await restore(file, false, configFor(to), { now: () => MORNING })).toMatchObject({ ok: true })
  const after = await running(to, virtualClock(MORNING), recordingPlatform(region))
  for (const [who, words] of ASKED) {
    const answer = await before.types(who, words)
    expect(answer.kind, words).not.toBe('refuse')
    expect(await after.types(who, words), words).toEqual(answer)
  }
  expect(JSON.stringify(await after.types('sakura', 'summary submit S-0900'))).toContain(MARKER)
  expect(await after.database.inVault((vault) => installationOf(vault, installed))).toBe(MARKER)
  // New audit entries come after the restored ones: the counter went on.
  const audit = await asOwner(to, region.id, (owner) =>
    owner.query('select id, action from audit_log order by id'),
  )
  expect(audit.rows.some(({ action }) => action === 'restore')).toBe(true)
})

test('what went out after the backup is not sent again, and what fell due since is told', async () => {
  const [from, to] = [await freshDatabase(), await emptyDatabase()]
  const seen = recordingPlatform(region)
  const lost = await bornAt(from, virtualClock(MORNING), seen)
  await backup(file, configFor(from), { now: () => MORNING })
  await lost.until(tokyo('2026-04-08T10:00'))
  const outBefore = seen.posts.map((post) => post.key)
  expect(outBefore.length).toBeGreaterThan(3)
  await lost.close()

  const noon = tokyo('2026-04-08T12:00')
  expect(await restore(file, false, configFor(to), { now: () => noon })).toMatchObject({ ok: true })
  const bot = await running(to, virtualClock(noon), seen)
  await bot.until(tokyo('2026-04-10T12:00'))
  const keys = seen.posts.map((post) => post.key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBeGreaterThan(outBefore.length)
  const { rows } = await asOwner(to, region.id, (owner) =>
    owner.query(`select count(*)::int as late from deliveries where state in ('waiting', 'sending')`),
  )
  expect(rows).toEqual([{ late: 0 }])
})

test('no text stands in a backup in clear', async () => {
  const from = await freshDatabase()
  await bornAt(from, virtualClock(MORNING), recordingPlatform(region))
  await backup(file, configFor(from))
  expect(gunzipSync(await readFile(file)).includes(MARKER)).toBe(false)
  expect(gunzipSync(await readFile(file)).includes('S-0900')).toBe(true)
})

test('a backup that is damaged, newer, or without its key changes nothing and says what to do', async () => {
  const [from, to] = [await freshDatabase(), await emptyDatabase()]
  await bornAt(from, virtualClock(MORNING), recordingPlatform(region))
  await backup(file, configFor(from))
  const bytes = await readFile(file)
  const says = async (content: Buffer | string, given = configFor(to)) => {
    const other = join(folder, randomUUID())
    await writeFile(other, content)
    const said = await restore(other, false, given)
    expect(said.ok).toBe(false)
    return said.lines.join()
  }
  expect(await says(bytes.subarray(0, bytes.length - 500))).toContain('途中で切れている')
  const plain = gunzipSync(bytes)
  const changed = Buffer.from(plain)
  const place = changed.indexOf('S-0900')
  changed[place + 5] = '1'.charCodeAt(0)
  expect(await says(gzipSync(changed))).toContain('書きかえられて')
  const newer = plain.toString('latin1').replace(/"hash": "[0-9a-f]{4}/, '"hash": "ffff')
  expect(await says(gzipSync(Buffer.from(newer, 'latin1')))).toContain('もっと新しいつなぎ')
  expect(await says('これは控えではありません')).toContain('控えではありません')
  const elsewhere = configFor(to, { TSUNAGI_KEY: randomBytes(32).toString('base64') })
  expect(await says(bytes, elsewhere)).toContain('鍵')
  const { rows } = await asOwner(to, region.id, (owner) =>
    owner.query(`select count(*)::int as tables from pg_tables where schemaname = 'public'`),
  )
  expect(rows).toEqual([{ tables: 0 }])
})

test('a database in use is not touched without --replace, nor while a bot runs on it', async () => {
  const [from, to] = [await freshDatabase(), await freshDatabase()]
  await bornAt(from, virtualClock(MORNING), recordingPlatform(region))
  await backup(file, configFor(from))
  expect((await backup(file, configFor(from))).lines.join()).toContain('もうあります')
  const bot = await running(to, virtualClock(MORNING), recordingPlatform(region))
  await bot.database.inRegion('north', (scope) => saveRegion(scope, { ...region, id: 'north' }))
  expect((await restore(file, false, configFor(to))).lines.join()).toContain('--replace')
  expect((await restore(file, true, configFor(to))).lines.join()).toContain('すべて止めて')
  await bot.close()
  expect(await restore(file, true, configFor(to))).toMatchObject({ ok: true })
  const { rows } = await asOwner(to, region.id, (owner) => owner.query('select region_id from regions'))
  expect(rows).toEqual([{ region_id: region.id }])
})

test('an older backup is brought to this version’s tables, by an owner whom row security holds too', async () => {
  const [old, to] = [await emptyDatabase(), await emptyDatabase()]
  const owner = `plain_${randomUUID().slice(0, 8)}`
  const admin = new pg.Client({ connectionString: asAdministrator(inject('databaseUrl')) })
  await admin.connect()
  await admin.query(`create role ${owner} login createrole`)
  await admin.query(`grant tsunagi_app, tsunagi_gate, tsunagi_vault to ${owner} with admin option`)
  for (const url of [old, to])
    await admin.query(`alter database ${new URL(url).pathname.slice(1)} owner to ${owner}`)
  onTestFinished(async () => {
    for (const url of [old, to])
      await admin.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
    await admin.query(`drop role ${owner}`)
    await admin.end()
  })
  const as = (url: string) => Object.assign(new URL(url), { username: owner }).toString()

  const client = new pg.Client({ connectionString: as(old) })
  await client.connect()
  await applyMigrations(client, knownMigrations().slice(0, -1))
  await client.query(`begin; set local role tsunagi_app; select set_config('app.region', 'west', true);
    insert into regions (region_id, definition) values ('west', '{}');
    insert into workspaces (region_id, platform, workspace) values ('west', 'slack', 'T0WEST'); commit`)
  await client.end()

  expect(await backup(file, configFor(as(old)))).toMatchObject({ ok: true })
  expect(await restore(file, false, configFor(as(to)))).toMatchObject({ ok: true })
  await migrateDatabase(as(to))
  const forced = await asOwner(to, 'west', (client) =>
    client.query(`select relname from pg_class c join pg_policy p on p.polrelid = c.oid
                  where p.polname = 'own_region' and not (relrowsecurity and relforcerowsecurity)`),
  )
  expect(forced.rows).toEqual([])
  const found = await asOwner(to, 'west', (client) => client.query('select workspace from workspaces'))
  expect(found.rows).toEqual([{ workspace: 'T0WEST' }])
})
