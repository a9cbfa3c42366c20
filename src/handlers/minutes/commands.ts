import type { Command } from '../command.ts'
import { approveMinutesCommand } from './approve.ts'
import { correctMinutes } from './correct.ts'
import { exportMinutes } from './export.ts'
import { finishMinutes } from './finish.ts'
import { showMinutes } from './show.ts'

export const minutesCommands: readonly Command[] = [
  showMinutes,
  finishMinutes,
  approveMinutesCommand,
  correctMinutes,
  exportMinutes,
]
