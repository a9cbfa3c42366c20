import type { Command } from '../command.ts'
import { answerGsv } from './answer.ts'
import { gsvGroups } from './groups.ts'
import { nextGsv } from './next.ts'
import { offerGsv } from './offer.ts'
import { gsvOutcome } from './outcome.ts'
import { gsvResult } from './result.ts'

export const gsvCommands: readonly Command[] = [
  nextGsv,
  offerGsv,
  answerGsv,
  gsvGroups,
  gsvOutcome,
  gsvResult,
]
