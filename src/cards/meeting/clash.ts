import type { Language } from '../../bot/port.ts'
import { writeDate, writeDateTime } from '../../domain/calendar/write-date.ts'
import type { Clash } from '../../domain/series/clashes.ts'
import type { CalendarMeeting } from '../../domain/series/year-calendar.ts'
import type { Catalogue } from '../../text/catalogue.ts'

export type Names = { member: (id: string) => string; body: (id: string) => string }

const MOST_NAMED = 4

/** One clash in a sentence. */
export const clashWords = (
  clash: Clash<CalendarMeeting>,
  names: Names,
  language: Language,
  text: Catalogue,
): string => {
  const words = text.series.clash
  const [first = '', second = ''] = clash.meetings.map(({ startsAt, seriesName }) =>
    text.meetings.list.item(writeDateTime(startsAt.toPlainDateTime(), language), seriesName),
  )
  const people = (ids: readonly string[]): string => {
    const named = ids.slice(0, MOST_NAMED).map(names.member).join(words.between)
    return ids.length > MOST_NAMED ? words.andOthers(named, ids.length - MOST_NAMED) : named
  }
  switch (clash.kind) {
    case 'person':
      return words.person(people(clash.people), first, second)
    case 'room':
      return words.room(clash.place, first, second)
    case 'body':
      return words.body(names.body(clash.bodyId), first, second)
    case 'week': {
      const meetings = clash.meetings.map(({ seriesName }) => seriesName).join(words.between)
      return words.week(people(clash.people), writeDate(clash.monday, language), meetings)
    }
    default:
      return clash satisfies never
  }
}
