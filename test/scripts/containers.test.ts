import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import { readRedisAddress } from '../../src/jobs/redis-address.ts'
import { databaseHealth } from '../../src/store/engine/health.ts'
import { migrateDatabase } from '../../src/store/engine/migrate.ts'
import { asAdministrator, inDatabase } from '../support/database.ts'

const file = (name: string) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8')

const Service = z.object({
  image: z.string(),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  cap_add: z.array(z.string()).default([]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  healthcheck: z.object({ test: z.array(z.string()).min(1) }),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  volumes: z.array(z.string()),
  command: z.array(z.string()).default([]),
})
const services = async () => {
  const composed = parse(await file('compose.yaml'), { merge: true })
  return z.object({ services: z.record(z.string(), Service) }).parse(composed).services
}

test('every container of compose.yaml is read-only, without capabilities but those it needs, and asked for its health', async () => {
  const all = await services()
  expect(Object.keys(all)).toEqual(['bot', 'worker', 'postgres', 'valkey'])
  for (const [name, { cap_add, ports, networks, volumes }] of Object.entries(all)) {
    expect(cap_add, name).toEqual(
      name === 'postgres' ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'] : [],
    )
    // Reached from outside: the bot alone, and from this machine alone.
    expect(ports.map((port) => port.split(':')[0])).toEqual(name === 'bot' ? ['127.0.0.1'] : [])
    expect(networks, name).toContain('inside')
    // What is written stays when the container is made anew.
    expect(volumes[0]?.split(':')[0], name).toBe({ bot: 'data', worker: 'data' }[name] ?? name)
  }
})

test('Valkey takes nobody without the password, which no list of processes shows', async () => {
  const { bot, valkey } = await services()
  const address = bot?.environment.REDIS_URL?.replace(/\$\{VALKEY_PASSWORD:[^}]+\}/, 'secret') ?? ''
  expect(readRedisAddress(address)).toMatchObject({ login: { password: 'secret' } })
  const [, , script = ''] = valkey?.command ?? []
  const [started = '', ...input] = script.split('\n')
  expect(started).not.toContain('PASSWORD')
  expect(input).toContain('requirepass $$VALKEY_PASSWORD')
})

test('the script for PostgreSQL makes an owner that row security binds, and that the tables can be made with', async () => {
  const script = await file('deploy/postgres-owner.sh')
  const sql = /<<'END'\n([\s\S]+)END/.exec(script)?.[1] ?? ''
  const name = `composed_${process.pid}`
  const admin = new pg.Client({ connectionString: asAdministrator(inject('databaseUrl')) })
  await admin.connect()
  onTestFinished(async () => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`drop owned by ${name}`)
    await admin.query(`drop role ${name}`)
    await admin.end()
  })
  const statements = sql
    .replaceAll('tsunagi', name)
    .replaceAll(`:'password'`, `'secret'`)
    .split(';\n')
    .filter((one) => one.trim() !== '')
  expect(statements).toHaveLength(3)
  for (const statement of statements.slice(0, 2)) await admin.query(statement)
  // Another run's server has these roles already; a new one has none, and the owner makes them.
  await admin.query(`grant tsunagi_app, tsunagi_gate, tsunagi_vault to ${name} with admin option`)
  const url = Object.assign(new URL(inDatabase(inject('databaseUrl'), name)), { username: name }).toString()
  await migrateDatabase(url)
  expect(await databaseHealth(url)).toMatchObject({
    privileged: false,
    unprotected: [],
    migrations: 'current',
  })
})

test('the image runs as a plain user, on the version of Node that the project has, and without install scripts', async () => {
  const image = await file('Dockerfile')
  expect(image).toContain(`ARG NODE_IMAGE=node:${manifest.devDependencies.node}-slim\n`)
  expect(image).toMatch(/COPY package\.json package-lock\.json \.npmrc \.\/\nRUN npm ci/)
  expect(image).toMatch(/\nUSER node\n[\s\S]*ENTRYPOINT/)
  expect((await file('.dockerignore')).split('\n')).toContain('!.npmrc')
})
