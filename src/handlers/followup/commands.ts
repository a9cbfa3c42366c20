import type { Command } from '../command.ts'
import { addFollowUp } from './add.ts'
import { finishFollowUp } from './done.ts'
import { dropFollowUp } from './drop.ts'
import { extendFollowUp } from './extend.ts'
import { handOverFollowUp } from './handover.ts'
import { listFollowUps } from './list.ts'
import { showFollowUp } from './show.ts'

export const followUpCommands: readonly Command[] = [
  addFollowUp,
  listFollowUps,
  showFollowUp,
  finishFollowUp,
  extendFollowUp,
  handOverFollowUp,
  dropFollowUp,
]
