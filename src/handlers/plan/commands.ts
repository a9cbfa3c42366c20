import type { Command } from '../command.ts'
import { certificate } from './certificate.ts'
import { changePlan } from './change.ts'
import { newPlan } from './new.ts'
import { removePlanCommand } from './remove.ts'
import { renewPlan } from './renew.ts'

export const planCommands: readonly Command[] = [
  newPlan,
  changePlan,
  renewPlan,
  certificate,
  removePlanCommand,
]
