import type { SeriesDaysFault } from '../../domain/region/check-series-days.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** Why a series has no days, and what would work. */
export const seriesSentence = (fault: SeriesDaysFault, words: Catalogue['regionFile']['days']): string => {
  switch (fault.reason) {
    case 'malformed':
      return words.malformed(fault.detail)
    case 'too-frequent':
      return words.tooFrequent
    case 'own-time':
      return words.ownTime
    case 'never':
      return words.never(fault.works)
    case 'no-such-month':
      return words.noSuchMonth
    case 'too-many-a-year':
      return words.tooManyAYear(fault.most)
    case 'no-such-business-day':
      return words.noSuchBusinessDay(fault.most)
    case 'never-open':
      return words.neverOpen
    case 'never-free':
      return words.neverFree
    case 'one-pattern':
      return words.onePattern
    case 'weekday-missing':
      return words.weekdayMissing
    case 'weekday-stray':
      return words.weekdayStray
    case 'closed-weekdays':
      return words.closedWeekdays
    case 'gives-way-circle':
      return words.givesWayCircle
    default:
      return fault satisfies never
  }
}
