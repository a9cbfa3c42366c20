import { refusalCard } from '../../cards/answer.ts'
import { meetingName } from '../../domain/region/names.ts'
import { summarySeries } from '../../domain/region/summary-series.ts'
import { publishedAgenda } from '../../store/agenda/agendas.ts'
import { type Meeting, meetingById, nextMeetingWithoutAgenda } from '../../store/meeting/meetings.ts'
import type { Summary } from '../../store/summary/summaries.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'

/**
 * The meeting that a summary goes to: the one it was submitted for, while its agenda is not out; else the next of
 * the presenter's series that takes summaries.
 */
export const meetingForSummary = async (
  call: BaseCall,
  presenterId: string,
  existing: Summary | undefined,
): Promise<{ ok: true; meeting: Meeting } | { ok: false; refusal: Outcome }> => {
  const { text, scope, region } = call
  const words = text.summaries.submit
  if (existing) {
    const meeting = await meetingById(scope, existing.meetingId)
    if (meeting && (await publishedAgenda(scope, meeting.id))) {
      const card = refusalCard('summary.closed', words.closed(meetingName(call, meeting)), words.closedNext)
      return { ok: false, refusal: { kind: 'refuse', card } }
    }
    if (meeting) return { ok: true, meeting }
  }
  const series = summarySeries(region, presenterId).map(({ id }) => id)
  const meeting = await nextMeetingWithoutAgenda(scope, series, call.now)
  if (meeting) return { ok: true, meeting }
  const card = refusalCard('summary.no-meeting', words.noMeeting, words.noMeetingNext)
  return { ok: false, refusal: { kind: 'refuse', card } }
}
