import { type MeetingFile, meetingFile } from '../../actions/agenda/agenda-facts.ts'
import { refusalCard } from '../../cards/answer.ts'
import { nextMeetingWithoutAgenda } from '../../store/meeting/meetings.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'

/** The meeting named, or the next one whose agenda is not out. */
export const agendaMeeting = async (
  call: BaseCall,
  meetingId: string | undefined,
): Promise<{ ok: true; file: MeetingFile } | { ok: false; refusal: Outcome }> => {
  const { scope, region, text, now } = call
  const series = region.series.filter(({ agenda }) => agenda?.takesSummaries).map(({ id }) => id)
  const id = meetingId ?? (await nextMeetingWithoutAgenda(scope, series, now))?.id
  const file = id === undefined ? undefined : await meetingFile(scope, region, id)
  if (file) return { ok: true, file }
  const words = text.agendas
  const card = refusalCard('agenda.no-meeting', words.noMeeting, words.noMeetingNext)
  return { ok: false, refusal: { kind: 'refuse', card } }
}
