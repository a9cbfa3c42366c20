import type { Command } from '../command.ts'
import { answerPollCommand } from './answer.ts'
import { askPoll } from './ask.ts'
import { decideDay } from './decide.ts'
import { dropPollDay } from './dropday.ts'
import { findDay } from './find.ts'
import { showPoll } from './show.ts'
import { withdrawPollCommand } from './withdraw.ts'

export const pollCommands: readonly Command[] = [
  findDay,
  dropPollDay,
  askPoll,
  answerPollCommand,
  showPoll,
  decideDay,
  withdrawPollCommand,
]
