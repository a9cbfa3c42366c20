import { type SQL, sql } from 'drizzle-orm'
import { cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { auditLog } from './tables.ts'

/** Everything that a row can be about; `subjectId` is its id, or what is said beside its kind here. */
export type SubjectKind =
  /** The member who is away. */
  | 'absence'
  /** `platform workspace`, or an unlinked account as its hash. */
  | 'account'
  | 'account-request'
  /** Its meeting. */
  | 'agenda'
  /** Its meeting. */
  | 'attendance'
  | 'body'
  /** Its owner. */
  | 'calendar'
  | 'case'
  /** The office, or the region. */
  | 'case-list'
  /** The member it is for. */
  | 'code'
  /** A refusal in which nothing was named, or nothing that there is. */
  | 'command'
  | 'delivery'
  | 'follow-up'
  | 'gsv-presentation'
  /** Its meeting. */
  | 'gsv-session'
  /** The region. */
  | 'guard-exceptions'
  | 'handover-sheet'
  | 'interval-proposal'
  | 'key'
  | 'meeting'
  /** Its meeting. */
  | 'meeting-record'
  | 'member'
  /** Its meeting. */
  | 'minutes'
  | 'monitoring'
  /** The office, or the region. */
  | 'monitoring-list'
  | 'office'
  /** Its body. */
  | 'pledge'
  | 'poll'
  /** The office, or the region. */
  | 'priority-list'
  | 'region'
  | 'rota'
  | 'rota-swap'
  | 'summary'
  /** The office, or the region. */
  | 'summary-list'
  | 'visit'
  /** `platform workspace`. */
  | 'workspace'

export type Subject = { subjectKind: SubjectKind; subjectId: string }

export type AuditEntry = Subject & {
  at: Temporal.Instant
  /** Absent: the bot itself, or somebody who is nobody on the roster. */
  memberId?: string | undefined
  action: string
  access: 'read' | 'change' | 'refused'
}

/** Codes that were shown: each row is about one case, or all are about a list. */
export type Shown = Pick<AuditEntry, 'at' | 'memberId' | 'action'> & {
  /** Words of which some may be codes of the region's cases. */
  words: readonly string[]
  /** Cases that have a row already. */
  except: readonly string[]
  listId?: string | undefined
}

/**
 * Writes audit entries in the caller's transaction, atomic with what they record, and a row for each case of which a code
 * was shown. One statement for any number. `isAlone`: the transaction writes nothing else, and its commit does not wait
 * for the disk: a lost power supply may take the rows of its last second, never what people stored.
 */
export const writeAudit = async (
  scope: Scope,
  entries: readonly AuditEntry[],
  { shown, isAlone = false }: { shown?: Shown; isAlone?: boolean } = {},
): Promise<void> => {
  const parts = [
    ...(entries.length > 0 ? [noted(entries)] : []),
    ...(shown && shown.words.length > 0 ? [coded(shown)] : []),
  ]
  if (parts.length === 0) return
  const commit = isAlone ? sql`, set_config('synchronous_commit', 'off', true)` : sql``
  await scope.tx.execute(sql`
    insert into ${auditLog} (region_id, at, member_id, action, access, subject_kind, subject_id)
    select ${scope.regionId}, at, member, action, access, kind, subject
    from (${sql.join(parts, sql` union all `)}) one (at, member, action, access, kind, subject)${commit}`)
}

const noted = (entries: readonly AuditEntry[]): SQL => {
  const listed = (read: (entry: AuditEntry) => string | null) => sql.param(entries.map(read))
  return sql`select * from unnest(
    ${listed(({ at }) => at.toString())}::timestamptz[],
    ${listed(({ memberId }) => memberId ?? null)}::text[],
    ${listed(({ action }) => action)}::text[],
    ${listed(({ access }) => access)}::text[],
    ${listed(({ subjectKind }) => subjectKind)}::text[],
    ${listed(({ subjectId }) => subjectId)}::text[])`
}

const coded = ({ at, memberId, action, words, except, listId }: Shown): SQL => {
  const who = sql`${at.toString()}::timestamptz, ${memberId ?? null}::text, ${action}::text, 'read'`
  const found = sql`from ${cases} where ${cases.code} = any(${sql.param([...words])}::text[])`
  if (listId !== undefined)
    return sql`select ${who}, 'case-list', ${listId}::text where exists (select ${found})`
  return sql`select ${who}, 'case', ${cases.id}::text ${found} and ${cases.id}::text <> all(${sql.param([...except])}::text[])`
}
