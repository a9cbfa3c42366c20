import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  list,
  note,
  type Parts,
  paragraph,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { attendButton } from './attendance.ts'

export type MeetingLine = {
  id: string
  name: string
  startsAt: Temporal.ZonedDateTime
  durationMinutes: number
  place?: string
  moved: 'no' | 'closed_day' | 'by_hand'
  /** The reader is on its roster, and can tell their attendance from here. */
  attends: boolean
}

/** Answers with the meeting as a calendar file. */
export const fileButton = (meetingId: string, text: Catalogue): Button =>
  button(text.meetings.list.file, 'meeting.file', { meeting: meetingId })

/** The button alone, below a card about one meeting. */
export const fileParts = (meetingId: string, text: Catalogue): Parts => [buttons(fileButton(meetingId, text))]

export const meetingListCard = (lines: MeetingLine[], language: Language, text: Catalogue): Card => {
  const words = text.meetings.list
  const heading = lines.length === 0 ? words.none : words.heading
  const why = { no: [], closed_day: [words.moved], by_hand: [words.movedByHand] }
  const items = lines.map(({ id, name, startsAt, durationMinutes, place, moved, attends }) => ({
    text: words.item(writeDateTime(startsAt.toPlainDateTime(), language), name),
    detail: [words.detail(durationMinutes, place), ...why[moved]].join(text.answers.listSeparator),
    button: attends ? attendButton(id, text) : fileButton(id, text),
  }))
  return card('meeting.list', heading, list(items))
}

export const meetingFileCard = (name: string, when: string, text: Catalogue): Card => {
  const heading = text.meetings.file.heading(name, when)
  return card('meeting.file', heading, note(text.meetings.file.next))
}

/** Asks which meeting is meant; choosing one goes on with the command. */
export const whichMeetingCard = (
  command: string,
  meetings: { id: string; name: string; startsAt: Temporal.ZonedDateTime }[],
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.meetings.which
  return card('meeting.which', words.heading, {
    part: 'select',
    label: words.label,
    press: { command, options: {} },
    option: 'meeting',
    choices: meetings.map(({ id, name, startsAt }) => ({
      value: id,
      label: text.meetings.list.item(writeDateTime(startsAt.toPlainDateTime(), language), name),
    })),
  })
}

type SeriesLine = {
  name: string
  rule: string
  time: string
  next: Temporal.ZonedDateTime[]
  changes: { from: string; when: string }[]
}

export const seriesListCard = (lines: SeriesLine[], language: Language, text: Catalogue): Card => {
  const words = text.meetings.series
  const heading = lines.length === 0 ? words.none : words.heading
  const items = lines.map(({ name, rule, time, next, changes }) => {
    const dates = next
      .map((at) => writeDateTime(at.toPlainDateTime(), language))
      .join(text.answers.listSeparator)
    return {
      text: words.item(name, text.meetings.rule.at(rule, time)),
      detail: [
        next.length === 0 ? words.noNext : words.next(dates),
        ...changes.map(({ from, when }) => words.changed(from, when)),
      ].join('\n'),
    }
  })
  return card('meeting.series', heading, list(items))
}

type Held = {
  meeting: {
    id: string
    title: string | null
    startsAt: Temporal.Instant
    durationMinutes: number
    cancelled: string | null
  }
  series: Pick<Region['series'][number], 'name' | 'place'>
  body: Pick<Region['bodies'][number], 'name'>
}

/** A meeting among a workspace's events. */
export const meetingEventCard = (
  { meeting, series, body }: Held,
  timeZone: string,
  language: Language,
  text: Catalogue,
): Card => {
  const { id, startsAt, durationMinutes, cancelled } = meeting
  const name = meeting.title ?? series.name
  const when = writeDateTime(startsAt.toZonedDateTimeISO(timeZone).toPlainDateTime(), language)
  const about = text.meetings.event(body.name, when, durationMinutes)
  return {
    ...card('meeting.event', { summary: name }, paragraph(about)),
    event: {
      id,
      name,
      about,
      where: series.place ?? body.name,
      startsAt: startsAt.toString(),
      endsAt: startsAt.add({ minutes: durationMinutes }).toString(),
      cancelled: cancelled !== null,
    },
  }
}
