import { openDays, type PollContext } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import { type Card, present } from '../../bot/card.ts'
import { pollDraftCard } from '../../cards/poll/poll.ts'
import { closedReason, holidayName } from '../../domain/calendar/working-calendar.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import type { Call } from '../call.ts'

/** A draft as its organiser sees it: each day with what speaks against it. */
export const draftCard = async (call: Call, context: PollContext): Promise<Card> => {
  const { scope, region, now, language, text } = call
  const words = text.polls
  const calendar = calendarOf(region)
  const view = pollView(region, context)
  const open = await openDays(scope, region, context, now)
  const details = view.days.flatMap(({ position, when }): [number, string][] => {
    const date = when.toPlainDate()
    const closed = closedReason(calendar, date)
    const day = open.find((one) => one.position === position)
    const against = present<string>(
      closed && words.draft.closed(holidayName(date) ?? text.commands.meeting.move.reasons[closed]),
      day ? day.clashes && words.decide.clashes : words.draft.taken,
    )
    return against.length === 0 ? [] : [[position, against.join('\n')]]
  })
  return pollDraftCard(view, new Map(details), { language, text })
}
