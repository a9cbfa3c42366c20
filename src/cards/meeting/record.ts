import { type Button, button, buttons, type Card, card, field, fields, list } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'

type RecordLine = { position: number; number: string; name: string; recorded: boolean }

const recordButton = (label: string, meetingId: string, position: number): Button =>
  button(label, 'meeting.record', { meeting: meetingId, item: String(position) })

const minutesButton = (meetingId: string, text: Catalogue): Button =>
  button(text.liveMeeting.buttons.minutes, 'minutes.show', { meeting: meetingId })

/** Asks the recorder which item to record. */
export const recordListCard = (
  shown: { meetingId: string; meeting: string; lines: RecordLine[] },
  text: Catalogue,
): Card => {
  const words = text.liveMeeting.record
  const heading = words.heading(shown.meeting)
  return card(
    'meeting.record',
    heading,
    list(
      shown.lines.map(({ position, number, name, recorded }) => ({
        text: words.item(number, name),
        detail: recorded ? words.done : words.notYet,
        button: recordButton(words.button, shown.meetingId, position),
      })),
    ),
    buttons(minutesButton(shown.meetingId, text)),
  )
}

/** Confirms what was recorded of an item. */
export const savedRecordCard = (
  saved: {
    meetingId: string
    number: string
    name: string
    record: { decision?: string; followUps: { memberId: string; what: string; dueOn: string }[] }
    nextItem: number | undefined
    finished: boolean
    nameOf: (memberId: string) => string
  },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.liveMeeting.record
  const heading = words.saved(saved.number, saved.name)
  const { decision, followUps } = saved.record
  const lines = followUps.map(({ memberId, what, dueOn }) =>
    words.followUp(what, saved.nameOf(memberId), writeDate(Temporal.PlainDate.from(dueOn), language)),
  )
  return card(
    'meeting.recorded',
    heading,
    fields(field(words.decided, decision), lines.length > 0 && field(words.followUps, lines.join('\n'))),
    buttons(
      saved.nextItem !== undefined &&
        !saved.finished &&
        recordButton(words.next, saved.meetingId, saved.nextItem),
      minutesButton(saved.meetingId, text),
    ),
  )
}
