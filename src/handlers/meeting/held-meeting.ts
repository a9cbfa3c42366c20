import { type MeetingFile, meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { mayRunMeeting } from '../../domain/meeting/duties.ts'
import { type Run, runOf } from '../../store/meeting/meeting-runs.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'
import { refusing } from './which-meeting.ts'

/** A button's meeting. */
export const meetingOption = idOption('required', (t) => t.commands.options.meeting)

type Held = { ok: true; file: MeetingFile; run: Run } | { ok: false; refusal: Outcome }

/** A meeting that has begun, for those who run it. */
export const heldMeeting = async (call: BaseCall, meetingId: string): Promise<Held> => {
  const { scope, region, asker, text } = call
  const words = text.liveMeeting
  const file = await meetingFile(scope, region, meetingId)
  if (!file) return refusing(text.attendance.noMeeting)
  const run = await runOf(scope, meetingId)
  if (!mayRunMeeting(asker, region, { bodyId: file.body.id, recorderId: run?.recorderId }))
    return refusing(words.onlyThese, words.onlyTheseNext)
  return run?.startedAt ? { ok: true, file, run } : refusing(words.notStarted, words.notStartedNext)
}
