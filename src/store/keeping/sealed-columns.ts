import type { PgTable } from 'drizzle-orm/pg-core'
import { about as aboutFollowUp } from '../followup/follow-ups.ts'
import { followUpChanges, followUps } from '../followup/tables.ts'
import { about as aboutDraft } from '../form/form-drafts.ts'
import { formDrafts } from '../form/tables.ts'
import { about as aboutPresentation } from '../gsv/gsv-presentations.ts'
import { gsvPresentations } from '../gsv/tables.ts'
import { about as aboutHandover } from '../handover/handover-sheets.ts'
import { handoverSheets } from '../handover/tables.ts'
import { about as aboutAttendance } from '../meeting/attendances.ts'
import { about as aboutItem } from '../meeting/meeting-runs.ts'
import { attendances, meetingRunItems } from '../meeting/tables.ts'
import { about as aboutMinutes, changeAbout } from '../minutes/minutes.ts'
import { minutes } from '../minutes/tables.ts'
import { about as aboutProposal } from '../monitoring/interval-proposals.ts'
import { about as aboutMonitoring } from '../monitoring/monitorings.ts'
import { intervalProposals, monitorings } from '../monitoring/tables.ts'
import { about as aboutAnswer } from '../poll/polls.ts'
import { pollAnswers } from '../poll/tables.ts'
import { about as aboutMessage } from '../practice/practice.ts'
import { practiceMessages } from '../practice/tables.ts'
import { about as aboutSummary } from '../summary/summaries.ts'
import { summaries, summaryVersions } from '../summary/tables.ts'
import { visits } from '../visit/tables.ts'
import { about as aboutVisit } from '../visit/visits.ts'
import { about as aboutInstallation } from '../workspace/installations.ts'
import { installations } from '../workspace/tables.ts'

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
