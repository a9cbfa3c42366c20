import { changedMeeting } from '../../../actions/meeting/changed-meetings.ts'
import { meetingChangedCard } from '../../../cards/meeting/change.ts'
import { meetingChangedKind } from '../../../domain/meeting/notices.ts'
import { lastChange, leaveToDigest, meetingChange } from '../../../store/meeting/meeting-changes.ts'
import { meetingById } from '../../../store/meeting/meetings.ts'
import { notice } from '../notice.ts'
import { channelsOf } from '../recipients.ts'

/** Tells a body's channels at once that a meeting was moved or cancelled; only the last change is worth telling. */
export const meetingChanged = notice(meetingChangedKind, {
  hours: 'any',
  urgency: 'urgent',
  stillTrue: async ({ scope, region }, payload) => {
    const change = await meetingChange(scope, payload.change)
    const meeting = change && (await meetingById(scope, change.meetingId))
    const series = region.series.find(({ id }) => id === meeting?.seriesId)
    return change && meeting && series ? { change, meeting, series } : 'meeting-gone'
  },
  to: async (facts) => {
    const recipients = channelsOf(facts, facts.found.series.body)
    if (recipients === 'no-channel') await leaveToDigest(facts.scope, facts.payload.change)
    return recipients
  },
  compose: async ({ scope, region, language, text, found: { change, meeting } }) => {
    if ((await lastChange(scope, meeting.id))?.id !== change.id) return { ok: false, reason: 'changed-again' }
    const said = changedMeeting(region, { change, seriesId: meeting.seriesId })
    if (!said) return { ok: false, reason: 'meeting-gone' }
    return { ok: true, card: meetingChangedCard(said, language, text), told: { meeting: 1 } }
  },
})
