import type { PgTable } from 'drizzle-orm/pg-core'
import { about as aboutAttendance } from './attendances.ts'
import { about as aboutFollowUp } from './follow-ups.ts'
import { about as aboutDraft } from './form-drafts.ts'
import { about as aboutPresentation } from './gsv-presentations.ts'
import { about as aboutHandover } from './handover-sheets.ts'
import { about as aboutInstallation } from './installations.ts'
import { about as aboutProposal } from './interval-proposals.ts'
import { about as aboutItem } from './meeting-runs.ts'
import { about as aboutMinutes, changeAbout } from './minutes.ts'
import { about as aboutMonitoring } from './monitorings.ts'
import { about as aboutAnswer } from './polls.ts'
import { about as aboutMessage } from './practice.ts'
import { attendances } from './schema/attendances.ts'
import { followUpChanges } from './schema/follow-up-changes.ts'
import { followUps } from './schema/follow-ups.ts'
import { formDrafts } from './schema/form-drafts.ts'
import { gsvPresentations } from './schema/gsv-presentations.ts'
import { handoverSheets } from './schema/handover-sheets.ts'
import { installations } from './schema/installations.ts'
import { intervalProposals } from './schema/interval-proposals.ts'
import { meetingRunItems } from './schema/meeting-run-items.ts'
import { minutes } from './schema/minutes.ts'
import { monitorings } from './schema/monitorings.ts'
import { pollAnswers } from './schema/poll-answers.ts'
import { practiceMessages } from './schema/practice-messages.ts'
import { summaries } from './schema/summaries.ts'
import { summaryVersions } from './schema/summary-versions.ts'
import { visits } from './schema/visits.ts'
import { about as aboutSummary } from './summaries.ts'
import { about as aboutVisit } from './visits.ts'

/** A column of sealed texts, and what each text is bound to. */
export type SealedColumn = { table: PgTable; column: string; about(row: Record<string, unknown>): string }

const sealedIn = <Table extends PgTable>(
  table: Table,
  columns: Partial<Record<keyof Table['$inferSelect'] & string, (row: Table['$inferSelect']) => string>>,
): SealedColumn[] =>
  Object.entries<(row: Table['$inferSelect']) => string>(columns as never).map(([column, about]) => ({
    table,
    column,
    about: (row) => about(row as Table['$inferSelect']),
  }))

/** Every sealed text of a region. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  ...sealedIn(attendances, { note: (row) => aboutAttendance(row.meetingId, row.memberId) }),
  ...sealedIn(followUps, { what: ({ id }) => aboutFollowUp(id), reason: ({ id }) => aboutFollowUp(id) }),
  ...sealedIn(followUpChanges, { reason: ({ followUpId }) => aboutFollowUp(followUpId) }),
  ...sealedIn(formDrafts, { text: ({ memberId, form }) => aboutDraft(memberId, form) }),
  ...sealedIn(gsvPresentations, {
    reason: ({ id }) => aboutPresentation(id, 'reason'),
    outcome: ({ id }) => aboutPresentation(id, 'outcome'),
    result: ({ id }) => aboutPresentation(id, 'result'),
  }),
  ...sealedIn(handoverSheets, {
    text: ({ id }) => aboutHandover(id),
    question: ({ id }) => aboutHandover(id),
  }),
  ...sealedIn(intervalProposals, { reason: ({ id }) => aboutProposal(id) }),
  ...sealedIn(meetingRunItems, { record: (row) => aboutItem(row.meetingId, row.position) }),
  ...sealedIn(minutes, {
    content: (row) => aboutMinutes(row.meetingId, row.version),
    change: (row) => changeAbout(row.meetingId, row.version),
  }),
  ...sealedIn(monitorings, { reason: ({ id }) => aboutMonitoring(id) }),
  ...sealedIn(pollAnswers, { comment: ({ pollId, memberId }) => aboutAnswer(pollId, memberId) }),
  ...sealedIn(practiceMessages, { content: ({ id }) => aboutMessage(id) }),
  ...sealedIn(summaries, { text: ({ id }) => aboutSummary(id) }),
  ...sealedIn(summaryVersions, { text: ({ summaryId }) => aboutSummary(summaryId) }),
  ...sealedIn(visits, { report: ({ id }) => aboutVisit(id) }),
]

/** What belongs to no region. */
export const VAULT_COLUMNS: readonly SealedColumn[] = sealedIn(installations, { tokens: aboutInstallation })
