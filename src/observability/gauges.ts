import { Gauge, type Registry } from 'prom-client'
import { queueState, regionStates, type Watched } from './state.ts'

/**
 * Adds to the registry what every process can see of the whole: queues, what is late, the morning's coverage. Answers
 * what looks at it anew; where a server is away `tsunagi_up` says so, and what it would tell is missing.
 */
export const addGauges = (registry: Registry, watched: Watched, version: string): (() => Promise<void>) => {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `tsunagi_${name}`, help, labelNames, registers: [registry] })
  const up = gauge('up', 'Whether the database and the queue answer', ['server'])
  const jobs = gauge('queue_jobs', 'Jobs in the queue, of all processes', ['job', 'state'])
  const lastTick = gauge('last_tick_timestamp_seconds', 'When a tick last ended, in any process')
  const late = gauge(
    'deliveries_late',
    'Messages that are neither out nor given up 5 minutes after their instant',
    ['region'],
  )
  const oldest = gauge(
    'deliveries_late_oldest_timestamp_seconds',
    'For when the oldest of those was planned',
    ['region'],
  )
  const readers = gauge(
    'digest_readers',
    "Readers of the last morning's digest within a day: expected, told",
    ['region', 'state'],
  )
  const connections = gauge(
    'database_connections',
    "Connections of this process' pool, and who waits for one",
    ['state'],
  )
  const info = gauge('info', 'Versions of this process', ['version', 'node'])
  info.set({ version, node: process.versions.node }, 1)

  const lookAtQueue = async (): Promise<void> => {
    const state = await queueState(watched)
    for (const { job, ...counts } of state.counts)
      for (const [name, count] of Object.entries(counts)) jobs.set({ job, state: name }, count)
    if (state.lastTick) lastTick.set(state.lastTick.epochMilliseconds / 1_000)
  }
  const lookAtRegions = async (): Promise<void> => {
    for (const state of await regionStates(watched)) {
      const { region } = state
      late.set({ region }, state.late.count)
      if (state.late.oldest) oldest.set({ region }, state.late.oldest.epochMilliseconds / 1_000)
      if (!state.digest) continue
      readers.set({ region, state: 'expected' }, state.digest.expected)
      readers.set({ region, state: 'told' }, state.digest.told)
    }
  }
  const look = async (server: string, at: () => Promise<void>): Promise<void> => {
    try {
      await at()
      up.set({ server }, 1)
    } catch (error) {
      up.set({ server }, 0)
      watched.log.debug({ error, server }, 'not seen for the metrics')
    }
  }
  return async () => {
    for (const seen of [jobs, lastTick, late, oldest, readers]) seen.reset()
    await Promise.all([look('queue', lookAtQueue), look('database', lookAtRegions)])
    for (const [state, count] of Object.entries(watched.database.connections()))
      connections.set({ state }, count)
  }
}
