import { draftAt, gsvAskAt, publishAt } from '../domain/meeting/agenda-times.ts'
import { type WantedMeeting, wantedMeetings } from '../domain/meeting/wanted-meetings.ts'
import type { Region } from '../domain/region/region.ts'
import { FARTHEST_SHIFT_DAYS } from '../domain/series/series-rule.ts'
import type { Scope } from './database.ts'
import { type Meeting, occurrencesOf, putMeeting } from './meetings.ts'
import {
  moveReminder,
  type NewReminder,
  planReminders,
  reviveReminder,
  withdrawReminders,
} from './reminders.ts'
import { seriesChangesOf } from './series-changes.ts'

/** How far ahead meetings stand in the calendar. */
const HORIZON = Temporal.Duration.from({ days: 400 })

const draftKey = (meetingId: string): string => `agenda-draft:${meetingId}`
export const publishKey = (meetingId: string): string => `agenda-publish:${meetingId}`

/**
 * Makes the calendar from `today` on what the region's series ask for, with the reminders of each meeting. What is
 * past stays as it was; doing it twice changes nothing.
 */
export const planMeetings = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  to?: Temporal.PlainDate,
): Promise<void> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const horizon = today.add(HORIZON)
  const until = to && Temporal.PlainDate.compare(to, horizon) > 0 ? to : horizon
  const changes = await seriesChangesOf(scope)
  const from = changes.length > 0 ? today.subtract({ days: FARTHEST_SHIFT_DAYS }) : today
  const wanted = Map.groupBy(wantedMeetings(region, from, until, changes), ({ seriesId }) => seriesId)
  for (const series of region.series) {
    const present = await occurrencesOf(scope, series.id, from, until)
    const asked = wanted.get(series.id) ?? []
    const gone = present.filter((one) => isComing(one, now) && !asked.some(sameDay(one)))
    for (const meeting of gone.filter((one) => !isPeoples(one) && one.cancelled !== 'rule_changed'))
      await putMeeting(scope, { ...meeting, cancelled: 'rule_changed' }, now)
    for (const one of asked) {
      const before = present.find(sameDay(one))
      if (before ? !isComing(before, now) || isPeoples(before) : !isFromTodayOn(one, today, now)) continue
      if (before && isSame(before, one)) continue
      await putMeeting(scope, one, now)
    }
    const after = await occurrencesOf(scope, series.id, from, until)
    for (const meeting of after.filter((one) => isComing(one, now)))
      await planMeetingReminders(scope, region, meeting, now)
  }
}

/** Somebody moved or cancelled it: it stays as they left it. */
const isPeoples = ({ byHand, cancelled }: Meeting): boolean => byHand || cancelled === 'by_hand'

/** A change of its series can bring a meeting whose nominal day is past into the days to come. */
const isFromTodayOn = (one: WantedMeeting, today: Temporal.PlainDate, now: Temporal.Instant): boolean =>
  Temporal.PlainDate.compare(one.nominal, today) >= 0 || Temporal.Instant.compare(one.startsAt, now) > 0

const sameDay = (one: { nominal: Temporal.PlainDate }) => (other: { nominal: Temporal.PlainDate }) =>
  one.nominal.equals(other.nominal)

const isComing = ({ startsAt }: Pick<Meeting, 'startsAt'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(startsAt, now) > 0

const isSame = (before: Meeting, wanted: WantedMeeting): boolean =>
  before.startsAt.equals(wanted.startsAt) &&
  before.durationMinutes === wanted.durationMinutes &&
  before.moved === wanted.moved &&
  before.cancelled === wanted.cancelled

/** What a meeting says by itself before its day: planned, moved with it, taken back when it is not held. */
export const planMeetingReminders = async (
  scope: Scope,
  region: Region,
  meeting: Meeting,
  now: Temporal.Instant,
): Promise<void> => {
  const series = region.series.find(({ id }) => id === meeting.seriesId)
  const takesSummaries = series?.agenda?.takesSummaries === true
  const reminders: NewReminder[] = [
    {
      kind: 'gsv-ask',
      subject: meeting.id,
      key: `gsv-ask:${meeting.id}`,
      dueAt: gsvAskAt(region, meeting.startsAt),
    },
    {
      kind: 'agenda-draft',
      subject: meeting.id,
      key: draftKey(meeting.id),
      dueAt: draftAt(region, meeting.startsAt),
    },
    {
      kind: 'agenda-publish',
      subject: meeting.id,
      key: publishKey(meeting.id),
      dueAt: publishAt(region, meeting.startsAt).toInstant(),
    },
  ]
  if (!takesSummaries || meeting.cancelled !== null)
    return withdrawReminders(
      scope,
      reminders.map(({ key }) => key),
      now,
    )
  await planReminders(scope, reminders)
  for (const { key, dueAt } of reminders) {
    await reviveReminder(scope, key)
    await moveReminder(scope, key, dueAt)
  }
}
