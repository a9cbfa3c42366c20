import { agendaDraftKind, agendaPublishKind } from '../../domain/agenda/notices.ts'
import { seriesWithAgenda } from '../../domain/agenda/which-agenda.ts'
import type { NewReminder } from '../../domain/delivery/notice.ts'
import { gsvAskKind } from '../../domain/gsv/notices.ts'
import { draftAt, gsvAskAt, publishAt } from '../../domain/meeting/agenda-times.ts'
import { type WantedMeeting, wantedMeetings } from '../../domain/meeting/wanted-meetings.ts'
import type { Region } from '../../domain/region/region.ts'
import { FARTHEST_SHIFT_DAYS } from '../../domain/series/series-rule.ts'
import type { Scope } from '../../store/engine/database.ts'
import { type Meeting, occurrencesOf, putMeetings } from '../../store/meeting/meetings.ts'
import { setReminders, withdrawReminders } from '../../store/outbox/reminders.ts'
import { seriesChangesOf } from '../../store/series/series-changes.ts'

/** How far ahead meetings are planned. */
const HORIZON = Temporal.Duration.from({ days: 400 })

/**
 * Updates the calendar from `today` on to what the region's series ask for, with the reminders of each meeting. Leaves
 * the past alone. Idempotent.
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
  const coming: Meeting[] = []
  for (const series of region.series) {
    const present = await occurrencesOf(scope, series.id, from, until)
    const asked = wanted.get(series.id) ?? []
    const gone = present
      .filter((one) => isComing(one, now) && !asked.some(sameDay(one)))
      .filter((one) => !isPeoples(one) && one.cancelled !== 'rule_changed')
    const changed = asked.filter((one) => {
      const before = present.find(sameDay(one))
      if (before ? !isComing(before, now) || isPeoples(before) : !isFromTodayOn(one, today, now)) return false
      return !before || !isSame(before, one)
    })
    const cancelled = gone.map((one) => ({ ...one, cancelled: 'rule_changed' as const }))
    await putMeetings(scope, [...cancelled, ...changed], now)
    const after = await occurrencesOf(scope, series.id, from, until)
    coming.push(...after.filter((one) => isComing(one, now)))
  }
  await planMeetingReminders(scope, region, coming, now)
}

/** Whether people moved or cancelled it: it stays as they left it. */
const isPeoples = ({ byHand, cancelled }: Meeting): boolean => byHand || cancelled === 'by_hand'

/**
 * Whether it is to come. By its start too: a change of its series can bring a meeting whose nominal day is past into
 * the days to come.
 */
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

/** Schedules the reminders of meetings: moved with them, withdrawn where one is not held. */
export const planMeetingReminders = async (
  scope: Scope,
  region: Region,
  meetings: readonly Meeting[],
  now: Temporal.Instant,
): Promise<void> => {
  const withAgenda = new Set(seriesWithAgenda(region))
  const speaks = ({ seriesId, cancelled }: Meeting) => withAgenda.has(seriesId) && cancelled === null
  const silent = meetings.filter((meeting) => !speaks(meeting))
  await setReminders(
    scope,
    meetings.filter(speaks).flatMap((meeting) => remindersOf(region, meeting)),
  )
  await withdrawReminders(
    scope,
    silent.flatMap((meeting) => remindersOf(region, meeting)).map(({ key }) => key),
    now,
  )
}

const remindersOf = (region: Region, { id, startsAt }: Meeting): NewReminder[] => [
  gsvAskKind.due({ meeting: id }, gsvAskAt(region, startsAt)),
  agendaDraftKind.due({ meeting: id }, draftAt(region, startsAt)),
  agendaPublishKind.due({ meeting: id }, publishAt(region, startsAt).toInstant()),
]
