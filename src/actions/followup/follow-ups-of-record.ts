import { givenInMeeting, mayBeGiven } from '../../domain/followup/permission.ts'
import type { Region } from '../../domain/region/region.ts'
import { askerOf } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import {
  closeFollowUp,
  followUpById,
  openFollowUp,
  rewriteFollowUp,
} from '../../store/followup/follow-ups.ts'
import {
  type ItemFollowUp,
  type ItemRecord,
  itemRecords,
  keepRecord,
  runItems,
} from '../../store/meeting/meeting-runs.ts'
import { summariesById } from '../../store/summary/summaries.ts'
import type { MeetingContext } from '../agenda/agenda-facts.ts'
import { hideCaseCodes } from '../case/hide-case-codes.ts'

export type Given = { ok: true } | { ok: false; position: number; memberId: string }

/**
 * Gives what was recorded to be done to who does it. Idempotent: each once, however often the record is changed. Ends
 * at the first for somebody who may not see the case of its item by now: the caller rolls back.
 */
export const giveFollowUps = async (
  scope: Scope,
  region: Region,
  { meeting, body }: Pick<MeetingContext, 'meeting' | 'body'>,
  openedBy: string,
  now: Temporal.Instant,
): Promise<Given> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const items = await runItems(scope, meeting.id)
  const records = await itemRecords(scope, meeting.id)
  const summaries = await summariesById(
    scope,
    items.flatMap(({ summaryId }) => summaryId ?? []),
  )
  for (const { position, summaryId } of items) {
    const record = records.get(position)
    if (!record?.followUps.some(({ followUpId }) => followUpId === undefined)) continue
    const summary = summaries.find(({ id }) => id === summaryId)
    const followUps: ItemFollowUp[] = []
    for (const one of record.followUps) {
      const { memberId, what } = one
      const dueOn = Temporal.PlainDate.from(one.dueOn)
      const member = region.members.find(({ id }) => id === memberId)
      const how = member && givenInMeeting(askerOf(member, today), summary?.supportCase, body.disclosure)
      if (one.followUpId === undefined && how === undefined) return { ok: false, position, memberId }
      const about =
        how === 'alone'
          ? await alone(scope, what)
          : { what, summaryId: summary?.id ?? null, caseId: summary?.caseId ?? null }
      const given = { meetingId: meeting.id, ...about, memberId, dueOn, openedBy }
      followUps.push(
        one.followUpId === undefined ? { ...one, followUpId: await openFollowUp(scope, given, now) } : one,
      )
    }
    await keepRecord(scope, meeting.id, position, { ...record, followUps })
  }
  return { ok: true }
}

/** What goes to somebody who may not see the case: no reference to it, no code in the text. */
const alone = async (scope: Scope, what: string) => ({
  what: await hideCaseCodes(scope, what),
  summaryId: null,
  caseId: null,
})

type Why = { by: string; at: Temporal.Instant; reason: string }
/** How many follow-ups changed with the record, fell away with it, and stay because they were closed already. */
export type CorrectedFollowUps = { changed: number; dropped: number; closed: number }

/**
 * Applies a corrected record to the follow-ups that were given out of it. Changes only what was corrected: a day that
 * was extended since stays where the record's day is the same. Leaves alone what is done or dropped already.
 */
export const correctFollowUps = async (
  scope: Scope,
  region: Region,
  before: ItemRecord | undefined,
  after: ItemRecord,
  why: Why,
): Promise<CorrectedFollowUps> => {
  const counts = { changed: 0, dropped: 0, closed: 0 }
  for (const was of before?.followUps ?? []) {
    const is = after.followUps.find(({ followUpId }) => followUpId === was.followUpId)
    if (was.followUpId === undefined || (is && isSameFollowUp(was, is))) continue
    const done = is ? await rewrite(scope, region, was, is, why) : await drop(scope, was.followUpId, why)
    counts[done ? (is ? 'changed' : 'dropped') : 'closed'] += 1
  }
  return counts
}

export const isSameFollowUp = (was: ItemFollowUp, is: ItemFollowUp): boolean =>
  was.memberId === is.memberId && was.what === is.what && was.dueOn === is.dueOn

const rewrite = async (
  scope: Scope,
  region: Region,
  was: ItemFollowUp,
  is: ItemFollowUp,
  why: Why,
): Promise<boolean> => {
  const stored = await followUpById(scope, was.followUpId ?? '')
  if (!stored) return false
  const memberId = is.memberId === was.memberId ? stored.memberId : is.memberId
  const member = region.members.find(({ id }) => id === memberId)
  const { summaryId, caseId } = stored
  const today = why.at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const mayHaveCase = member !== undefined && mayBeGiven(askerOf(member, today), stored.supportCase)
  const about = mayHaveCase ? { what: is.what, summaryId, caseId } : await alone(scope, is.what)
  const now = {
    ...about,
    dueOn: is.dueOn === was.dueOn ? stored.dueOn : Temporal.PlainDate.from(is.dueOn),
    memberId,
  }
  return rewriteFollowUp(scope, stored, now, why)
}

const drop = (scope: Scope, id: string, { by, at, reason }: Why): Promise<boolean> =>
  closeFollowUp(scope, id, { state: 'dropped', reason, closedBy: by, closedAt: at })
