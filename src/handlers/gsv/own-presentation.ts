import { lastPresented, type Presentation, presentationById } from '../../store/gsv/gsv-presentations.ts'
import { sessionOf } from '../../store/gsv/gsv-sessions.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'
import { refuse, sessionById } from './find-session.ts'

type Own =
  | { ok: true; presentation: Presentation; date: Temporal.PlainDate; seriesName: string }
  | { ok: false; refusal: Outcome }

/** A case that was presented: the one named, or the asker's latest. Its presenter and the group's facilitator may. */
export const ownPresentation = async (call: BaseCall, named: string | undefined): Promise<Own> => {
  const { scope, asker, now, text } = call
  const words = text.gsv.outcome
  const none = () => refuse('gsv.nothing-to-record', words.none, words.noneNext)
  const presentation = named
    ? await presentationById(scope, named)
    : await lastPresented(scope, asker.memberId, now)
  const session = presentation && (await sessionById(call, presentation.meetingId))
  if (!presentation || presentation.state === 'declined' || !session) return none()
  if (Temporal.Instant.compare(session.meeting.startsAt, now) > 0) return none()
  const groups = (await sessionOf(scope, presentation.meetingId))?.groups ?? []
  const leads = groups.some(
    ({ facilitatorId, presenterId }) =>
      presenterId === presentation.memberId && facilitatorId === asker.memberId,
  )
  if (presentation.memberId !== asker.memberId && !leads) return refuse('gsv.not-yours', words.notYours)
  return { ok: true, presentation, date: session.date, seriesName: session.series.name }
}
