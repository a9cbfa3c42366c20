import { bigserial, boolean, index, primaryKey, text } from 'drizzle-orm/pg-core'
import { identifier, instant, memberId, regionId } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'

/** Who saw or changed what. A trigger refuses every update and delete. */
export const auditLog = table(
  'audit_log',
  {
    regionId: regionId(),
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    at: instant('at').notNull(),
    /** Absent: the bot itself, by a job. */
    memberId: memberId('member_id', { erase: 'keep', export: 'row', ends: 'never' }),
    /** The command, job or CLI verb. */
    action: identifier('action').notNull(),
    access: text('access', { enum: ['read', 'change', 'refused'] }).notNull(),
    subjectKind: identifier('subject_kind').notNull(),
    subjectId: identifier('subject_id').notNull(),
  },
  { keep: 'region' },
  (t) => [index('audit_log_subject').on(t.regionId, t.subjectKind, t.subjectId)],
)

/** Restores of a backup. What was sent after the backup is unknown: messages are looked up before they are sent. */
export const restores = table(
  'restores',
  {
    regionId: regionId(),
    restoredAt: instant('restored_at').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  { keep: 'region' },
  (t) => [primaryKey({ columns: [t.regionId, t.restoredAt] })],
)

/**
 * How the texts of a region are sealed. No row: the old way. `oldAccepted`: by place, and old texts still open; false: by
 * place alone. The vault's row has no region.
 */
export const sealings = table(
  'sealings',
  { regionId: identifier('region_id').primaryKey(), oldAccepted: boolean('old_accepted').notNull() },
  { keep: 'region' },
)
