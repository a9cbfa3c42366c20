import type { Scope } from '../engine/database.ts'
import { openings } from './tables.ts'

type Opening = typeof openings.$inferSelect

export const allOpenings = (scope: Scope): Promise<Opening[]> =>
  scope.tx.select().from(openings).orderBy(openings.officeId)

/** Upserts an office's openings. */
export const tellOpenings = async (scope: Scope, told: Omit<Opening, 'regionId'>): Promise<void> => {
  const row = { regionId: scope.regionId, ...told }
  await scope.tx
    .insert(openings)
    .values(row)
    .onConflictDoUpdate({ target: [openings.regionId, openings.officeId], set: row })
}
