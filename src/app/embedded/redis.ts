import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { findProgram, type Launched, launch } from './child-process.ts'
import type { Server } from './postgres.ts'
import { asAccount, privateFolder, serverAccount } from './server-account.ts'
import { ServerFault } from './server-fault.ts'
import { endProcess, serverOn } from './server-process.ts'

const PROGRAMS = ['redis-server', 'valkey-server']

/**
 * Starts Redis (or Valkey) on the files in `dir`, on a socket in `run` and no port, writing every change to disk
 * within a second; or finds the one that runs there. Both paths are absolute. The caller sees to it that no two start
 * at once: Redis itself does not mind who else writes its files. `url` is the socket's path, as ioredis takes it.
 */
export const startRedis = async (dir: string, run: string): Promise<Server> => {
  const program = await findProgram(PROGRAMS)
  if (program === undefined) throw new ServerFault('no-redis', PROGRAMS.join(', '))
  const account = await serverAccount(dir, program)
  const socket = join(run, 'redis.sock')
  const command = asAccount(account, program, options(dir, socket))
  const found = await untilReady(dir, socket, async () => {
    await privateFolder(run, account)
    return launch(command, `${dir}.log`)
  })
  return { url: socket, found, stop: () => stopRedis(dir, socket) }
}

const pidFileOf = (dir: string): string => join(dir, 'redis.pid')

const options = (dir: string, socket: string): string[] => [
  ...['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700'],
  ...['--dir', dir, '--pidfile', pidFileOf(dir), '--daemonize', 'no', '--set-proc-title', 'no'],
  ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
  ...['--maxmemory-policy', 'noeviction', '--loglevel', 'warning'],
]

const PAUSE_MS = 50
/** Ten minutes: it answers only when it has read its file. */
const LONGEST_START_PAUSES = 12_000
/** Three seconds without a socket are too long for a start, so that one is lost. */
const LONGEST_SILENT_PAUSES = 60

const untilReady = async (dir: string, socket: string, start: () => Promise<Launched>): Promise<boolean> => {
  let launched: Launched | undefined
  let silent = 0
  let hasSetAside = false
  for (let pauses = 0; pauses < LONGEST_START_PAUSES; pauses += 1) {
    const state = await ask(socket)
    if (state === 'ready') return !launched?.running()
    silent = state === 'silent' ? silent + 1 : 0
    if (launched && !launched.running()) {
      const log = await launched.lastLines()
      if (hasSetAside || !/bad file format|unexpected end of file/i.test(log))
        throw new ServerFault('did-not-start', log)
      await setAside(dir)
      hasSetAside = true
      launched = await start()
    }
    const other = launched || state !== 'silent' ? undefined : await serverOn(dir, pidFileOf(dir))
    if (other !== undefined && silent > LONGEST_SILENT_PAUSES)
      await endProcess(other, dir, ['SIGTERM', 'SIGKILL'])
    if (state === 'silent' && !launched && other === undefined) launched = await start()
    await pause(PAUSE_MS)
  }
  throw new ServerFault('did-not-start', `${dir}.log`)
}

/** A file that Redis cannot read, after a crash of the machine. The queue only carries: the store fills it again. */
const setAside = async (dir: string): Promise<void> => {
  const unreadable = join(dir, 'unreadable')
  await rm(unreadable, { recursive: true, force: true })
  await rename(join(dir, 'appendonlydir'), unreadable)
}

const connect = (socket: string): Redis => {
  const client = new Redis(socket, {
    lazyConnect: true,
    enableReadyCheck: false,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    commandTimeout: 5_000,
  })
  client.on('error', () => undefined)
  return client
}

/** `busy` when somebody listens but does not serve yet. */
const ask = async (socket: string): Promise<'ready' | 'busy' | 'silent'> => {
  const client = connect(socket)
  let failure: NodeJS.ErrnoException | undefined
  client.on('error', (error) => {
    failure = error
  })
  try {
    await client.connect()
    return (await client.ping()) === 'PONG' ? 'ready' : 'busy'
  } catch {
    if (failure?.code === 'EACCES') throw new ServerFault('not-ours', socket)
    return failure?.syscall === 'connect' ? 'silent' : 'busy'
  } finally {
    client.disconnect()
  }
}

/** Redis writes what it still has in memory before it ends; its answer is the closed connection. */
const stopRedis = async (dir: string, socket: string): Promise<void> => {
  const pid = await serverOn(dir, pidFileOf(dir))
  const client = connect(socket)
  try {
    await client.connect()
    await client.shutdown()
  } catch {
    // Gone already, or going.
  } finally {
    client.disconnect()
  }
  if (pid !== undefined) await endProcess(pid, dir, ['SIGTERM', 'SIGKILL'])
}
