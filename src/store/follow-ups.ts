import { randomUUID } from 'node:crypto'
import type { Scope } from './database.ts'
import { seal } from './encryption.ts'
import { followUps } from './schema/follow-ups.ts'

type Row = typeof followUps.$inferSelect
export type NewFollowUp = Pick<
  Row,
  'meetingId' | 'summaryId' | 'caseId' | 'memberId' | 'dueOn' | 'openedBy'
> & { what: string }

const about = (id: string) => `follow-up:${id}`

/** Gives somebody a 宿題. Returns its id; the caller has asked whether the member and the day are right. */
export const openFollowUp = async (
  scope: Scope,
  { what, ...wanted }: NewFollowUp,
  now: Temporal.Instant,
): Promise<string> => {
  const id = randomUUID()
  await scope.tx.insert(followUps).values({
    ...wanted,
    regionId: scope.regionId,
    id,
    what: seal(scope.keyring, what, about(id)),
    openedAt: now,
    givenBy: wanted.openedBy,
    givenAt: now,
  })
  return id
}
