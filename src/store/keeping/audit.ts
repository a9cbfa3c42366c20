import { sql } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { auditLog } from './tables.ts'

/** Everything that a row can be about; `subjectId` is its id, or what stands beside its kind here. */
export const SUBJECT_KINDS = [
  'absence', // the member who is away
  'account', // `platform workspace`, or an unlinked account as its hash
  'account-request',
  'agenda', // its meeting
  'attendance', // its meeting
  'body',
  'calendar', // its owner
  'case',
  'case-list', // the office, or the region
  'code', // the member it is for
  'command', // a refusal in which nothing was named, or nothing that there is
  'delivery',
  'follow-up',
  'gsv-presentation',
  'gsv-session', // its meeting
  'guard-exceptions', // the region
  'handover-sheet',
  'interval-proposal',
  'key',
  'meeting',
  'meeting-record', // its meeting
  'member',
  'minutes', // its meeting
  'monitoring',
  'monitoring-list', // the office, or the region
  'office',
  'pledge', // its body
  'poll',
  'priority-list', // the office, or the region
  'region',
  'rota',
  'rota-swap',
  'summary',
  'summary-list', // the office, or the region
  'visit',
  'workspace', // `platform workspace`
] as const

export type SubjectKind = (typeof SUBJECT_KINDS)[number]
export type Subject = { subjectKind: SubjectKind; subjectId: string }

export type AuditEntry = Subject & {
  at: Temporal.Instant
  /** Absent: the bot itself, or somebody who is nobody on the roster. */
  memberId?: string | undefined
  action: string
  access: 'read' | 'change' | 'refused'
}

/** Writes audit entries in the caller's transaction, atomic with what they record. One statement for any number. */
export const writeAudit = async (scope: Scope, entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return
  const listed = (read: (entry: AuditEntry) => string | null) => sql.param(entries.map(read))
  await scope.tx.execute(sql`
    insert into ${auditLog} (region_id, at, member_id, action, access, subject_kind, subject_id)
    select ${scope.regionId}, * from unnest(
      ${listed(({ at }) => at.toString())}::timestamptz[],
      ${listed(({ memberId }) => memberId ?? null)}::text[],
      ${listed(({ action }) => action)}::text[],
      ${listed(({ access }) => access)}::text[],
      ${listed(({ subjectKind }) => subjectKind)}::text[],
      ${listed(({ subjectId }) => subjectId)}::text[])`)
}
