import { calendarLinkCard } from '../../cards/calendar.ts'
import { makeFeed } from '../../store/calendar/calendar-feeds.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { calendarArgument } from './arguments.ts'

/** `/calendar link [body]`: a new private address for one's own calendar, or a body's; the old one stops working. */
export const linkCalendar = command('calendar.link', {
  permission: 'calendar.own',
  args: { calendar: calendarArgument },
  run: async ({ args: { calendar }, ...call }) => {
    const { scope, region, asker, now, text, publicUrl } = call
    const token = await makeFeed(scope, calendar.owner, asker.memberId, now)
    call.note('change', 'calendar', calendar.owner.ownerId)
    return say(calendarLinkCard(calendar.name, `${publicUrl}/calendar/${region.id}/${token}.ics`, text))
  },
})
