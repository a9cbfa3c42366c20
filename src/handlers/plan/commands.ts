import type { Command } from '../command.ts'
import { certificate } from './certificate.ts'
import { changePlan, newPlan, renewPlan } from './register.ts'
import { removePlanCommand } from './remove.ts'

export const planCommands: readonly Command[] = [
  newPlan,
  changePlan,
  renewPlan,
  certificate,
  removePlanCommand,
]
