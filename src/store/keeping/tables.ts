import { bigserial, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../engine/columns.ts'

/** Who saw or changed what. A trigger refuses every update and delete. */
export const auditLog = pgTable(
  'audit_log',
  {
    regionId: regionId(),
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    at: instant('at').notNull(),
    /** Absent: the bot itself, by a job. */
    memberId: text('member_id'),
    /** The command, job or CLI verb. */
    action: text('action').notNull(),
    access: text('access', { enum: ['read', 'change', 'refused'] }).notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
  },
  (t) => [index('audit_log_subject').on(t.regionId, t.subjectKind, t.subjectId)],
)

/** When a backup was put back. What the bot did after the backup was made, it no longer knows: it looks before it says. */
export const restores = pgTable(
  'restores',
  {
    regionId: regionId(),
    restoredAt: instant('restored_at').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionId, t.restoredAt] })],
)
