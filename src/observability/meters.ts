import type { Meter } from '@opentelemetry/api'
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus'
import { MeterProvider } from '@opentelemetry/sdk-metrics'
import { addProcessMetrics } from './process-metrics.ts'
import type { Watch } from './watch.ts'

export type Meters = {
  /** For gauges that are observed at each scrape. */
  meter: Meter
  watch: Watch
  /** Returns all metrics in Prometheus' text format. */
  read(): Promise<string>
}

/**
 * Opens the process' counters and histograms. Labels are names, ids and fixed words. Imported lazily, only where metrics
 * are configured.
 */
export const openMeters = (): Meters => {
  const reader = new PrometheusExporter({ preventServerStart: true })
  const meter = new MeterProvider({ readers: [reader] }).getMeter('tsunagi')
  // Leave out the labels of resource and scope, which are the same for all metrics.
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true)
  addProcessMetrics(meter)
  return {
    meter,
    watch: measured(meter),
    read: async () => serializer.serialize((await reader.collect()).resourceMetrics),
  }
}

const measured = (meter: Meter): Watch => {
  const histogram = (name: string, description: string, explicitBucketBoundaries: number[]) =>
    meter.createHistogram(`tsunagi_${name}`, { description, advice: { explicitBucketBoundaries } })
  const counter = (name: string, description: string) =>
    meter.createCounter(`tsunagi_${name}`, { description })
  const commands = histogram(
    'command_seconds',
    'From a command, form or button to its answer, by the command',
    [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10],
  )
  const answers = counter(
    'commands_total',
    'Commands by how they were answered; failed: by a bug or a server that is away',
  )
  const jobs = histogram(
    'job_seconds',
    'Runs of jobs; failed ones are brought back by the tick',
    [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60],
  )
  const attempts = counter(
    'delivery_attempts_total',
    'Attempts at messages by how they ended: sent, skipped (given up, or nothing left to say), waiting, sending (answer lost)',
  )
  const failures = counter(
    'delivery_failures_total',
    'Attempts at messages that were not sent, by the reason',
  )
  const delays = histogram(
    'delivery_delay_seconds',
    "From the planned instant of a message to the platform's call, without those that waited for the office's hours",
    [1, 5, 10, 30, 60, 120, 300, 900, 3_600, 86_400],
  )
  return {
    answered: (command, answered, seconds) => {
      const [noun = command] = command.split('.')
      commands.record(seconds, { noun, command })
      answers.add(1, { noun, answered })
    },
    ran: (job, failed, seconds) => jobs.record(seconds, { job, result: failed ? 'failed' : 'done' }),
    tried: ({ platform, state, reason, delaySeconds }) => {
      attempts.add(1, { platform, result: state })
      if (state !== 'sent') failures.add(1, { platform, reason: reason ?? 'unknown' })
      if (delaySeconds !== undefined) delays.record(delaySeconds, { platform })
    },
  }
}
