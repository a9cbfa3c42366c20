import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startServers } from '../../src/app/embedded/servers.ts'
import { migrateDatabase } from '../../src/store/engine/migrate.ts'
import { asAdministrator, inDatabase, ownedAsIn } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
    redisUrl: string
    template: string
  }
}

/**
 * One PostgreSQL and one Redis for the run: those given by DATABASE_URL and REDIS_URL, else our own in a temporary
 * folder. A migrated database is the template that each test copies.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-test-'))
  const { DATABASE_URL, REDIS_URL } = process.env
  const servers = await startServers({
    dataDir,
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    ...(REDIS_URL ? { redisUrl: REDIS_URL } : {}),
  })
  if (!DATABASE_URL) await forgetPowerCuts(servers.databaseUrl)
  const template = `tsunagi_template_${process.pid}`
  await administer(servers.databaseUrl, `create database ${template} ${ownedAsIn(servers.databaseUrl)}`)
  await migrateDatabase(inDatabase(servers.databaseUrl, template))
  project.provide('databaseUrl', servers.databaseUrl)
  project.provide('redisUrl', servers.redisUrl)
  project.provide('template', template)
  return async () => {
    for (const name of await databasesOf(servers.databaseUrl, template))
      await administer(servers.databaseUrl, `drop database if exists ${name} with (force)`)
    await servers.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Our own is thrown away after the run: waiting for the disk takes most of making and dropping a test's database. */
const forgetPowerCuts = async (url: string): Promise<void> => {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await administer(url, `alter system set ${setting} = off`)
  await administer(url, 'select pg_reload_conf()')
}

/** The template, and what the tests left of its copies. */
const databasesOf = async (url: string, template: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [template],
  )
  await client.end()
  return rows.map(({ name }) => name)
}

const administer = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: asAdministrator(url) })
  await client.connect()
  await client.query(statement)
  await client.end()
}
