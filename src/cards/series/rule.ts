import type { SeriesDays } from '../../domain/region/series.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** A series' days as people say them: `毎月第3水曜`. A rule that has no words shows as it is written. */
export const ruleWords = (days: SeriesDays & { inYears?: unknown }, text: Catalogue): string => {
  const words = text.meetings.rule
  const said = daysWords(days, text)
  return days.inYears === undefined ? said : [said, words.inSomeYears].join(text.answers.listSeparator)
}

const daysWords = (days: SeriesDays, text: Catalogue): string => {
  const words = text.meetings.rule
  const { rule, timesAYear, weekday, nth, businessDay } = days
  if (timesAYear !== undefined && weekday !== undefined)
    return words.timesAYear(timesAYear, nthWords((nth ?? []).map(String), weekday, text))
  if (businessDay !== undefined) return within(words.businessDay(businessDay), 1, days, text)
  return rule === undefined ? '' : (rruleWords(rule, days, text) ?? rule)
}

const rruleWords = (rule: string, days: SeriesDays, text: Catalogue): string | undefined => {
  const words = text.meetings.rule
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=')
        return [name, value]
      }),
  )
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'WKST', 'UNTIL']
  if ([...parts.keys()].some((name) => !known.includes(name))) return undefined
  if (parts.has('BYMONTH') && parts.get('FREQ') !== 'YEARLY') return undefined
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const byDay = parts.get('BYDAY')?.split(',') ?? []
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return interval === 1 ? words.daily : words.everyDays(interval)
    case 'WEEKLY': {
      if (byDay.length === 0) return undefined
      const named = byDay.map((day) => weekdayWord(day, text)).join(words.between)
      if (interval > 2) return words.everyWeeks(interval, named)
      return interval === 2 ? words.fortnightly(named) : words.weekly(named)
    }
    case 'MONTHLY': {
      const monthDay = parts.get('BYMONTHDAY')
      if (byDay.length === 0 && !/^-?\d+$/.test(monthDay ?? '')) return undefined
      const day =
        byDay.length > 0
          ? byDay.map((one) => ordinalDay(one, text)).join(words.between)
          : words.monthDay(Number(monthDay))
      return within(day, interval, days, text)
    }
    case 'YEARLY': {
      const months = parts.get('BYMONTH')?.split(',').map(Number) ?? []
      if (interval > 1 || byDay.length === 0 || months.length === 0) return undefined
      const day = byDay.map((one) => ordinalDay(one, text)).join(words.between)
      return within(day, 1, { months: inFiscalOrder(months) }, text)
    }
    default:
      return undefined
  }
}

/** April first. */
const inFiscalOrder = (months: number[]): number[] => {
  const order = (month: number) => (month + 8) % 12
  return months.toSorted((a, b) => order(a) - order(b))
}

/** `3FR`, `-1TH`, or `FR` for each of them. */
const ordinalDay = (written: string, text: Catalogue): string => {
  const [, nth, weekday = ''] = /^([+-]?\d+)?([A-Z]{2})$/.exec(written) ?? []
  return nthWords(nth === undefined ? [] : [nth], weekday, text)
}

const nthWords = (nth: string[], weekday: string, text: Catalogue): string => {
  const named = weekdayWord(weekday, text)
  if (nth.length === 0) return named
  return nth.map((n) => text.meetings.rule.nth(Number(n), named)).join(text.meetings.rule.between)
}

const weekdayWord = (weekday: string, text: Catalogue): string => {
  const names: Record<string, string> = text.meetings.rule.weekdays
  return names[weekday] ?? weekday
}

const within = (day: string, interval: number, { months }: SeriesDays, text: Catalogue): string => {
  const words = text.meetings.rule
  if (months === 'odd') return words.odd(day)
  if (months === 'even') return words.even(day)
  if (months !== undefined) return words.inMonths(months.map(words.month).join(words.between), day)
  return interval === 1 ? words.monthly(day) : words.everyMonths(interval, day)
}
