import { memberName } from '../../domain/region/names.ts'
import { followUpsById, followUpsOfSeries, followUpTexts } from '../../store/followup/follow-ups.ts'
import { candidateKind } from '../agenda/candidate.ts'

/** A minute each, and no more than this in all. */
const LONGEST_MINUTES = 10

/**
 * 宿題の確認: what any meeting of the body gave out and is due, as one item at the end of その他, with its share of the
 * meeting's time.
 */
export const followUpsToLookAt = candidateKind({
  kind: 'follow-ups',
  sections: ['other'],
  load: async (scope, { region, body, meeting, startsAt }) => {
    const given = region.series.filter((one) => one.body === body.id).map(({ id }) => id)
    const due = await followUpsOfSeries(scope, given, meeting.startsAt, startsAt.toPlainDate())
    if (due.length === 0) return []
    const minutes = Math.min(due.length, LONGEST_MINUTES)
    const refs = due.map(({ id }) => id)
    return [{ id: meeting.id, refs, minutes, carriedOver: 0, submittedAt: meeting.startsAt }]
  },
  topics: async (scope, region, items, withTexts) => {
    const ids = items.flatMap(({ refs }) => refs)
    const found = await followUpsById(scope, ids)
    const texts = withTexts ? await followUpTexts(scope, ids) : new Map<string, { what: string }>()
    return new Map(
      items.map(({ key, refs }) => [
        key,
        {
          presenter: '',
          written: [],
          followUps: found
            .filter(({ id }) => refs.includes(id))
            .map(({ id, memberId, dueOn, code }) => ({
              member: memberName(region, memberId),
              dueOn,
              code: code ?? undefined,
              what: texts.get(id)?.what,
            })),
        },
      ]),
    )
  },
  reads: 'follow-up',
})
