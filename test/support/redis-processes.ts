import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import { expect, onTestFinished } from 'vitest'
import { findProgram } from '../../src/app/embedded/child-process.ts'

/** A redis-server of a test's own on loopback. It keeps nothing: started again, it is empty. */
export type RedisProcess = {
  port: number
  pid: number
  ask(...command: [string, ...string[]]): Promise<unknown>
  kill(): Promise<void>
  startAgain(): Promise<void>
}

const PATIENT = { timeout: 60_000, interval: 50 }

/** Redis, or Valkey where that is what the machine has. */
const installed = async (kind: 'server' | 'cli'): Promise<string> => {
  const program = await findProgram([`redis-${kind}`, `valkey-${kind}`])
  if (program === undefined) throw new Error(`no redis-${kind} on this machine`)
  return program
}

/** Ports that were free a moment ago. */
const freePorts = async (count: number): Promise<number[]> => {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address()
      server.close()
      await once(server, 'close')
      if (address === null || typeof address === 'string') throw new Error('no port')
      return address.port
    }),
  )
}

const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tsunagi-redis-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }))
  return folder
}

/** Ended after the test, however it ends. */
const runRedis = async (port: number, args: readonly string[]): Promise<RedisProcess> => {
  let child: ChildProcess | undefined
  const ask: RedisProcess['ask'] = async (...[name, ...rest]) => {
    const client = new Redis({ port, lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await client.call(name, ...rest)
    } finally {
      client.disconnect()
    }
  }
  const program = await installed('server')
  const start = async () => {
    child = spawn(program, [...args, '--loglevel', 'warning'], { stdio: 'ignore' })
    await expect.poll(() => ask('PING').catch(() => 'silent'), PATIENT).toBe('PONG')
  }
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  await start()
  return {
    port,
    get pid() {
      return child?.pid ?? 0
    },
    ask,
    kill,
    startAgain: start,
  }
}

const serverArgs = (port: number, dir: string): string[] => [
  ...['--port', String(port), '--bind', '127.0.0.1', '--dir', dir],
  ...['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'],
]

/** One server without replicas. */
export const redisServer = async (): Promise<RedisProcess> => {
  const [port = 0] = await freePorts(1)
  return runRedis(port, serverArgs(port, await temporaryFolder()))
}

/** Three masters that share the slots; `holder` is the one that has the keys of `tag`. */
export const redisCluster = async (tag: string) => {
  const folder = await temporaryFolder()
  const ports = await freePorts(6)
  const nodes = await Promise.all(
    [0, 1, 2].map(async (index) => {
      const [port = 0, bus = 0] = [ports[index], ports[index + 3]]
      const dir = join(folder, String(index))
      await mkdir(dir)
      const cluster = ['--cluster-enabled', 'yes', '--cluster-port', String(bus)]
      return runRedis(port, [...serverArgs(port, dir), ...cluster, '--cluster-node-timeout', '2000'])
    }),
  )
  const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`)
  const create = ['--cluster', 'create', ...addresses, '--cluster-replicas', '0', '--cluster-yes']
  await promisify(execFile)(await installed('cli'), create)
  const [first] = nodes
  await expect
    .poll(async () => String(await first?.ask('CLUSTER', 'INFO')), PATIENT)
    .toContain('cluster_state:ok')
  const slot = await first?.ask('CLUSTER', 'KEYSLOT', tag)
  const slots = (await first?.ask('CLUSTER', 'SLOTS')) as [number, number, [string, number]][]
  const at = slots.find(([from, to]) => Number(slot) >= from && Number(slot) <= to)?.[2][1]
  const holder = nodes.find(({ port }) => port === at)
  if (!holder) throw new Error(`nobody has ${tag}`)
  return { url: `redis+cluster://${addresses.join(',')}`, nodes, holder }
}

/** A master with one replica, watched over by three sentinels that agree in a second that it is gone. */
export const redisSentinel = async (name: string) => {
  const folder = await temporaryFolder()
  const [masterPort = 0, replicaPort = 0, ...sentinelPorts] = await freePorts(5)
  const [master, replica] = await Promise.all([
    runRedis(masterPort, serverArgs(masterPort, folder)),
    runRedis(replicaPort, [
      ...serverArgs(replicaPort, folder),
      '--replicaof',
      '127.0.0.1',
      String(masterPort),
    ]),
  ])
  await expect.poll(async () => String(await replica.ask('INFO')), PATIENT).toContain('master_link_status:up')
  const sentinels = await Promise.all(
    sentinelPorts.map(async (port) => {
      const file = join(folder, `sentinel-${port}.conf`)
      const lines = [
        ...[`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`],
        `sentinel monitor ${name} 127.0.0.1 ${masterPort} 2`,
        `sentinel down-after-milliseconds ${name} 1000`,
        `sentinel failover-timeout ${name} 10000`,
      ]
      await writeFile(file, `${lines.join('\n')}\n`)
      return runRedis(port, [file, '--sentinel'])
    }),
  )
  // A fail-over needs sentinels that know of each other, and of the replica.
  for (const sentinel of sentinels)
    await expect
      .poll(async () => String(await sentinel.ask('SENTINEL', 'MASTER', name)), PATIENT)
      .toMatch(/num-slaves,1,num-other-sentinels,2/)
  const addresses = sentinels.map(({ port }) => `127.0.0.1:${port}`)
  return { url: `redis+sentinel://${addresses.join(',')}/${name}`, master, replica }
}
