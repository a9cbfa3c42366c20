import { calendarLinkCard } from '../../cards/calendar.ts'
import { makeFeed } from '../../store/calendar/calendar-feeds.ts'
import { command } from '../legacy/command.ts'
import { bodyOption, whoseCalendar } from './whose.ts'

/** `/calendar link [body]`: a new private address for one's own calendar, or a body's; the old one stops working. */
export const linkCalendar = command({
  id: 'calendar.link',
  words: {
    noun: (t) => t.commands.calendar.noun,
    verb: (t) => t.commands.calendar.link.verb,
    description: (t) => t.commands.calendar.link.description,
  },
  permission: 'calendar.own',
  options: { body: bodyOption },
  run: async (call) => {
    const { scope, region, asker, now, text, publicUrl } = call
    const whose = whoseCalendar(call, call.options.body)
    if (!whose.ok) return whose.refusal
    const token = await makeFeed(scope, whose.owner, asker.memberId, now)
    call.note('change', 'calendar', whose.owner.ownerId)
    const address = `${publicUrl}/calendar/${region.id}/${token}.ics`
    return { kind: 'say', card: calendarLinkCard(whose.name, address, text) }
  },
})
