import { pollAskKind, pollDeadlineKind, pollResultKind } from '../../domain/poll/notices.ts'
import { closesAt } from '../../domain/poll/poll-times.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { type Meeting, putMeeting } from '../../store/meeting/meetings.ts'
import { planReminders, withdrawReminders } from '../../store/outbox/reminders.ts'
import { orderDays, setPoll } from '../../store/poll/polls.ts'
import { hideCaseCodes } from '../case/hide-case-codes.ts'
import { meetingEventsDue } from '../meeting/meeting-events.ts'
import { planMeetingReminders } from '../meeting/meeting-plan.ts'
import type { PollContext } from './poll-facts.ts'
import { takeRoomOn } from './poll-meeting.ts'

/** Sends the poll to everybody asked, and schedules its deadline. */
export const openPoll = async (
  scope: Scope,
  region: Region,
  { poll }: PollContext,
  now: Temporal.Instant,
): Promise<void> => {
  await orderDays(scope, poll.id)
  await setPoll(scope, poll.id, { state: 'open' })
  await planReminders(scope, [
    pollAskKind.due({ poll: poll.id }, now),
    pollDeadlineKind.due({ poll: poll.id }, closesAt(calendarOf(region), poll.deadline)),
  ])
}

/**
 * Makes the day a meeting of the body under the poll's title, as if put there by hand: an extra one of its series, or
 * one beside them (`AdHoc`). Tells everybody asked. Undefined where there is no room on that day. `by`: nobody where the
 * poll decides by itself.
 */
export const decidePoll = async (
  scope: Scope,
  { timeZone }: Pick<Region, 'timeZone'>,
  { poll, days }: PollContext,
  position: number,
  { by, now }: { by: string | null; now: Temporal.Instant },
): Promise<Meeting | undefined> => {
  const day = days.find((one) => one.position === position)
  if (!day) return undefined
  const { startsAt } = day
  const { durationMinutes } = poll
  const local = startsAt.toZonedDateTimeISO(timeZone)
  const room = await takeRoomOn(scope, poll, local, durationMinutes)
  if (!room) return undefined
  const { region, seriesId } = room
  const nominal = local.toPlainDate()
  // A meeting's title is read by everybody, in calendars and events too.
  const title = await hideCaseCodes(scope, poll.title)
  const extra = { moved: false, cancelled: null, byHand: true }
  const wanted = { seriesId, title, nominal, startsAt, durationMinutes, ...extra }
  const meeting = await putMeeting(scope, wanted, now)
  await planMeetingReminders(scope, region, [meeting], now)
  const change = { state: 'decided' as const, decidedDay: position, decidedBy: by }
  await setPoll(scope, poll.id, { ...change, meetingId: meeting.id, endedAt: now })
  await endPoll(scope, poll.id, now)
  await meetingEventsDue(scope, `poll:${poll.id}`, now)
  return meeting
}

/** 取りやめ: withdraws a poll. Tells those who were asked; of a draft nobody was. */
export const withdrawPoll = async (
  scope: Scope,
  { poll }: PollContext,
  now: Temporal.Instant,
): Promise<void> => {
  await setPoll(scope, poll.id, { state: 'withdrawn', endedAt: now })
  if (poll.state === 'open') await endPoll(scope, poll.id, now)
}

const endPoll = async (scope: Scope, poll: string, now: Temporal.Instant): Promise<void> => {
  await withdrawReminders(scope, [pollDeadlineKind.key({ poll }), pollAskKind.key({ poll })], now)
  await planReminders(scope, [pollResultKind.due({ poll }, now)])
}
