import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServers } from '../../../src/app/embedded/servers.ts'
import { knownMigrations } from '../../../src/store/engine/apply-migrations.ts'
import { migrateDatabase } from '../../../src/store/engine/migrate.ts'
import { asAdministrator } from '../../support/database.ts'
import { query, started, usedDataFolder } from './data-folder.ts'

let original = ''
beforeAll(async () => {
  original = await mkdtemp(join(tmpdir(), 'tsunagi-embedded-'))
  const servers = await startServers({ dataDir: original })
  await migrateDatabase(servers.databaseUrl)
  await servers.stop()
})
afterAll(() => rm(original, { recursive: true, force: true }))

const WHO = `select session_user::text as name, rolsuper or rolbypassrls or rolreplication as special
  from pg_roles where rolname = session_user`
const PLAIN = [{ name: 'tsunagi_owner', special: false }]
/** What is ours, and whose it is. */
const OWNERS = `select distinct relowner::regrole::text as owner from pg_class
  where relkind in ('r', 'S') and relnamespace::regnamespace::text in ('public', 'drizzle')
  union select proowner::regrole::text from pg_proc where pronamespace = 'public'::regnamespace
  union select nspowner::regrole::text from pg_namespace where nspname = 'drizzle'
  union select datdba::regrole::text from pg_database where datname = current_database()`

test('the bot logs in as the owner of its database, who may not pass row security, nor make one who may', async () => {
  const { databaseUrl } = await started(await usedDataFolder(original))
  expect(await query(databaseUrl, WHO)).toEqual(PLAIN)
  expect(await query(databaseUrl, OWNERS)).toEqual([{ owner: 'tsunagi_owner' }])
  await expect(
    query(databaseUrl, `insert into regions (region_id, definition) values ('west', '{}')`),
  ).rejects.toThrow('row-level security')
  for (const forbidden of [
    'set role tsunagi',
    'alter role tsunagi_owner superuser',
    'alter role tsunagi_owner bypassrls',
    'create role another superuser',
    'create role another bypassrls',
    'grant tsunagi to tsunagi_owner',
    'grant pg_read_server_files to tsunagi_owner',
    `copy regions to program 'cat'`,
    `select pg_read_file('postgresql.conf')`,
    `set session_replication_role = 'replica'`,
    'truncate audit_log',
  ])
    await expect(query(databaseUrl, forbidden), forbidden).rejects.toThrow(
      /permission denied|must be|only grows|Only roles/,
    )
})

test('a folder of a version that logged in as superuser is moved to the owner, once, with what is in it', async () => {
  const dataDir = await usedDataFolder(original)
  const before = await startServers({ dataDir })
  const superuser = asAdministrator(before.databaseUrl)
  await query(superuser, `insert into regions (region_id, definition) values ('west', '{}'), ('east', '{}')`)
  await query(superuser, 'alter database tsunagi owner to tsunagi')
  await query(superuser, 'reassign owned by tsunagi_owner to tsunagi')
  await query(superuser, 'drop owned by tsunagi_owner cascade')
  await query(superuser, 'drop role tsunagi_owner')
  await before.stop()

  for (const start of ['moved', 'moved already']) {
    const servers = await startServers({ dataDir })
    expect(await query(servers.databaseUrl, WHO), start).toEqual(PLAIN)
    expect(await query(servers.databaseUrl, OWNERS), start).toEqual([{ owner: 'tsunagi_owner' }])
    expect(await migrateDatabase(servers.databaseUrl), start).toEqual({ newer: false })
    await servers.stop()
  }

  const { databaseUrl } = await started(dataDir)
  const inWest = `begin; set local role tsunagi_app; select set_config('app.region', 'west', true);`
  expect(await query(databaseUrl, 'select * from regions')).toEqual([])
  await query(databaseUrl, `${inWest} update regions set definition = '{"seen": true}'; commit`)
  expect(
    await query(asAdministrator(databaseUrl), 'select region_id, definition from regions order by region_id'),
  ).toEqual([
    { region_id: 'east', definition: {} },
    { region_id: 'west', definition: { seen: true } },
  ])
  // What a later migration does: an owner's privileges suffice.
  await query(databaseUrl, 'alter table regions add column later text')
  expect(knownMigrations().length).toBeGreaterThan(10)
})
