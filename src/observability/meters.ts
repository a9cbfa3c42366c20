import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Watch } from './watch.ts'

export type Meters = { registry: Registry; watch: Watch }

/** What a process counts and measures of its own work, in Prometheus' words. Labels are names, ids and fixed words. */
export const openMeters = (): Meters => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const commands = new Histogram({
    name: 'tsunagi_command_seconds',
    help: 'From a command, form or button to its answer, by the command',
    labelNames: ['noun', 'command'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10],
    registers,
  })
  const answers = new Counter({
    name: 'tsunagi_commands_total',
    help: 'Commands by how they were answered; failed: by a bug or a server that is away',
    labelNames: ['noun', 'answered'],
    registers,
  })
  const jobs = new Histogram({
    name: 'tsunagi_job_seconds',
    help: 'Runs of jobs; failed ones are brought back by the tick',
    labelNames: ['job', 'result'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60],
    registers,
  })
  const attempts = new Counter({
    name: 'tsunagi_delivery_attempts_total',
    help: 'Attempts at messages by how they ended: sent, skipped (given up, or nothing left to say), waiting, sending (answer lost)',
    labelNames: ['platform', 'result'],
    registers,
  })
  const failures = new Counter({
    name: 'tsunagi_delivery_failures_total',
    help: 'Attempts at messages that were not sent, by the reason',
    labelNames: ['platform', 'reason'],
    registers,
  })
  const delays = new Histogram({
    name: 'tsunagi_delivery_delay_seconds',
    help: "From the planned instant of a message to the platform's call, without those that waited for the office's hours",
    labelNames: ['platform'],
    buckets: [1, 5, 10, 30, 60, 120, 300, 900, 3_600, 86_400],
    registers,
  })
  return {
    registry,
    watch: {
      answered: (command, answered, seconds) => {
        const [noun = command] = command.split('.')
        commands.observe({ noun, command }, seconds)
        answers.inc({ noun, answered })
      },
      ran: (job, failed, seconds) => jobs.observe({ job, result: failed ? 'failed' : 'done' }, seconds),
      tried: ({ platform, state, reason, delaySeconds }) => {
        attempts.inc({ platform, result: state })
        if (state !== 'sent') failures.inc({ platform, reason: reason ?? 'unknown' })
        if (delaySeconds !== undefined) delays.observe({ platform }, delaySeconds)
      },
    },
  }
}
