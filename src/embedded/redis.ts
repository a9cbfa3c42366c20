import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Server } from './postgres.ts'
import { runAsServer, serverFolder } from './unprivileged.ts'

const PROGRAMS = ['redis-server', 'valkey-server']

/**
 * Starts Redis (or Valkey) on the files in `dir`, on a socket in `run` and no port, writing every change to disk
 * within a second; or finds the one that runs there. The caller sees to it that no two start at once. `url` is the
 * socket's path, as ioredis takes it.
 */
export const startRedis = async (dir: string, run: string): Promise<Server> => {
  const socket = join(run, 'redis.sock')
  if (!(await answers(socket))) {
    await serverFolder(dir)
    await launch(dir, socket)
  }
  return { url: socket, stop: () => stopRedis(socket) }
}

const launch = async (dir: string, socket: string): Promise<void> => {
  const options = [
    ...['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--daemonize', 'yes'],
    ...['--dir', dir, '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
    ...['--maxmemory-policy', 'noeviction', '--logfile', join(dir, 'server.log'), '--set-proc-title', 'no'],
  ]
  const faults: string[] = []
  for (const program of PROGRAMS) {
    const started = await runAsServer(program, options).catch((error: NodeJS.ErrnoException) => ({
      code: 1,
      output: error.message,
    }))
    if (started.code === 0) return untilAnswers(socket)
    faults.push(`${program}: ${started.output.trim()}`)
  }
  throw new Error(`Redis did not start. ${faults.join('; ')}`)
}

const untilAnswers = async (socket: string): Promise<void> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await answers(socket)) return
    await pause(50)
  }
  throw new Error(`Redis does not answer at ${socket}`)
}

const connect = (socket: string): Redis => {
  const client = new Redis(socket, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
  client.on('error', () => undefined)
  return client
}

const answers = async (socket: string): Promise<boolean> => {
  const client = connect(socket)
  try {
    await client.connect()
    return (await client.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    client.disconnect()
  }
}

/** Writes what is still in memory, then ends; the answer is the closed connection. */
const stopRedis = async (socket: string): Promise<void> => {
  const client = connect(socket)
  try {
    await client.connect()
    await client.shutdown()
  } catch {
    // Gone already, or going: that is what was asked for.
  } finally {
    client.disconnect()
  }
}
