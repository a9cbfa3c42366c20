import { meetingContext } from '../../../actions/agenda/agenda-facts.ts'
import { button, buttons, type Card, card, note } from '../../../bot/card.ts'
import { recorderKind } from '../../../domain/meeting/notices.ts'
import { meetingName } from '../../../domain/region/names.ts'
import { runOf } from '../../../store/meeting/meeting-runs.ts'
import type { Catalogue } from '../../../text/catalogue.ts'
import { notice } from '../notice.ts'
import { members } from '../recipients.ts'

/** Tells somebody that the chair or the centre made them the recorder of a meeting. */
export const recorderNotice = notice(recorderKind, {
  hours: 'office',
  stillTrue: async ({ scope, region }, { meeting, member }) => {
    const context = await meetingContext(scope, region, meeting)
    const run = await runOf(scope, meeting)
    return context && run?.recorderId === member ? context : 'over'
  },
  to: (facts) => members(facts, [facts.payload.member]),
  compose: ({ region, language, text, found: { meeting } }) => ({
    ok: true,
    card: recorderCard(meetingName({ region, language }, meeting), meeting.id, text),
  }),
})

export const recorderCard = (meeting: string, id: string, text: Catalogue): Card => {
  const words = text.notices.recorder
  const open = button(words.open, 'meeting.record', { meeting: id })
  return card('meeting.recorder', words.heading(meeting), note(words.next), buttons(open))
}
