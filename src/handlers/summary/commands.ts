import type { Command } from '../command.ts'
import { agreeSummaryCommand } from './agree.ts'
import { submitIntake } from './intake.ts'
import { submitIssue } from './issue.ts'
import { listSummaries } from './list.ts'
import { submitNotice } from './notice.ts'
import { submitMonitoringResult } from './result.ts'
import { submitReview } from './review.ts'
import { submitGsvStrengths } from './strengths.ts'
import { submitCaseStudy } from './study.ts'
import { submitSummary } from './submit.ts'
import { submitGsvSupporter } from './support.ts'
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
  agreeSummaryCommand,
  summaryVersions,
]

export const summaryListCommands: readonly Command[] = [listSummaries]
