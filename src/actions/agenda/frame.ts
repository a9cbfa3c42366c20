import { MINUTES_PER_ITEM } from '../../domain/agenda/templates.ts'
import { meetingById, nextMeetingOf } from '../../store/meeting/meetings.ts'
import { candidateKind, type ItemTopic } from './candidate.ts'

/** What frames a council meeting takes its minutes too: see `isFrame`. */

const frame = { refs: [], carriedOver: 0 }

/** 開会 */
export const opening = candidateKind({
  kind: 'opening',
  sections: ['opening'],
  load: async (_, { meeting: { id, startsAt } }) => [
    { ...frame, id, submittedAt: startsAt, minutes: MINUTES_PER_ITEM.opening },
  ],
  topics: async (_, __, items) => new Map(items.map(({ key }) => [key, { presenter: '', written: [] }])),
})

/** 閉会, with the day of the next meeting. */
export const closing = candidateKind({
  kind: 'closing',
  sections: ['closing'],
  load: async (_, { meeting: { id, startsAt } }) => [
    { ...frame, id, submittedAt: startsAt, minutes: MINUTES_PER_ITEM.closing },
  ],
  topics: async (scope, region, items) => {
    const topics = items.map(async ({ key, id }) => {
      const meeting = await meetingById(scope, id)
      const next = meeting && (await nextMeetingOf(scope, meeting.seriesId, meeting.startsAt))
      const day = next?.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
      return [key, { presenter: '', written: [], days: day && [day] }] as [string, ItemTopic]
    })
    return new Map(await Promise.all(topics))
  },
})
