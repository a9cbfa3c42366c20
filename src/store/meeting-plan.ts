import { draftAt, gsvAskAt, publishAt } from '../domain/meeting/agenda-times.ts'
import { type WantedMeeting, wantedMeetings } from '../domain/meeting/wanted-meetings.ts'
import type { Region } from '../domain/region/region.ts'
import type { Scope } from './database.ts'
import { type Meeting, occurrencesOf, putMeeting } from './meetings.ts'
import { moveReminder, type NewReminder, planReminders, withdrawReminders } from './reminders.ts'

/** How far ahead meetings stand in the calendar. */
const HORIZON = Temporal.Duration.from({ days: 400 })

const draftKey = (meetingId: string): string => `agenda-draft:${meetingId}`
export const publishKey = (meetingId: string): string => `agenda-publish:${meetingId}`

/**
 * Makes the calendar from `today` on what the region's series ask for, with the reminders of each meeting. What is
 * past stays as it was; doing it twice changes nothing.
 */
export const planMeetings = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<void> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const until = today.add(HORIZON)
  const wanted = Map.groupBy(wantedMeetings(region, today, until), ({ seriesId }) => seriesId)
  for (const series of region.series) {
    const present = await occurrencesOf(scope, series.id, today, until)
    const asked = wanted.get(series.id) ?? []
    for (const meeting of present.filter((one) => isComing(one, now) && !asked.some(sameDay(one))))
      await putMeeting(scope, { ...meeting, cancelled: 'rule_changed' })
    for (const one of asked) {
      const before = present.find(sameDay(one))
      if (before && isSame(before, one)) continue
      await putMeeting(scope, one)
    }
    const takes = series.agenda?.takesSummaries === true
    const after = await occurrencesOf(scope, series.id, today, until)
    for (const meeting of after.filter((one) => isComing(one, now)))
      await planMeetingReminders(scope, region, meeting, takes, now)
  }
}

const sameDay = (one: { nominal: Temporal.PlainDate }) => (other: { nominal: Temporal.PlainDate }) =>
  one.nominal.equals(other.nominal)

const isComing = ({ startsAt }: Meeting, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(startsAt, now) > 0

const isSame = (before: Meeting, wanted: WantedMeeting): boolean =>
  before.startsAt.equals(wanted.startsAt) &&
  before.durationMinutes === wanted.durationMinutes &&
  before.moved === wanted.moved &&
  before.cancelled === wanted.cancelled

const planMeetingReminders = async (
  scope: Scope,
  region: Region,
  meeting: Meeting,
  takesSummaries: boolean,
  now: Temporal.Instant,
): Promise<void> => {
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
  for (const { key, dueAt } of reminders) await moveReminder(scope, key, dueAt)
}
