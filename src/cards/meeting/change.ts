import type { Button, Card, ListItem } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import type { ChangedMeeting } from '../../domain/meeting/telling.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { fileButton, fileParts } from './meeting.ts'

const when = (at: Temporal.ZonedDateTime, language: Language): string =>
  writeDateTime(at.toPlainDateTime(), language)

const changedHeading = ({ what, reach, name }: ChangedMeeting, text: Catalogue): string => {
  const words = text.meetings.changed
  if (what === 'moved') return reach === 'one' ? words.moved(name) : words.movedSeries(name)
  return what === 'cancelled' ? words.cancelled(name) : words.restored(name)
}

const changedLines = (change: ChangedMeeting, language: Language, text: Catalogue): string[] => {
  const words = text.meetings.changed
  const { wasAt, isAt, reason } = change
  const dates = wasAt.equals(isAt)
    ? when(isAt, language)
    : words.fromTo(when(wasAt, language), when(isAt, language))
  return [dates, ...(reason === null ? [] : [words.reason(reason)])]
}

/** To the body's channel, when there is no morning left to say it. */
export const meetingChangedCard = (change: ChangedMeeting, language: Language, text: Catalogue): Card => {
  const heading = changedHeading(change, text)
  return {
    tag: 'meeting.changed',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: changedLines(change, language, text).join('\n') },
      ...(change.what === 'cancelled' ? [] : fileParts(change.meetingId, text)),
    ],
  }
}

/** One line of the morning's digest. */
export const changedMeetingItem = (
  change: ChangedMeeting,
  language: Language,
  text: Catalogue,
): ListItem => ({
  text: changedHeading(change, text),
  detail: changedLines(change, language, text).join('\n'),
})

type Done = {
  name: string
  meetingId: string
  wasAt: Temporal.ZonedDateTime
  isAt: Temporal.ZonedDateTime
  reach: 'one' | 'after' | 'all'
  toldAtOnce: boolean
}

const toldWords = (toldAtOnce: boolean, text: Catalogue): string =>
  toldAtOnce ? text.meetings.move.toldNow : text.meetings.move.toldMorning

export const movedMeetingCard = (done: Done, language: Language, text: Catalogue): Card => {
  const words = text.meetings.move
  const heading = words.done(done.name)
  const undo: Button = {
    label: words.undo,
    press: { command: 'meeting.restore', options: { meeting: done.meetingId } },
  }
  return {
    tag: 'meeting.moved',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: words.was, value: when(done.wasAt, language) },
          { label: words.is, value: when(done.isAt, language) },
          { label: words.reachLabel, value: words.reach[done.reach] },
        ],
      },
      {
        part: 'note',
        text: [
          toldWords(done.toldAtOnce, text),
          words.keeps,
          ...(done.reach === 'one' ? [] : [words.handsStay]),
        ].join('\n'),
      },
      {
        part: 'buttons',
        buttons: [fileButton(done.meetingId, text), ...(done.reach === 'one' ? [undo] : [])],
      },
    ],
  }
}

export const cancelledMeetingCard = (
  done: { name: string; meetingId: string; toldAtOnce: boolean; carried: number; next: string | undefined },
  text: Catalogue,
): Card => {
  const words = text.meetings.cancel
  const heading = words.done(done.name)
  const carried = done.next === undefined ? words.noNext : words.carried(done.carried, done.next)
  return {
    tag: 'meeting.cancelled',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: toldWords(done.toldAtOnce, text) },
      ...(done.carried > 0 || done.next === undefined ? [{ part: 'text' as const, text: carried }] : []),
      {
        part: 'buttons',
        buttons: [
          {
            label: text.meetings.move.undo,
            press: { command: 'meeting.restore', options: { meeting: done.meetingId } },
          },
        ],
      },
    ],
  }
}

export const restoredMeetingCard = (
  done: { name: string; isAt: Temporal.ZonedDateTime; toldAtOnce: boolean; wasCancelled: boolean },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.meetings.restore
  const heading = words.done(done.name, when(done.isAt, language))
  return {
    tag: 'meeting.restored',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: toldWords(done.toldAtOnce, text) },
      ...(done.wasCancelled ? [{ part: 'note' as const, text: words.carried }] : []),
    ],
  }
}
