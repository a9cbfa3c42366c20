import { type Digest, toldBy } from '../../../actions/digest/digest.ts'
import { planMeetingEvents } from '../../../actions/meeting/meeting-events.ts'
import { nextDigest } from '../../../actions/region/standing-reminders.ts'
import { EVENTS } from '../../../bot/port.ts'
import { digestCard } from '../../../cards/digest/digest.ts'
import { readerIn } from '../../../cards/digest/parts.ts'
import { isBusinessDay } from '../../../domain/calendar/working-calendar.ts'
import { digestKind } from '../../../domain/digest/notices.ts'
import { calendarOf } from '../../../domain/region/calendar.ts'
import { hasEvents } from '../../../domain/workspace/platforms.ts'
import { planReminders } from '../../../store/outbox/reminders.ts'
import { type Message, type MessageFacts, notice } from '../notice.ts'
import { announce, members } from '../recipients.ts'
import { digestsToPlan, digestsToSend } from './digest-cache.ts'

/**
 * Sends the morning digest to each member with something to hear. Composed again at the moment of sending: what was
 * finished since is left out. After an outage only today's is sent, never yesterday's.
 */
export const digest = notice(digestKind, {
  hours: 'office',
  act: async (facts) => {
    const { scope, region, reminder, now, running, payload } = facts
    const next = nextDigest(region, now)
    if (next) await planReminders(scope, [next])
    const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
    if (!isBusinessDay(calendarOf(region), today)) return 'closed-today'
    if ([...running].some(hasEvents)) await planMeetingEvents(scope, region, now, EVENTS)
    const digests = await digestsToPlan(scope, region, now)
    // A delayed digest of today keeps its planned time, and so counts as late; one of another morning is planned for now.
    const dueAt = payload.day.equals(today) ? reminder.dueAt : now
    const recipients = members({ ...facts, key: digestKind.key({ day: today }) }, [...digests.keys()])
    await announce(scope, digestKind.about({ day: today }), recipients, dueAt)
    return 'done'
  },
  composeAll: async (all) => {
    const [first] = all
    if (!first) return []
    const { scope, region, now } = first
    const readers = new Set(all.flatMap((facts) => (isOver(facts) ? [] : readerOf(facts))))
    const digests = await digestsToSend(scope, region, now, readers)
    return all.map((facts) => {
      if (isOver(facts)) return { ok: false, reason: 'day-is-over' }
      const mine = digests.get(readerOf(facts))
      return mine ? messageOf(mine, facts) : { ok: false, reason: 'nothing-left-to-say' }
    })
  },
})

const isOver = ({ payload, today }: MessageFacts & { payload: { day: Temporal.PlainDate } }): boolean =>
  !payload.day.equals(today)

const readerOf = ({ delivery: { readerId } }: MessageFacts): string => {
  if (readerId === null) throw new Error('a digest without a reader')
  return readerId
}

const messageOf = (mine: Digest, facts: MessageFacts): Message => {
  const { region, today, language, text } = facts
  const reader = readerIn(region, readerOf(facts), language, text)
  return {
    ok: true,
    card: digestCard(mine, today, reader),
    told: toldBy(mine),
  }
}
