import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { columnData } from '../engine/data-classes.ts'
import type { Opened } from '../engine/sealed-text.ts'
import { followUpChanges, followUps } from '../followup/tables.ts'
import { formDrafts } from '../form/tables.ts'
import { gsvPresentations } from '../gsv/tables.ts'
import { handoverSheets } from '../handover/tables.ts'
import { attendances, meetingRunItems } from '../meeting/tables.ts'
import { minutes } from '../minutes/tables.ts'
import { intervalProposals, monitorings } from '../monitoring/tables.ts'
import { pollAnswers } from '../poll/tables.ts'
import { practiceMessages } from '../practice/tables.ts'
import { summaries, summaryVersions } from '../summary/tables.ts'
import { visits } from '../visit/tables.ts'
import type { Subject, SubjectKind } from './audit.ts'
import { SEALED_COLUMNS } from './schema.ts'

/** What is read where a sealed text of a table is opened. `id`: the key of its row that the text is bound to. */
type Read = { kind: SubjectKind; id: string }

const READS = new Map<PgTable, Read | 'own'>([
  [attendances, { kind: 'attendance', id: 'meetingId' }],
  [followUpChanges, { kind: 'follow-up', id: 'followUpId' }],
  [followUps, { kind: 'follow-up', id: 'id' }],
  // Opened for its writer alone.
  [formDrafts, 'own'],
  [gsvPresentations, { kind: 'gsv-presentation', id: 'id' }],
  [handoverSheets, { kind: 'handover-sheet', id: 'id' }],
  [intervalProposals, { kind: 'interval-proposal', id: 'id' }],
  [meetingRunItems, { kind: 'meeting-record', id: 'meetingId' }],
  [minutes, { kind: 'minutes', id: 'meetingId' }],
  [monitorings, { kind: 'monitoring', id: 'id' }],
  [pollAnswers, { kind: 'poll', id: 'pollId' }],
  // The chat itself, where the bot is its server: what the bot posts there is in the ledger of deliveries.
  [practiceMessages, 'own'],
  [summaries, { kind: 'summary', id: 'id' }],
  [summaryVersions, { kind: 'summary', id: 'summaryId' }],
  [visits, { kind: 'visit', id: 'id' }],
])

// Fail at load: a sealed text whose reading nobody decided on would be shown without a row.
const undecided = SEALED_COLUMNS.filter((column) => {
  const [read, data] = [READS.get(column.table), columnData(column)]
  return (
    !read ||
    (read !== 'own' &&
      !(data?.class === 'sealed' && (data.key.includes(read.id) || data.before?.includes(`{${read.id}}`))))
  )
})
if (undecided.length > 0)
  throw new Error(`opened-texts.ts: say what is read in ${undecided.map(({ table }) => getTableName(table))}`)

/** Lists what was read by opening these texts. */
export const readsOf = (opened: readonly Opened[]): Subject[] =>
  opened.flatMap(({ table, row }) => {
    const read = READS.get(table)
    if (read === undefined || read === 'own') return []
    return [{ subjectKind: read.kind, subjectId: String(row[read.id]) }]
  })
