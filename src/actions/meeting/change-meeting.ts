import { isToldAtOnce } from '../../domain/meeting/change-told.ts'
import { meetingChangedKind } from '../../domain/meeting/notices.ts'
import { wantedMeetings } from '../../domain/meeting/wanted-meetings.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { type MeetingChange, noteChange } from '../../store/meeting/meeting-changes.ts'
import { type Meeting, nextMeetingWithoutAgenda, putMeeting } from '../../store/meeting/meetings.ts'
import { planReminders, reviveAbout, withdrawAbout } from '../../store/outbox/reminders.ts'
import { changeSeries, seriesChangesOf } from '../../store/series/series-changes.ts'
import { carryOver, summariesOf } from '../../store/summary/summaries.ts'
import { meetingContext } from '../agenda/agenda-facts.ts'
import { amendAgenda } from '../agenda/amend-agenda.ts'
import { meetingEventsDue } from './meeting-events.ts'
import { planMeetingReminders, planMeetings } from './meeting-plan.ts'

type By = { by: string; now: Temporal.Instant }
export type Reach = MeetingChange['reach']
type Changed = { toldAtOnce: boolean }

/** Moves this meeting alone: it keeps its id and nominal day, and with them its agenda, summaries and reminders. */
export const moveMeeting = async (
  scope: Scope,
  region: Region,
  meeting: Meeting,
  startsAt: Temporal.Instant,
  { by, now }: By,
): Promise<Changed> => {
  const wanted = { ...meeting, startsAt, moved: true, byHand: true, cancelled: null }
  const moved = await putMeeting(scope, wanted, now)
  await planMeetingReminders(scope, region, [moved], now)
  return afterMove(scope, region, { before: meeting, after: moved, reach: 'one' }, { by, now })
}

/** Moves the meetings of the series from this one on, or all that are to come; those moved by hand stay. */
export const moveSeries = async (
  scope: Scope,
  region: Region,
  meeting: Meeting,
  change: { startsAt: Temporal.Instant; reach: Exclude<Reach, 'one'> },
  { by, now }: By,
): Promise<Changed> => {
  const { startsAt, reach } = change
  const local = startsAt.toZonedDateTimeISO(region.timeZone)
  const series = region.series.find(({ id }) => id === meeting.seriesId)
  const from = reach === 'all' && series ? series.from : meeting.nominal
  const days = meeting.nominal.until(local.toPlainDate()).days
  await changeSeries(scope, { seriesId: meeting.seriesId, from, days, time: local.toPlainTime() }, by, now)
  const wanted = { ...meeting, startsAt, moved: false, byHand: false, cancelled: null }
  const moved = await putMeeting(scope, wanted, now)
  await planMeetings(scope, region, now)
  return afterMove(scope, region, { before: meeting, after: moved, reach }, { by, now })
}

const afterMove = async (
  scope: Scope,
  region: Region,
  { before, after, reach }: { before: Meeting; after: Meeting; reach: Reach },
  { by, now }: By,
): Promise<Changed> => {
  const context = await meetingContext(scope, region, after.id)
  if (context)
    await amendAgenda(scope, region, context, { by, what: 'moved', item: context.series.name }, now)
  return tell(scope, region, { meeting: after, what: 'moved', reach, was: before, reason: null }, { by, now })
}

export type Cancelled = Changed & { carried: number; next: Meeting | undefined }

/**
 * 中止: cancels a meeting. Withdraws its reminders, and carries over what was submitted for it to the next meeting of the
 * series.
 */
export const cancelMeeting = async (
  scope: Scope,
  region: Region,
  meeting: Meeting,
  reason: string,
  { by, now }: By,
): Promise<Cancelled> => {
  const cancelled = await putMeeting(scope, { ...meeting, cancelled: 'by_hand' }, now)
  await withdrawAbout(scope, meeting.id, now)
  const left = await summariesOf(scope, [meeting.id])
  const next = await nextMeetingWithoutAgenda(scope, [meeting.seriesId], now)
  if (next)
    await carryOver(
      scope,
      left.map(({ id }) => id),
      next.id,
    )
  const change = {
    meeting: cancelled,
    what: 'cancelled' as const,
    reach: 'one' as const,
    was: meeting,
    reason,
  }
  const told = await tell(scope, region, change, { by, now })
  return { ...told, carried: next ? left.length : 0, next }
}

/** Undoes a cancellation or a move: the meeting is then where its series has it. Undefined where that is nowhere. */
export const restoreMeeting = async (
  scope: Scope,
  region: Region,
  meeting: Meeting,
  { by, now }: By,
): Promise<(Changed & { meeting: Meeting }) | undefined> => {
  const wanted =
    meeting.cancelled === 'by_hand'
      ? { ...meeting, cancelled: null }
      : await asInSeries(scope, region, meeting)
  if (!wanted || Temporal.Instant.compare(wanted.startsAt, now) <= 0) return undefined
  const restored = await putMeeting(scope, wanted, now)
  if (meeting.cancelled === 'by_hand') await reviveAbout(scope, meeting.id, meeting.changedAt)
  await planMeetingReminders(scope, region, [restored], now)
  const reason = null
  const change = { meeting: restored, what: 'restored' as const, reach: 'one' as const, was: meeting, reason }
  return { ...(await tell(scope, region, change, { by, now })), meeting: restored }
}

const asInSeries = async (scope: Scope, region: Region, meeting: Meeting) => {
  const { nominal, seriesId } = meeting
  const changes = await seriesChangesOf(scope)
  const [wanted] = wantedMeetings(region, nominal, nominal, changes).filter(
    (one) => one.seriesId === seriesId,
  )
  return wanted && wanted.cancelled === null ? { ...wanted, byHand: false } : undefined
}

type Told = Pick<MeetingChange, 'what' | 'reach' | 'reason'> & { meeting: Meeting; was: Meeting }

const tell = async (
  scope: Scope,
  region: Region,
  { meeting, was, ...change }: Told,
  { by, now }: By,
): Promise<Changed> => {
  const inChannel = isToldAtOnce(region, [was.startsAt, meeting.startsAt], now)
  const id = await noteChange(scope, {
    ...change,
    meetingId: meeting.id,
    wasAt: was.startsAt,
    isAt: meeting.startsAt,
    changedBy: by,
    changedAt: now,
    inChannel,
  })
  if (inChannel) await planReminders(scope, [meetingChangedKind.due({ change: id }, now)])
  await meetingEventsDue(scope, `change:${id}`, now)
  return { toldAtOnce: inChannel }
}
