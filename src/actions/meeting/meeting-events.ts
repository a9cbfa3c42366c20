import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts'
import { meetingEventKind, meetingEventsKind } from '../../domain/meeting/notices.ts'
import type { Region } from '../../domain/region/region.ts'
import { hasEvents } from '../../domain/workspace/platforms.ts'
import { confirmedYear } from '../../store/calendar/calendar-years.ts'
import { sentSubjects } from '../../store/delivery/ledger.ts'
import type { Scope } from '../../store/engine/database.ts'
import { calendarMeetings, type Meeting } from '../../store/meeting/meetings.ts'
import { addDeliveries, type NewDelivery } from '../../store/outbox/deliveries.ts'
import { planReminders } from '../../store/outbox/reminders.ts'

/** How far ahead a workspace shows meetings: it holds 100 events, those of others included. */
const AHEAD_HOURS = 24 * 28
/** How far a meeting that is shown may be moved. */
const HORIZON_HOURS = 24 * 400
const MEETINGS_MOST = 2_000

/** The workspaces where a series' meetings are among the events: those with a channel of its body. */
const workspacesOf = ({ series, bodies }: Region, seriesId: string) => {
  const bodyId = series.find(({ id }) => id === seriesId)?.body
  const channels = bodies.find(({ id }) => id === bodyId)?.channels ?? []
  const withEvents = channels.filter(({ platform }) => hasEvents(platform))
  return [...new Map(withEvents.map((one) => [`${one.platform} ${one.workspace}`, one])).values()]
}

/**
 * Schedules deliveries that keep the workspaces' events in step with the next weeks' meetings: those of a confirmed
 * year, and days that people decided. Idempotent: one delivery for each state of a meeting.
 */
export const planMeetingEvents = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  channel: string,
): Promise<void> => {
  const shownBy = region.series.flatMap(({ id }) => (workspacesOf(region, id).length > 0 ? [id] : []))
  if (shownBy.length === 0) return
  const horizon = now.add({ hours: HORIZON_HOURS })
  const coming = await calendarMeetings(scope, now, horizon, shownBy, MEETINGS_MOST)
  const shown = await sentSubjects(scope, meetingEventKind.kind, now.subtract({ hours: HORIZON_HOURS }))
  const near = now.add({ hours: AHEAD_HOURS })
  const wanted: NewDelivery[] = []
  for (const meeting of coming) {
    const isNear = Temporal.Instant.compare(meeting.startsAt, near) < 0 && (await isFixed(scope, meeting))
    if (!isNear && !shown.has(meeting.id)) continue
    for (const { platform, workspace } of workspacesOf(region, meeting.seriesId))
      wanted.push({
        ...meetingEventKind.about({ meeting: meeting.id }),
        key: `${meetingEventKind.kind}:${workspace}:${meeting.id}:${meeting.sequence}`,
        place: { platform, workspace, channel },
        dueAt: now,
      })
  }
  await addDeliveries(scope, wanted)
}

const isFixed = async (scope: Scope, { byHand, nominal }: Meeting): Promise<boolean> =>
  byHand || (await confirmedYear(scope, fiscalYearOf(nominal))) !== undefined

/** Schedules an update of the events as soon as a meeting changes. Deduplicated by `about`, which names the change. */
export const meetingEventsDue = (scope: Scope, about: string, now: Temporal.Instant): Promise<void> =>
  planReminders(scope, [meetingEventsKind.due({ about }, now)])
