import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { untilNoneLives } from '../../../src/app/embedded/bound-process.ts'
import { ServerFault } from '../../../src/app/embedded/server-fault.ts'
import { startServers } from '../../../src/app/embedded/servers.ts'
import {
  freshDataFolder,
  isAlive,
  killHard,
  pidsOf,
  query,
  started,
  usedDataFolder,
  withRedis,
  words,
  write,
} from './data-folder.ts'

let original = ''
beforeAll(async () => {
  original = await mkdtemp(join(tmpdir(), 'tsunagi-embedded-'))
  await (await startServers({ dataDir: original })).stop()
})
afterAll(() => rm(original, { recursive: true, force: true }))

/** A bot in another process; resolves when it has started. */
const bot = async (dataDir: string) => {
  const program = fileURLToPath(new URL('bot-that-dies.ts', import.meta.url))
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  const { claimed } = JSON.parse(String(said)) as { claimed: boolean }
  const kill = async () => {
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  return { claimed, pid: child.pid, kill }
}

/** A process that has nothing to do with any of this, run as the servers are; its pid. */
const bystander = async (): Promise<number> => {
  const file = fileURLToPath(new URL('data-folder.ts', import.meta.url))
  const { uid, gid } = await lstat(join(original, 'postgres'))
  const child = spawn('tail', ['-f', file], { cwd: '/', uid, gid, stdio: 'ignore' })
  await once(child, 'spawn')
  onTestFinished(() => void child.kill('SIGKILL'))
  if (child.pid === undefined) throw new Error('it has no pid')
  return child.pid
}

describe('what was written is there again', () => {
  it('after a stop, which leaves no process', async () => {
    const dataDir = await usedDataFolder(original)
    const first = await startServers({ dataDir })
    await write(first, 'kept')
    const pids = await pidsOf(dataDir)
    expect([isAlive(pids.postgres), isAlive(pids.redis)]).toEqual([true, true])
    await first.stop()
    expect([isAlive(pids.postgres), isAlive(pids.redis)]).toEqual([false, false])
    const second = await started(dataDir)
    expect(await words(second)).toEqual({ postgres: ['kept'], redis: ['kept'] })
  })

  it('after both servers were killed, and the bot', async () => {
    const dataDir = await usedDataFolder(original)
    const killed = await bot(dataDir)
    await write(await started(dataDir), 'kept')
    const { postgres, redis } = await pidsOf(dataDir)
    await Promise.all([killHard(postgres), killHard(redis)])
    await killed.kill()
    const again = await started(dataDir)
    expect(await words(again)).toEqual({ postgres: ['kept'], redis: ['kept'] })
  })

  it('after the bot was killed: its servers end in order by themselves', async () => {
    const dataDir = await usedDataFolder(original)
    const killed = await bot(dataDir)
    await write(await started(dataDir), 'kept')
    const before = await pidsOf(dataDir)
    await killed.kill()
    await untilNoneLives(join(dataDir, 'servers.alive'))
    expect([isAlive(before.postgres), isAlive(before.redis)]).toEqual([false, false])
    // In order: neither left the number of a process behind.
    expect(await pidsOf(dataDir)).toEqual({ postgres: 0, redis: 0 })
    expect(await words(await started(dataDir))).toEqual({ postgres: ['kept'], redis: ['kept'] })
  })

  it('after the bot was killed and started again at once, which waits for the end of its servers', async () => {
    const dataDir = await usedDataFolder(original)
    const killed = await bot(dataDir)
    await write(await started(dataDir), 'kept')
    const before = await pidsOf(dataDir)
    await killed.kill()
    const again = await started(dataDir)
    expect([isAlive(before.postgres), isAlive(before.redis)]).toEqual([false, false])
    expect(await words(again)).toEqual({ postgres: ['kept'], redis: ['kept'] })
  })

  it('after the bot was killed with work in the middle of it, which is undone as a whole', async () => {
    const dataDir = await usedDataFolder(original)
    const killed = await bot(dataDir)
    const servers = await started(dataDir)
    await write(servers, 'kept')
    const open = query(servers.databaseUrl, "begin; insert into words values ('half'); select pg_sleep(60)")
    const broken = expect(open).rejects.toThrow()
    await killed.kill()
    await broken
    expect(await words(await started(dataDir))).toEqual({ postgres: ['kept'], redis: ['kept'] })
  })

  it('after the machine crashed and the numbers in the pid files are those of other processes', async () => {
    const dataDir = await usedDataFolder(original)
    const killed = await bot(dataDir)
    await write(await started(dataDir), 'kept')
    const { postgres, redis } = await pidsOf(dataDir)
    const file = join(dataDir, 'postgres', 'postmaster.pid')
    const left = (await readFile(file, 'utf8')).split('\n').slice(1)
    await Promise.all([killHard(postgres), killHard(redis)])
    await killed.kill()
    const somebody = await bystander()
    await writeFile(file, [somebody, ...left].join('\n'))
    await writeFile(join(dataDir, 'run', '.s.PGSQL.5432.lock'), [somebody, ...left].join('\n'))
    await writeFile(join(dataDir, 'redis', 'redis.pid'), `${somebody}\n`)
    const again = await started(dataDir)
    expect(await words(again)).toEqual({ postgres: ['kept'], redis: ['kept'] })
    expect(isAlive(somebody)).toBe(true)
  })

  it('after the sockets were swept away while the servers ran', async () => {
    const dataDir = await usedDataFolder(original)
    const killed = await bot(dataDir)
    await write(await started(dataDir), 'kept')
    const before = await pidsOf(dataDir)
    await rm(join(dataDir, 'run'), { recursive: true })
    await killed.kill()
    const again = await started(dataDir)
    expect([isAlive(before.postgres), isAlive(before.redis)]).toEqual([false, false])
    expect(await words(again)).toEqual({ postgres: ['kept'], redis: ['kept'] })
  }, 60_000)
})

it('a queue whose file cannot be read starts empty, its file set aside', async () => {
  const dataDir = await usedDataFolder(original)
  const first = await startServers({ dataDir })
  await write(first, 'kept')
  await first.stop()
  const folder = join(dataDir, 'redis', 'appendonlydir')
  for (const name of await readdir(folder))
    if (name.includes('.incr.')) await writeFile(join(folder, name), '*3\r\n$3\r\nSET\r\n?broken?\r\n*9\r\n')
  const again = await started(dataDir)
  expect(await words(again)).toEqual({ postgres: ['kept'], redis: [] })
  expect(await readdir(join(dataDir, 'redis', 'unreadable'))).not.toEqual([])
})

describe('two starts at once in one folder', () => {
  it('serve the same servers, made by one of them', async () => {
    const dataDir = await freshDataFolder()
    const [one, two] = await Promise.all([bot(dataDir), bot(dataDir)])
    const servers = await started(dataDir)
    await write(servers, 'kept')
    expect(await words(servers)).toEqual({ postgres: ['kept'], redis: ['kept'] })
    expect([one.claimed, two.claimed].sort()).toEqual([false, true])
  })
})

describe('one bot for each folder', () => {
  it('a second is told where the first is, until that dies', async () => {
    const dataDir = await usedDataFolder(original)
    const first = await bot(dataDir)
    expect((await startServers({ dataDir, alone: true })).claim).toEqual({
      ok: false,
      address: 'http://localhost:3999',
      pid: first.pid,
    })
    await first.kill()
    expect((await started(dataDir)).claim).toMatchObject({ ok: true })
  })

  it('a note that somebody broke tells nothing, and stops nobody', async () => {
    const dataDir = await usedDataFolder(original)
    expect((await started(dataDir)).claim).toMatchObject({ ok: true })
    await writeFile(join(dataDir, 'running.json'), '{"pid":')
    expect((await started(dataDir)).claim).toEqual({ ok: false, address: undefined, pid: undefined })
  })
})

describe('a folder', () => {
  it('may have a long path, spaces, quotes and Japanese in its name', async () => {
    const dataDir = await freshDataFolder('基幹相談支援センター '.repeat(4), `it's "ours", $HOME \\ 圏域`)
    const first = await startServers({ dataDir })
    await write(first, 'kept')
    await first.stop()
    expect(await words(await started(dataDir))).toEqual({ postgres: ['kept'], redis: ['kept'] })
  })

  it('lets nobody else in', async () => {
    const dataDir = await usedDataFolder(original)
    await started(dataDir)
    for (const name of ['postgres', 'redis', 'run'])
      expect((await lstat(join(dataDir, name))).mode & 0o077, name).toBe(0)
    for (const name of ['postgres.log', 'redis.log'])
      expect((await lstat(join(dataDir, name))).mode & 0o077, name).toBe(0)
  })

  it.each(['run', 'postgres', 'redis'])('is not served where something else is its %s', async (name) => {
    const dataDir = await usedDataFolder(original)
    await rm(join(dataDir, name), { recursive: true, force: true })
    await writeFile(join(dataDir, name), '')
    await expect(startServers({ dataDir })).rejects.toMatchObject({ reason: 'not-ours' })
    expect(await pidsOf(dataDir)).toEqual({ postgres: 0, redis: 0 })
  })
})

describe('the servers', () => {
  it('write to the disk before they answer, and listen on no port', async () => {
    const dataDir = await usedDataFolder(original)
    const { databaseUrl, redisUrl } = await started(dataDir)
    const settings = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'listen_addresses',
      'server_encoding',
    ]
    const rows = await Promise.all(settings.map((name) => query(databaseUrl, `show ${name}`)))
    expect(Object.assign({}, ...rows.flat())).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '',
      server_encoding: 'UTF8',
    })
    const values = await withRedis(redisUrl, (redis) =>
      Promise.all(['port', 'appendonly', 'maxmemory-policy'].map((name) => redis.config('GET', name))),
    )
    expect(values.map((value) => Object.values(value as object).at(-1))).toEqual(['0', 'yes', 'noeviction'])
  })

  it('keep what people wrote out of their logs', async () => {
    const dataDir = await usedDataFolder(original)
    const servers = await started(dataDir)
    await write(servers, 'secret-word')
    await expect(write(servers, 'secret-word')).rejects.toThrow()
    await expect(query(servers.databaseUrl, "select 'secret-word'::int")).rejects.toThrow()
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('(secret-word)')
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('insert into')
  })

  it('are not started where addresses are given', async () => {
    const dataDir = await freshDataFolder()
    const addresses = { databaseUrl: 'postgresql://host/tsunagi', redisUrl: 'redis://host' }
    expect(await startServers({ dataDir, ...addresses })).toMatchObject({ ...addresses, embedded: false })
    expect(await readdir(dataDir)).toEqual([])
  })

  it('say why when one cannot start, and leave none behind', async () => {
    const dataDir = await usedDataFolder(original)
    const first = await startServers({ dataDir })
    await first.stop()
    await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n')
    const fault = await startServers({ dataDir }).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(ServerFault)
    expect(fault).toMatchObject({
      reason: 'did-not-start',
      detail: expect.stringContaining('no_such_setting'),
    })
    expect(await pidsOf(dataDir)).toMatchObject({ postgres: 0 })
  })
})
