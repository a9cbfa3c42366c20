import type { AgendaTopic } from '../../domain/agenda/agenda-view.ts'
import type { Candidate } from '../../domain/agenda/compose.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { type FollowUp, followUpTexts } from '../../store/followup/follow-ups.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'

/** A minute each, and no more than this in all. */
const LONGEST_MINUTES = 10

/** 宿題の確認: one item at the end of その他, with its share of the meeting's time. */
export const followUpCandidate = ({ id, startsAt }: Meeting, count: number): Candidate[] =>
  count === 0
    ? []
    : [
        {
          id,
          section: 'other',
          carriedOver: 0,
          submittedAt: startsAt,
          minutes: Math.min(count, LONGEST_MINUTES),
        },
      ]

/** `withTexts` opens what was written: the caller notes that in the audit log. */
export const followUpTopic = async (
  scope: Scope,
  region: Region,
  followUps: readonly FollowUp[],
  withTexts: boolean,
): Promise<AgendaTopic> => {
  const ids = followUps.map(({ id }) => id)
  const texts = withTexts ? await followUpTexts(scope, ids) : new Map<string, { what: string }>()
  return {
    form: 'notice',
    presenter: '',
    carriedOver: 0,
    written: [],
    followUps: followUps.map(({ id, memberId, dueOn, code }) => ({
      member: memberName(region, memberId),
      dueOn,
      code: code ?? undefined,
      what: texts.get(id)?.what,
    })),
  }
}
