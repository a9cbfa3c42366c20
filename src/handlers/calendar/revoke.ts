import { noticeCard } from '../../cards/answer.ts'
import { calendarRevokedCard } from '../../cards/calendar.ts'
import { revokeFeed } from '../../store/calendar/calendar-feeds.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { calendarArgument } from './arguments.ts'

/** `/calendar revoke [body]`: the address stops working at once. */
export const revokeCalendar = command('calendar.revoke', {
  permission: 'calendar.own',
  args: { calendar: calendarArgument },
  run: async ({ args: { calendar }, words, ...call }) => {
    if (!(await revokeFeed(call.scope, calendar.owner)))
      throw refuse(noticeCard('calendar.none', words.none(calendar.name), words.noneNext))
    call.note('change', 'calendar', calendar.owner.ownerId)
    return say(calendarRevokedCard(calendar.name, call.text))
  },
})
