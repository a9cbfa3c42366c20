import type { BatchObservableResult, Meter } from '@opentelemetry/api'
import { queueState, regionStates, type Watched } from './state.ts'

/**
 * Adds gauges of the whole installation, observed at each scrape: queues, late messages, the morning's coverage. While a
 * server is away `tsunagi_up` is 0 and the gauges that need it are missing.
 */
export const addGauges = (meter: Meter, watched: Watched, version: string): void => {
  const gauge = (name: string, description: string) =>
    meter.createObservableGauge(`tsunagi_${name}`, { description })
  const up = gauge('up', 'Whether the database and the queue answer')
  const jobs = gauge('queue_jobs', 'Jobs in the queue, of all processes')
  const lastTick = gauge('last_tick_timestamp_seconds', 'When a tick last ended, in any process')
  const late = gauge(
    'deliveries_late',
    'Messages that are neither out nor given up 5 minutes after their instant',
  )
  const oldest = gauge('deliveries_late_oldest_timestamp_seconds', 'For when the oldest of those was planned')
  const readers = gauge('digest_readers', "Readers of the last morning's digest within a day: expected, told")
  const connections = gauge(
    'database_connections',
    "Connections of this process' pool, and who waits for one",
  )
  const info = gauge('info', 'Versions of this process')

  const observeQueue = async (result: BatchObservableResult): Promise<void> => {
    const state = await queueState(watched)
    for (const { job, ...counts } of state.counts)
      for (const [name, count] of Object.entries(counts)) result.observe(jobs, count, { job, state: name })
    if (state.lastTick) result.observe(lastTick, state.lastTick.epochMilliseconds / 1_000)
  }
  const observeRegions = async (result: BatchObservableResult): Promise<void> => {
    for (const { region, ...state } of await regionStates(watched)) {
      result.observe(late, state.late.count, { region })
      if (state.late.oldest) result.observe(oldest, state.late.oldest.epochMilliseconds / 1_000, { region })
      if (!state.digest) continue
      result.observe(readers, state.digest.expected, { region, state: 'expected' })
      result.observe(readers, state.digest.told, { region, state: 'told' })
    }
  }
  const whereUp =
    (server: string, observe: (result: BatchObservableResult) => Promise<void>) =>
    async (result: BatchObservableResult): Promise<void> => {
      try {
        await observe(result)
        result.observe(up, 1, { server })
      } catch (error) {
        result.observe(up, 0, { server })
        watched.log.debug({ error, server }, 'not seen for the metrics')
      }
    }
  meter.addBatchObservableCallback(whereUp('queue', observeQueue), [up, jobs, lastTick])
  meter.addBatchObservableCallback(whereUp('database', observeRegions), [up, late, oldest, readers])
  connections.addCallback((result) => {
    for (const [state, count] of Object.entries(watched.database.connections()))
      result.observe(count, { state })
  })
  info.addCallback((result) => result.observe(1, { version, node: process.versions.node }))
}
