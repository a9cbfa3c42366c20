import { noticeCard } from '../../cards/answer.ts'
import { mayLinkBodies } from '../../domain/calendar/permission.ts'
import type { FeedOwner } from '../../store/calendar/calendar-feeds.ts'
import { argument } from '../arguments.ts'
import { bodyArgument } from '../region/arguments.ts'

const body = bodyArgument({
  may: mayLinkBodies,
  unknown: ({ asker, text: { calendar: words } }, typed = '') =>
    noticeCard('calendar.refused', mayLinkBodies(asker) ? words.noBody(typed) : words.onlyCoordinator),
}).optional

/** The asker's own calendar, or that of a body. */
export const calendarArgument = argument({
  options: body.options('body'),
  resolve: async (call, given): Promise<{ owner: FeedOwner; name: string }> => {
    const named = await body.resolve(call, given, 'body')
    return named
      ? { owner: { owner: 'body', ownerId: named.id }, name: named.name }
      : { owner: { owner: 'member', ownerId: call.asker.memberId }, name: call.text.calendar.mine }
  },
})
