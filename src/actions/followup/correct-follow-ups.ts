import type { Scope } from '../../store/engine/database.ts'
import { closeFollowUp, followUpById, rewriteFollowUp } from '../../store/followup/follow-ups.ts'
import type { ItemFollowUp, ItemRecord } from '../../store/meeting/meeting-runs.ts'

type Why = { by: string; at: Temporal.Instant; reason: string }
/** How many follow-ups changed with the record, fell away with it, and stay because they were closed already. */
export type CorrectedFollowUps = { changed: number; dropped: number; closed: number }

/**
 * What was given out of an item's record changes with the record. Only what was corrected in it: a day that was put
 * off since stays where the record's day is the same. What is done or dropped already stays as it is.
 */
export const correctFollowUps = async (
  scope: Scope,
  before: ItemRecord | undefined,
  after: ItemRecord,
  why: Why,
): Promise<CorrectedFollowUps> => {
  const counts = { changed: 0, dropped: 0, closed: 0 }
  for (const was of before?.followUps ?? []) {
    const is = after.followUps.find(({ followUpId }) => followUpId === was.followUpId)
    if (was.followUpId === undefined || (is && isSame(was, is))) continue
    const done = is ? await rewrite(scope, was, is, why) : await drop(scope, was.followUpId, why)
    counts[done ? (is ? 'changed' : 'dropped') : 'closed'] += 1
  }
  return counts
}

const isSame = (was: ItemFollowUp, is: ItemFollowUp): boolean =>
  was.memberId === is.memberId && was.what === is.what && was.dueOn === is.dueOn

const rewrite = async (scope: Scope, was: ItemFollowUp, is: ItemFollowUp, why: Why): Promise<boolean> => {
  const stored = await followUpById(scope, was.followUpId ?? '')
  if (!stored) return false
  const now = {
    what: is.what,
    dueOn: is.dueOn === was.dueOn ? stored.dueOn : Temporal.PlainDate.from(is.dueOn),
    memberId: is.memberId === was.memberId ? stored.memberId : is.memberId,
  }
  return rewriteFollowUp(scope, stored, now, why)
}

const drop = (scope: Scope, id: string, { by, at, reason }: Why): Promise<boolean> =>
  closeFollowUp(scope, id, { state: 'dropped', reason, closedBy: by, closedAt: at })
