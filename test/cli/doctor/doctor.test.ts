import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, inject, onTestFinished, test } from 'vitest'
import { type Config, readConfig } from '../../../src/app/config.ts'
import { loadKeyring } from '../../../src/app/key-file.ts'
import { systemClock } from '../../../src/app/system-clock.ts'
import { addressOf, closeServer, listen } from '../../../src/app/web.ts'
import type { Check } from '../../../src/cli/doctor/check.ts'
import { doctor } from '../../../src/cli/doctor/doctor.ts'
import { openDatabase } from '../../../src/store/engine/database.ts'
import { keepFormDraft } from '../../../src/store/form/form-drafts.ts'
import { saveRegion } from '../../../src/store/region/regions.ts'
import { asAdministrator, asOwner, freshDatabase } from '../../support/database.ts'
import { startFakeDiscord } from '../../support/fake-discord.ts'
import { startFakeSlack } from '../../support/fake-slack.ts'
import { sampleRegion } from '../../support/product.ts'

let dataDir: string
let environment: Record<string, string>

const looked = async (more: Record<string, string> = {}, clock = systemClock) => {
  const said = await doctor({ ...environment, ...more }, clock)
  const { checks } = said.data as { checks: Check[] }
  const of = (name: string) => checks.filter((check) => check.name === name)
  return { said, of, faults: checks.filter(({ state }) => state === 'mend').map(({ name }) => name) }
}

const configOf = (variables: Record<string, string>): Config => {
  const read = readConfig(variables)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.config
}

const fill = async () => {
  const database = openDatabase(
    environment.DATABASE_URL ?? '',
    await loadKeyring(configOf(environment)),
    () => undefined,
  )
  const region = await sampleRegion()
  await database.inRegion(region.id, async (scope) => {
    const channels = [
      { platform: 'slack' as const, workspace: 'T0TSUNAGI', channel: 'C-in' },
      { platform: 'slack' as const, workspace: 'T0TSUNAGI', channel: 'C-out' },
    ]
    const workspaces = [
      { platform: 'slack' as const, id: 'T0TSUNAGI' },
      { platform: 'slack' as const, id: 'T0OTHER' },
    ]
    await saveRegion(scope, {
      ...region,
      workspaces,
      bodies: region.bodies.map((body, index) => (index === 0 ? { ...body, channels } : body)),
    })
    await keepFormDraft(scope, 'sakura', 'a form', { text: '下書き' }, systemClock.now())
  })
  await database.close()
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-doctor-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  environment = {
    DATABASE_URL: await freshDatabase(),
    REDIS_URL: `unix://${inject('redisUrl')}`,
    DATA_DIR: dataDir,
    PORT: '0',
  }
})

test('where all is well, every check says so, and who gets no messages is named', async () => {
  await fill()
  const { said, of, faults } = await looked()
  expect(faults).toEqual([])
  expect(said.ok).toBe(true)
  for (const name of [
    'node',
    'fonts',
    'folder',
    'key',
    'postgres',
    'migrations',
    'row-security',
    'database-role',
    'clock',
    'redis',
    'keys',
    'sealing',
  ])
    expect(
      of(name).map(({ state }) => state),
      name,
    ).toEqual(['ok'])
  expect(of('members')[0]).toMatchObject({ state: 'look', line: expect.stringContaining('ほか') })
})

test('what is wrong with the machine and the database is told with what to do', async () => {
  await fill()
  await writeFile(join(dataDir, 'tsunagi.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`)
  await chmod(join(dataDir, 'tsunagi.key'), 0o644)
  await asOwner(environment.DATABASE_URL ?? '', 'x', (owner) =>
    owner.query('alter table cases no force row level security; create table stray (region_id text)'),
  )
  const other = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi'))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const later = { now: () => systemClock.now().add({ minutes: 5 }) }
  const { said, of, faults } = await looked({ PORT: port }, later)
  expect(said.ok).toBe(false)
  expect(faults.toSorted()).toEqual(['clock', 'key', 'keys', 'port', 'row-security'])
  expect(of('key')[0]?.line).toContain('chmod 600')
  expect(of('row-security')[0]?.line).toContain('cases、stray')
  expect(of('keys')[0]?.line).toContain('1 件')
  expect(said.lines.at(-1)).toContain('5 つ')
})

test('texts of the old form are counted, whether they are sealed anew by and by or open no more', async () => {
  await fill()
  const url = environment.DATABASE_URL ?? ''
  const change = (statement: string) => asOwner(url, 'saikatsuhoku', (owner) => owner.query(statement))
  await change('update form_drafts set text = set_byte(text, 0, 1)')
  const refused = await looked()
  expect(refused.faults).toEqual(['sealing-refused'])
  expect(refused.of('sealing-refused')[0]?.line).toContain('1 件')
  await change('delete from sealings')
  const { of, faults } = await looked()
  expect(faults).toEqual([])
  expect(of('sealing')[0]).toMatchObject({ state: 'look', line: expect.stringContaining('1 件') })
  expect(of('keys-within')[0]).toMatchObject({ state: 'look' })
  await change(`set session_replication_role = replica;
    insert into follow_ups (region_id, member_id, due_on, what, summary_id, opened_by, opened_at, given_by, given_at)
    select region_id, 'sakura', '2026-06-01', text, gen_random_uuid(), 'sakura', now(), 'sakura', now() from form_drafts`)
  const broken = await looked()
  expect(broken.faults).toEqual(['keys-within'])
  expect(broken.of('keys-within')[0]?.line).toContain('follow_ups: ')
})

test('a role that row security does not bind is told of', async () => {
  const { of } = await looked({ DATABASE_URL: asAdministrator(environment.DATABASE_URL ?? '') })
  expect(of('database-role')[0]).toMatchObject({ state: 'look', line: expect.stringContaining('SUPERUSER') })
})

test('a key that lies with the database is told of, with how to move it; one that lies elsewhere is not', async () => {
  const ownServers = { DATABASE_URL: '', REDIS_URL: '', XDG_CONFIG_HOME: join(dataDir, '..', 'config') }
  const file = join(dataDir, 'tsunagi.key')
  await writeFile(file, `${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 })
  const together = await looked(ownServers)
  expect(together.of('key')[0]).toMatchObject({ state: 'ok' })
  const [place] = together.of('key-place')
  expect(place?.state).toBe('look')
  expect(place?.line).toMatch(/mv \S+tsunagi\.key (\S+) .*KEY_FILE=\1 /)
  expect((await looked({ REDIS_URL: '' })).of('key-place')).toEqual([])
  const elsewhere = await mkdtemp(join(tmpdir(), 'tsunagi-keys-'))
  onTestFinished(() => rm(elsewhere, { recursive: true, force: true }))
  await rename(file, join(elsewhere, 'a.key'))
  const apart = await looked({ ...ownServers, KEY_FILE: join(elsewhere, 'a.key') })
  expect([apart.of('key')[0]?.state, apart.of('key-place')]).toEqual(['ok', []])
})

test('a running bot says which platform it is not connected to', async () => {
  const bot = await listen(
    {
      ready: async () => true,
      missing: () => [
        { platform: 'slack', why: 'refused' },
        { platform: 'discord', why: 'unreachable' },
      ],
    },
    0,
    '127.0.0.1',
  )
  onTestFinished(() => closeServer(bot))
  const { of, faults } = await looked({ PORT: new URL(addressOf(bot)).port })
  expect(of('port')[0]).toMatchObject({ state: 'ok', line: expect.stringContaining('動いています') })
  expect(faults).toEqual(['slack-connection', 'discord-connection'])
  expect(of('slack-connection')[0]?.line).toContain('Slack に断られています')
  expect(of('discord-connection')[0]?.line).toContain('Discord につながっていません')
})

test('servers that are away, and settings that do not read, are lines', async () => {
  const away = await looked({
    DATABASE_URL: 'postgresql://x@127.0.0.1:1/x',
    REDIS_URL: 'redis://127.0.0.1:1',
  })
  expect(away.faults).toEqual(['postgres', 'redis'])
  expect(away.of('postgres')[0]?.line).toContain('ECONNREFUSED')
  const wrong = await looked({ PORT: 'abc', SLACK_APP_TOKEN: 'xapp-1' })
  expect(wrong.faults).toEqual(['configuration', 'configuration'])
  const fresh = await looked({ DATABASE_URL: '', REDIS_URL: '' })
  expect(fresh.of('servers')[0]).toMatchObject({ state: 'look' })
})

test('Slack: tokens, scopes, workspaces, and whether the bot is in its channels', async () => {
  await fill()
  const fake = await startFakeSlack({
    users: [],
    scopes: ['commands', 'chat:write'],
    channels: [
      { id: 'C-in', isPrivate: true, members: [] },
      { id: 'C-out', isPrivate: true, members: [], withoutBot: true },
    ],
  })
  onTestFinished(() => fake.stop())
  const slack = { SLACK_BOT_TOKEN: fake.botToken, SLACK_APP_TOKEN: fake.appToken, SLACK_API_URL: fake.url }
  const { of, faults } = await looked(slack)
  expect(faults.toSorted()).toEqual(['slack-channel', 'slack-scopes', 'slack-workspace'])
  expect(of('slack-app-token')[0]?.state).toBe('ok')
  expect(of('slack-scopes')[0]?.line).toContain('pins:write')
  expect(of('slack-workspace')[0]?.line).toContain('T0OTHER')
  expect(of('slack-channel').map(({ state }) => state)).toEqual(['ok', 'mend'])
  expect(fake.messages).toEqual([])
  const bad = await looked({ ...slack, SLACK_BOT_TOKEN: 'xoxb-wrong' })
  expect(bad.of('slack-token')[0]?.line).toContain('invalid_auth')
  const away = await looked({ ...slack, SLACK_API_URL: 'http://127.0.0.1:1/api/' })
  expect(away.of('slack-unreachable')[0]?.line).toContain('slack.com')
})

test('Discord: a token that works, and one that does not', async () => {
  const fake = await startFakeDiscord({ users: [], channels: [] })
  onTestFinished(() => fake.stop())
  const right = await looked({ DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.url })
  expect(right.of('discord-token')[0]).toMatchObject({ state: 'ok' })
  const wrong = await looked({ DISCORD_TOKEN: 'another-token', DISCORD_API_URL: fake.url })
  expect(wrong.of('discord-token')[0]).toMatchObject({ state: 'mend' })
})
