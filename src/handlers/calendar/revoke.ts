import { refusalCard } from '../../cards/answer.ts'
import { calendarRevokedCard } from '../../cards/calendar.ts'
import { revokeFeed } from '../../store/calendar/calendar-feeds.ts'
import { command } from '../legacy/command.ts'
import { bodyOption, whoseCalendar } from './whose.ts'

/** `/calendar revoke [body]`: the address stops working at once. */
export const revokeCalendar = command({
  id: 'calendar.revoke',
  words: {
    noun: (t) => t.commands.calendar.noun,
    verb: (t) => t.commands.calendar.revoke.verb,
    description: (t) => t.commands.calendar.revoke.description,
  },
  permission: 'calendar.own',
  options: { body: bodyOption },
  run: async (call) => {
    const { scope, text } = call
    const whose = whoseCalendar(call, call.options.body)
    if (!whose.ok) return whose.refusal
    const { none, noneNext } = text.calendar
    if (!(await revokeFeed(scope, whose.owner)))
      return { kind: 'refuse', card: refusalCard('calendar.none', none(whose.name), noneNext) }
    call.note('change', 'calendar', whose.owner.ownerId)
    return { kind: 'say', card: calendarRevokedCard(whose.name, text) }
  },
})
