import type { MeetingFile } from '../../actions/agenda/agenda-facts.ts'
import { composeMinutes } from '../../actions/minutes/minutes-facts.ts'
import type { MinutesVersionLine } from '../../cards/minutes.ts'
import { disclose, withoutCodes } from '../../domain/agenda/disclose.ts'
import type { Disclosed } from '../../domain/agenda/disclosure.ts'
import { mayReadMinutes, mayRunMeeting } from '../../domain/meeting/duties.ts'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import { memberName } from '../../domain/region/names.ts'
import { caseCodes } from '../../store/case/cases.ts'
import { type Run, runOf } from '../../store/meeting/meeting-runs.ts'
import { type MinutesVersion, minutesContent, minutesVersions } from '../../store/minutes/minutes.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'
import { latest, refusing, whichMeeting } from '../meeting/which-meeting.ts'

export type FoundMinutes = {
  file: MeetingFile
  run: Run | undefined
  content: Disclosed<MinutesContent>
  /** Latest first, of those the asker may see. */
  versions: MinutesVersion[]
  mayWrite: boolean
}
type Found = ({ ok: true } & FoundMinutes) | { ok: false; refusal: Outcome }

/**
 * The minutes of the meeting named, or of the last one: as their latest version says, or while they are being
 * recorded as the entries say. Who only sits on the body sees the last version that was approved.
 */
export const whichMinutes = async (call: BaseCall, named: string | undefined): Promise<Found> => {
  const { scope, region, asker, text } = call
  const found = await whichMeeting(call, named, latest(call))
  if (!found.ok) return found
  const { file } = found
  const { id } = file.meeting
  const run = await runOf(scope, id)
  const body = { bodyId: file.body.id, recorderId: run?.recorderId }
  const all = await minutesVersions(scope, id)
  const mayWrite = mayRunMeeting(asker, region, body)
  const approved = all.filter(({ approvedAt }) => approvedAt !== null)
  if (!mayReadMinutes(asker, region, body, approved.length > 0)) return refusing(text.minutes.notYours)
  const versions = mayWrite ? all : all.filter(({ version }) => version <= (approved[0]?.version ?? 0))
  const [shown] = versions
  if (!shown && !run?.startedAt) return refusing(text.minutes.none, text.minutes.noneNext)
  const content = shown
    ? await minutesContent(scope, id, shown.version)
    : await composeMinutes(scope, region, file)
  call.note('read', 'minutes', id)
  const level = mayWrite ? 'summaries' : file.body.disclosure
  const hidden = level === 'topics' ? await caseCodes(scope) : []
  const seen = disclose(content, level, hidden)
  return { ok: true, file, run, content: seen, versions: withoutCodes(versions, hidden), mayWrite }
}

export const versionLines = (
  { region }: BaseCall,
  versions: readonly MinutesVersion[],
): MinutesVersionLine[] => {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return versions.map(({ version, writtenBy, writtenAt, change, approvedBy, approvedAt }) => ({
    version,
    by: memberName(region, writtenBy),
    on: dayOf(writtenAt),
    change,
    approved:
      approvedBy && approvedAt ? { by: memberName(region, approvedBy), on: dayOf(approvedAt) } : undefined,
  }))
}
