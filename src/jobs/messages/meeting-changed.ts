import { changedMeeting } from '../../actions/meeting/changed-meetings.ts'
import { meetingChangedCard } from '../../cards/meeting/change.ts'
import { lastChange, meetingChange } from '../../store/meeting/meeting-changes.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import type { MessageKind } from './message-kind.ts'

/** A meeting of these days is moved or cancelled, to its body's channel; what was changed again since is not said. */
export const meetingChanged: MessageKind = {
  kind: 'meeting-changed',
  needsAudience: false,
  outOfHours: true,
  urgent: true,
  compose: async ({ scope, region, delivery, language, text }) => {
    const change = await meetingChange(scope, delivery.subject)
    const meeting = change && (await meetingById(scope, change.meetingId))
    if (!change || !meeting) return { ok: false, reason: 'meeting-gone' }
    if ((await lastChange(scope, meeting.id))?.id !== change.id) return { ok: false, reason: 'changed-again' }
    const said = changedMeeting(region, { change, seriesId: meeting.seriesId })
    if (!said) return { ok: false, reason: 'meeting-gone' }
    return { ok: true, card: meetingChangedCard(said, language, text), told: { meeting: 1 } }
  },
}
