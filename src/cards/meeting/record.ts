import type { Button, Card } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'

type RecordLine = { position: number; number: string; name: string; recorded: boolean }

const recordPress = (meetingId: string, position: number) => ({
  command: 'meeting.record',
  options: { meeting: meetingId, item: String(position) },
})

const minutesButton = (meetingId: string, text: Catalogue): Button => ({
  label: text.liveMeeting.buttons.minutes,
  press: { command: 'minutes.show', options: { meeting: meetingId } },
})

/** Which item to record, for the recorder. */
export const recordListCard = (
  shown: { meetingId: string; meeting: string; lines: RecordLine[] },
  text: Catalogue,
): Card => {
  const words = text.liveMeeting.record
  const heading = words.heading(shown.meeting)
  return {
    tag: 'meeting.record',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'list',
        items: shown.lines.map(({ position, number, name, recorded }) => ({
          text: words.item(number, name),
          detail: recorded ? words.done : words.notYet,
          button: { label: words.button, press: recordPress(shown.meetingId, position) },
        })),
      },
      { part: 'buttons', buttons: [minutesButton(shown.meetingId, text)] },
    ],
  }
}

/** What was recorded of an item, as it is kept. */
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
  const fields = [
    ...(decision === undefined ? [] : [{ label: words.decided, value: decision }]),
    ...(lines.length === 0 ? [] : [{ label: words.followUps, value: lines.join('\n') }]),
  ]
  return {
    tag: 'meeting.recorded',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...(fields.length === 0 ? [] : [{ part: 'fields' as const, fields }]),
      {
        part: 'buttons',
        buttons: [
          ...(saved.nextItem === undefined || saved.finished
            ? []
            : [{ label: words.next, press: recordPress(saved.meetingId, saved.nextItem) }]),
          minutesButton(saved.meetingId, text),
        ],
      },
    ],
  }
}
