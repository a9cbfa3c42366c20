import type { Command } from '../command.ts'
import { agreeToSummary } from './agree.ts'
import { listSummaries } from './list.ts'
import {
  submitCaseStudy,
  submitGsvStrengths,
  submitGsvSupporter,
  submitIntake,
  submitIssue,
  submitMonitoringResult,
  submitNotice,
  submitReview,
  submitSummary,
} from './submit.ts'
import { summaryVersions } from './versions.ts'

export const summaryCommands: readonly Command[] = [
  submitSummary,
  submitIntake,
  submitMonitoringResult,
  submitReview,
  submitCaseStudy,
  submitIssue,
  submitNotice,
  submitGsvStrengths,
  submitGsvSupporter,
  agreeToSummary,
  summaryVersions,
]

export const summaryListCommands: readonly Command[] = [listSummaries]
