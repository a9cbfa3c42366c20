import type { Command } from '../command.ts'
import { answerGsvRequest } from './answer-request.ts'
import { gsvGroups } from './groups.ts'
import { nextGsv } from './next.ts'
import { offerGsv } from './offer.ts'
import { gsvOutcome } from './outcome.ts'
import { postponePreMeeting } from './postpone.ts'
import { gsvPrepared } from './prepared.ts'
import { gsvResult } from './result.ts'

export const gsvCommands: readonly Command[] = [
  nextGsv,
  offerGsv,
  answerGsvRequest,
  gsvGroups,
  gsvPrepared,
  postponePreMeeting,
  gsvOutcome,
  gsvResult,
]
