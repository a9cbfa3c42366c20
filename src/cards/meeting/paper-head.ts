import { type Field, field, type Maybe, present } from '../../bot/card.ts'
import type { NextMeeting, PaperOccasion, PaperTag, PaperTitle } from '../../domain/agenda/paper.ts'
import { writeFiscalYear, writeFullDate, writeTime } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'

type Language = 'ja' | 'en'
type Words = Catalogue['document']

const WEEKDAYS = {
  ja: new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
}

/** `令和8年11月20日（金）` */
export const writeDay = (date: Temporal.PlainDate, language: Language, text: Catalogue): string => {
  const noon = date.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds
  return text.document.day(writeFullDate(date, language), WEEKDAYS[language].format(noon))
}

/**
 * Title of two lines: the council first where there is one, and below it the body; else the body, and below it the kind
 * of paper.
 */
export const titleLines = (
  { fiscalYear, ordinal, council, body }: PaperTitle,
  language: Language,
  text: Catalogue,
  kind: 'agenda' | 'minutes',
): string[] => {
  const words = text.document
  const start = words.meetingOfYear(writeFiscalYear(fiscalYear, language), ordinal)
  if (council === undefined) return [words.titled(start, body), words[kind]]
  return [words.titled(start, council), kind === 'agenda' ? words.agendaOf(body) : words.minutesOf(body)]
}

export const occasionFields = (
  { startsAt, endsAt, place, online }: PaperOccasion,
  language: Language,
  text: Catalogue,
): Maybe<Field> => {
  const words = text.document
  const when = words.whenValue(
    writeDay(startsAt.toPlainDate(), language, text),
    writeTime(startsAt.toPlainTime()),
    writeTime(endsAt.toPlainTime()),
  )
  return [
    field(words.when, when),
    field(words.place, placeLines(place, online, words).join('\n') || undefined),
  ]
}

const placeLines = (place: string | undefined, online: string | undefined, words: Words): string[] => {
  if (place === undefined) return online === undefined ? [] : [words.onlineOnly(online)]
  return present(place, online !== undefined && words.online(online))
}

export const nextField = (
  { startsAt, place }: NextMeeting,
  language: Language,
  text: Catalogue,
): Maybe<Field> => {
  const words = text.document
  const when = words.nextWhen(
    writeDay(startsAt.toPlainDate(), language, text),
    writeTime(startsAt.toPlainTime()),
  )
  return field(words.next, words.nextValue(when, place ?? ''))
}

/** `資料2-1` */
export const tagText = ({ kind, number, part }: PaperTag, text: Catalogue): string =>
  text.document.tag[kind](part === undefined ? String(number) : `${number}-${part}`)

type SectionName = keyof Words['sections'] | { own: string }

/** On a council's agenda, which opens with 開会, the last matter is その他. */
export const sectionText = (
  name: SectionName,
  all: readonly { name: SectionName }[],
  text: Catalogue,
): string => {
  const words = text.document
  if (typeof name !== 'string') return name.own
  const isCouncil = all.some((section) => section.name === 'opening')
  return name === 'other' && isCouncil ? words.councilOther : words.sections[name]
}
