import type { Command } from '../command.ts'
import { askPoll } from './ask.ts'
import { decideDay } from './decide.ts'
import { dropPollDay } from './dropday.ts'
import { findDay } from './find.ts'
import { markDays } from './mark-days.ts'
import { addPollDay } from './offer.ts'
import { showPoll } from './show.ts'
import { withdrawPollCommand } from './withdraw.ts'

export const pollCommands: readonly Command[] = [
  findDay,
  addPollDay,
  dropPollDay,
  askPoll,
  markDays,
  showPoll,
  decideDay,
  withdrawPollCommand,
]
