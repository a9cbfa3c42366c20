import type { MeetingContext } from '../../actions/agenda/agenda-facts.ts'
import { clearanceAt } from '../../actions/agenda/clearance.ts'
import { composeMinutes } from '../../actions/minutes/minutes-facts.ts'
import { disclose } from '../../domain/agenda/disclose.ts'
import type { Disclosed } from '../../domain/agenda/disclosure.ts'
import { levelFor } from '../../domain/agenda/permission.ts'
import { mayRunMeeting, recorderOf } from '../../domain/meeting/permission.ts'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import { mayApproveMinutes, mayReadMinutes } from '../../domain/minutes/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { runOf } from '../../store/meeting/meeting-runs.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'
import { type MinutesVersion, minutesContent, minutesVersions } from '../../store/minutes/minutes.ts'
import { refuse } from '../answer.ts'
import type { Call } from '../call.ts'
import { latest, nearMeetingArgument, refused, underWay, withSeries } from '../meeting/arguments.ts'
import { approverName } from './view.ts'

export type MinutesToRead = MeetingContext & {
  content: Disclosed<MinutesContent>
  /** Latest first, of those the asker may see. */
  versions: MinutesVersion[]
  holdsCases: boolean
  mayWrite: boolean
}

const toRead = async (call: Call, meeting: Meeting): Promise<MinutesToRead> => {
  const { scope, region, asker, text } = call
  const context = await withSeries(call, meeting)
  const run = await runOf(scope, meeting.id)
  const on = context.startsAt.toPlainDate()
  const all = await minutesVersions(scope, meeting.id)
  const approved = all.filter(({ approvedAt }) => approvedAt !== null)
  const isApproved = approved.length > 0
  const recorderId = run?.recorderId ?? recorderOf(region, context.body.id, on)
  const body = { bodyId: context.body.id, recorderId, isApproved, on }
  if (!mayReadMinutes(asker, region, body)) throw refuse(refused(text.minutes.notYours))
  const mayWrite = mayRunMeeting(asker, region, body)
  const versions = mayWrite ? all : all.filter(({ version }) => version <= (approved[0]?.version ?? 0))
  const [shown] = versions
  if (!shown && !run?.startedAt) throw refuse(refused(text.minutes.none, text.minutes.noneNext))
  const content = shown
    ? await minutesContent(scope, meeting.id, shown.version)
    : await composeMinutes(scope, region, context)
  const clearance = await clearanceAt(scope, levelFor(asker, context.body))
  return {
    ...context,
    content: disclose(content, clearance),
    versions: disclose(versions, clearance),
    holdsCases: clearance.level !== 'topics',
    mayWrite,
  }
}

/**
 * The minutes of the meeting named, or of the last one: as their latest version says, or while they are being
 * recorded as the entries say. Who only sits on the body sees the last version that was approved. Whoever shows them
 * notes the read in the audit log.
 */
export const minutesToRead = nearMeetingArgument(latest, toRead)

/** A meeting that has begun, for those who write its minutes. */
export const meetingToFinish = nearMeetingArgument(latest, underWay)

/** The version that waits for approval, for whom it waits. */
export const minutesToApprove = nearMeetingArgument(latest, async (call, meeting) => {
  const { scope, region, asker, text } = call
  const words = text.minutes
  const context = await withSeries(call, meeting)
  const on = context.startsAt.toPlainDate()
  if (!mayApproveMinutes(asker, region, { bodyId: context.body.id, on }))
    throw refuse(refused(words.onlyChair(approverName(call, context.body.id, on))))
  const [latestVersion] = await minutesVersions(scope, meeting.id)
  if (!latestVersion) throw refuse(refused(words.none, words.noneNext))
  const { version, approvedBy } = latestVersion
  if (approvedBy) throw refuse(refused(words.approvedAlready(memberName(region, approvedBy))))
  return { ...context, version }
})
