import type { Command } from '../command.ts'
import { assignCase } from './assign.ts'
import { closeCase } from './close.ts'
import { listCases } from './list.ts'
import { setNeedLevel } from './need.ts'
import { priorityReviews } from './priority.ts'
import { registerCase } from './register.ts'
import { reopenCase } from './reopen.ts'
import { resume } from './resume.ts'
import { setSelfPlan } from './selfplan.ts'
import { showCase } from './show.ts'
import { suspend } from './suspend.ts'

export const caseCommands: readonly Command[] = [
  registerCase,
  listCases,
  showCase,
  assignCase,
  closeCase,
  reopenCase,
  suspend,
  resume,
  setNeedLevel,
  priorityReviews,
  setSelfPlan,
]
