import {
  button,
  buttons,
  type Card,
  card,
  type ListItem,
  list,
  note,
  type Parts,
  paragraph,
  present,
} from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate, writeFiscalYear } from '../domain/calendar/write-date.ts'
import type { CalendarMeeting, YearCalendar } from '../domain/series/year-calendar.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { clashWords, type Names } from './meeting/clash.ts'

/** Most clashes shown: more would hide the dates. Mended ones make room for the next. */
const MOST_CLASHES = 10

type View = {
  year: number
  calendar: YearCalendar
  /** Hash of what is shown: who confirms means this version. */
  seen: string
  names: Names
  /** When it was confirmed already. */
  confirmed: Temporal.ZonedDateTime | undefined
}

const seriesItem = (
  { name, meetings, notHeld }: YearCalendar['series'][number],
  language: Language,
  text: Catalogue,
): ListItem => {
  const words = text.meetings.year
  const day = (date: Temporal.PlainDate) => writeDate(date, language)
  const dates = meetings.map(({ startsAt }) => day(startsAt.toPlainDate())).join(text.answers.listSeparator)
  const left = notHeld.map(day).join(text.answers.listSeparator)
  return {
    text: words.item(name, meetings.length),
    detail: present<string>(dates !== '' && dates, left !== '' && words.notHeld(left)).join('\n'),
  }
}

/** Shows the fiscal year of all series with its clashes: proposed, mended and confirmed. */
export const yearCalendarCard = (view: View, language: Language, text: Catalogue): Card => {
  const words = text.meetings.year
  const { year, calendar, confirmed } = view
  const named = writeFiscalYear(year, language)
  const heading = words.heading(named)
  const count = calendar.series.reduce((sum, { meetings }) => sum + meetings.length, 0)
  return card(
    'meeting.year',
    heading,
    paragraph(words.intro(count)),
    list(calendar.series.map((one) => seriesItem(one, language, text))),
    clashParts(view, language, text),
    confirmed
      ? note(
          [words.already(named, writeDate(confirmed.toPlainDate(), language)), words.alreadyNext].join('\n'),
        )
      : confirmPart(view, text),
  )
}

const clashParts = ({ calendar, names }: View, language: Language, text: Catalogue): Parts => {
  const words = text.meetings.year
  const { clashes } = calendar
  if (clashes.length === 0) return [paragraph(text.series.year.noClash)]
  const items = clashes.slice(0, MOST_CLASHES).map((clash): ListItem => {
    const last = clash.meetings.at(-1)
    return {
      text: clashWords(clash, names, language, text),
      button: last ? moveButton(last, text) : undefined,
    }
  })
  return [
    paragraph(words.clashes(clashes.length)),
    list(items),
    clashes.length > MOST_CLASHES && note(words.moreClashes(clashes.length - MOST_CLASHES)),
  ]
}

const moveButton = ({ id }: CalendarMeeting, text: Catalogue) =>
  button(text.meetings.year.move, 'meeting.move', { meeting: id })

const confirmPart = ({ year, seen, calendar }: View, text: Catalogue): Parts => {
  const words = text.meetings.year
  return buttons(
    button(
      words.confirm,
      'meeting.confirm',
      { year: String(year), seen },
      {
        style: 'primary',
        confirm: { question: words.question(calendar.clashes.length), yes: words.yes, no: words.no },
      },
    ),
  )
}

export const confirmedYearCard = (year: number, language: Language, text: Catalogue): Card => {
  const words = text.meetings.year
  const heading = words.confirmed(writeFiscalYear(year, language))
  return card('meeting.year-confirmed', heading, paragraph(words.confirmedNext))
}

/** Announces once in a body's channel the dates of its series in the year. */
export const announcedYearCard = (
  year: number,
  body: string,
  series: YearCalendar['series'],
  language: Language,
  text: Catalogue,
): Card => {
  const heading = text.meetings.year.announced(writeFiscalYear(year, language), body)
  return card('meeting.year-announced', heading, list(series.map((one) => seriesItem(one, language, text))))
}
