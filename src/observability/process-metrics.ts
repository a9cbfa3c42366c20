import { readdir } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Meter } from '@opentelemetry/api'

/** Adds the default process metrics of Prometheus clients, under the names that Node.js dashboards look for. */
export const addProcessMetrics = (meter: Meter): void => {
  const gauge = (name: string, description: string, value: () => number | Promise<number>) =>
    meter
      .createObservableGauge(name, { description })
      .addCallback(async (result) => result.observe(await value()))
  const cpu = (kind: string, micros: () => number) =>
    meter
      .createObservableCounter(`process_cpu_${kind}seconds_total`, { description: 'CPU time in seconds' })
      .addCallback((result) => result.observe(micros() / 1e6))
  cpu('user_', () => process.cpuUsage().user)
  cpu('system_', () => process.cpuUsage().system)
  cpu('', () => process.cpuUsage().user + process.cpuUsage().system)
  gauge('process_start_time_seconds', 'Start of the process since the epoch', () =>
    Math.round(performance.timeOrigin / 1_000),
  )
  gauge('process_resident_memory_bytes', 'Resident memory', () => process.memoryUsage.rss())
  gauge('nodejs_heap_size_total_bytes', 'Heap of V8', () => process.memoryUsage().heapTotal)
  gauge('nodejs_heap_size_used_bytes', 'Heap in use', () => process.memoryUsage().heapUsed)
  gauge(
    'nodejs_external_memory_bytes',
    'Memory of objects outside the heap',
    () => process.memoryUsage().external,
  )
  gauge(
    'nodejs_active_resources_total',
    'What keeps the event loop alive',
    () => process.getActiveResourcesInfo().length,
  )
  if (process.platform === 'linux')
    gauge(
      'process_open_fds',
      'Open file descriptors',
      async () => (await readdir('/proc/self/fd')).length - 1,
    )
  addEventLoopLag(meter)
}

/** Observes the lag since the last scrape. */
const addEventLoopLag = (meter: Meter): void => {
  const lag = monitorEventLoopDelay({ resolution: 10 })
  lag.enable()
  const gauge = (name: string, nanoseconds: () => number) => ({
    measure: meter.createObservableGauge(`nodejs_eventloop_lag_${name}_seconds`, {
      description: 'Delay of the event loop since the last reading',
    }),
    nanoseconds,
  })
  const gauges = [
    gauge('max', () => lag.max),
    gauge('mean', () => lag.mean),
    gauge('p50', () => lag.percentile(50)),
    gauge('p90', () => lag.percentile(90)),
    gauge('p99', () => lag.percentile(99)),
  ]
  meter.addBatchObservableCallback(
    (result) => {
      for (const { measure, nanoseconds } of gauges) result.observe(measure, nanoseconds() / 1e9)
      lag.reset()
    },
    gauges.map(({ measure }) => measure),
  )
}
