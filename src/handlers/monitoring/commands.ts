import type { Command } from '../command.ts'
import { decideInterval } from './decide.ts'
import { recordMonitoring } from './done.ts'
import { dueMonitoring } from './due.ts'
import { forecastMonths } from './forecast.ts'
import { proposeIntervalCommand } from './propose.ts'
import { standardInterval } from './standard.ts'

export const monitoringCommands: readonly Command[] = [
  dueMonitoring,
  recordMonitoring,
  proposeIntervalCommand,
  standardInterval,
  forecastMonths,
  decideInterval,
]
