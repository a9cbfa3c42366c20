import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  field,
  fields,
  type ListItem,
  note,
  paragraph,
  present,
} from '../../bot/card.ts'
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
  return present(dates, reason !== null && words.reason(reason))
}

/** Announces a change in the body's channel, when no digest is left to tell it before the meeting. */
export const meetingChangedCard = (change: ChangedMeeting, language: Language, text: Catalogue): Card => {
  const heading = changedHeading(change, text)
  return card(
    'meeting.changed',
    heading,
    paragraph(changedLines(change, language, text).join('\n')),
    change.what !== 'cancelled' && fileParts(change.meetingId, text),
  )
}

/** Digest line of a change. */
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
  const undo: Button = button(words.undo, 'meeting.restore', { meeting: done.meetingId })
  return card(
    'meeting.moved',
    heading,
    fields(
      field(words.was, when(done.wasAt, language)),
      field(words.is, when(done.isAt, language)),
      field(words.reachLabel, words.reach[done.reach]),
    ),
    note(
      present<string>(
        toldWords(done.toldAtOnce, text),
        words.keeps,
        done.reach !== 'one' && words.handsStay,
      ).join('\n'),
    ),
    buttons(fileButton(done.meetingId, text), done.reach === 'one' && undo),
  )
}

export const cancelledMeetingCard = (
  done: { name: string; meetingId: string; toldAtOnce: boolean; carried: number; next: string | undefined },
  text: Catalogue,
): Card => {
  const words = text.meetings.cancel
  const heading = words.done(done.name)
  const carried = done.next === undefined ? words.noNext : words.carried(done.carried, done.next)
  return card(
    'meeting.cancelled',
    heading,
    paragraph(toldWords(done.toldAtOnce, text)),
    (done.carried > 0 || done.next === undefined) && paragraph(carried),
    buttons(button(text.meetings.move.undo, 'meeting.restore', { meeting: done.meetingId })),
  )
}

export const restoredMeetingCard = (
  done: { name: string; isAt: Temporal.ZonedDateTime; toldAtOnce: boolean; wasCancelled: boolean },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.meetings.restore
  const heading = words.done(done.name, when(done.isAt, language))
  return card(
    'meeting.restored',
    heading,
    paragraph(toldWords(done.toldAtOnce, text)),
    done.wasCancelled && note(words.carried),
  )
}
