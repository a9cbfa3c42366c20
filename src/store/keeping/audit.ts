import type { Scope } from '../engine/database.ts'
import { auditLog } from './tables.ts'

export type AuditEntry = {
  at: Temporal.Instant
  /** Absent: the bot itself. */
  memberId?: string
  action: string
  access: 'read' | 'change' | 'refused'
  subjectKind: string
  subjectId: string
}

/** Writes audit entries in the caller's transaction, atomic with what they record. */
export const writeAudit = async (scope: Scope, entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return
  await scope.tx.insert(auditLog).values(entries.map((entry) => ({ regionId: scope.regionId, ...entry })))
}
