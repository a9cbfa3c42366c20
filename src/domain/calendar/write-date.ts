/** Dates as people write them. Formatters are made once: making one costs more than a hundred uses. */

type Language = 'ja' | 'en'

const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' })
const english = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const englishFull = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const englishMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const atNoon = (date: Temporal.PlainDate): number =>
  date.toZonedDateTime('UTC').epochMilliseconds + 43_200_000

/** `令和8年`, `令和元年` */
const writeEraYear = (date: Temporal.PlainDate): string =>
  era.format(atNoon(date)).replace(/(?<=\D)1年/, '元年')

/** `11月20日（金）`, `Fri 20 Nov` */
export const writeDate = (date: Temporal.PlainDate, language: Language): string =>
  language === 'ja'
    ? `${date.month}月${date.day}日（${weekday.format(atNoon(date))}）`
    : english.format(atNoon(date)).replace(',', '')

/** `令和8年11月20日`, `20 Nov 2026` */
export const writeFullDate = (date: Temporal.PlainDate, language: Language): string =>
  language === 'ja' ? `${writeEraYear(date)}${date.month}月${date.day}日` : englishFull.format(atNoon(date))

export const writeTime = (time: Temporal.PlainTime): string =>
  `${time.hour}:${String(time.minute).padStart(2, '0')}`

/** `11月20日（金）14:00`, `Fri 20 Nov, 14:00` */
export const writeDateTime = (at: Temporal.PlainDateTime, language: Language): string => {
  const between = language === 'ja' ? '' : ', '
  return `${writeDate(at.toPlainDate(), language)}${between}${writeTime(at.toPlainTime())}`
}

/** `令和8年7月`, `July 2026` */
export const writeMonth = (month: Temporal.PlainYearMonth, language: Language): string => {
  const first = month.toPlainDate({ day: 1 })
  return language === 'ja' ? `${writeEraYear(first)}${month.month}月` : englishMonth.format(atNoon(first))
}

/** `90` minutes: `1時間30分`, `1 h 30 min`. Whole minutes, not negative. */
export const writeDuration = (minutes: number, language: Language): string => {
  const words = language === 'ja' ? { hour: '時間', minute: '分', between: '' } : ENGLISH_UNITS
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours}${words.hour}` : '', rest > 0 || hours === 0 ? `${rest}${words.minute}` : '']
    .filter((part) => part !== '')
    .join(words.between)
}

const ENGLISH_UNITS = { hour: ' h', minute: ' min', between: ' ' }

/** `令和8年度`, `fiscal 2026` */
export const writeFiscalYear = (year: number, language: Language): string =>
  language === 'ja' ? `${writeEraYear(new Temporal.PlainDate(year, 5, 1))}度` : `fiscal ${year}`
