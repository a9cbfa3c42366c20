import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { type BoundProcess, bound, type ServerState, startBound } from './bound-process.ts'
import { findProgram } from './child-process.ts'
import { asAccount, privateFolder, serverAccount } from './server-account.ts'
import { ServerFault } from './server-fault.ts'

const PROGRAMS = ['redis-server', 'valkey-server']

/** The socket in `run`, as ioredis takes it. */
export const redisSocket = (run: string): string => join(run, 'redis.sock')

/**
 * Starts Redis (or Valkey) on the files in `dir`, on a socket in `run` and no port, writing every change to disk within a
 * second. Both paths are absolute. The caller has claimed them, and knows by `presence` that no earlier server of ours
 * lives: Redis itself does not mind who else writes its files.
 */
export const startRedis = async (dir: string, run: string, presence: string): Promise<BoundProcess> => {
  const found = await findProgram(PROGRAMS)
  if (found === undefined) throw new ServerFault('no-redis', PROGRAMS.join(', '))
  const account = await serverAccount(dir, found)
  const socket = redisSocket(run)
  await privateFolder(run, account)
  // One that is not ours to end: of a version that let servers outlive it.
  if ((await redisState(socket)) !== 'silent') throw new ServerFault('did-not-stop', dir)
  // SIGTERM saves what is still in memory; a second SIGINT would exit without saving.
  const { program, args } = bound(found, options(dir, socket), { orderly: 'TERM', hard: 'KILL' })
  const serving = { dir, presence, ask: () => redisState(socket) }
  const start = () => startBound(asAccount(account, program, args), serving)
  return start().catch(async (fault) => {
    if (!(fault instanceof ServerFault) || !/bad file format|unexpected end of file/i.test(fault.detail))
      throw fault
    await setAside(dir)
    return start()
  })
}

const options = (dir: string, socket: string): string[] => [
  ...['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700'],
  ...['--dir', dir, '--pidfile', join(dir, 'redis.pid'), '--daemonize', 'no', '--set-proc-title', 'no'],
  ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
  ...['--maxmemory-policy', 'noeviction', '--loglevel', 'warning'],
]

/** Moves aside files that Redis cannot read after a crash of the machine. The store refills the queue. */
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

/** Probes whether Redis serves on the socket. */
export const redisState = async (socket: string): Promise<ServerState> => {
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
