import type { Language } from '../../port.ts'

/** How a time is read and shown. */
export type Reading = { language: Language; timeZone: string }

/** `9:05`, as Japanese calendars write it; the same in English. */
export const timeOf = (instant: string, { timeZone }: Reading): string =>
  new Intl.DateTimeFormat('ja-JP', { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(
    Date.parse(instant),
  )

/** `11月20日（金）`, `Fri, 20 November`; with the year where it is not `now`'s. */
export const dayOf = (instant: string, reading: Reading, now: string): string => {
  const { year, month, day, weekday } = partsOf(instant, reading)
  const isThisYear = year === partsOf(now, reading).year
  if (reading.language === 'en') return `${weekday}, ${day} ${month}${isThisYear ? '' : ` ${year}`}`
  return `${isThisYear ? '' : `${year}年`}${month}月${day}日（${weekday}）`
}

/** Compares days in the region's time zone: equal for two instants of one day. */
export const dayKey = (instant: string, reading: Reading): string => {
  const { year, month, day } = partsOf(instant, reading)
  return `${year}-${month}-${day}`
}

export const dayAndTime = (instant: string, reading: Reading, now: string): string =>
  `${dayOf(instant, reading, now)} ${timeOf(instant, reading)}`

const partsOf = (instant: string, { language, timeZone }: Reading) => {
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: language === 'ja' ? 'numeric' : 'long',
    day: 'numeric',
    weekday: 'short',
  })
  const parts = format.formatToParts(Date.parse(instant))
  const of = (type: string) =>
    (parts.find((part) => part.type === type)?.value ?? '').replace(/[年月日]$/, '')
  // A weekday must not lose its 月 or 日.
  const weekday = parts.find((part) => part.type === 'weekday')?.value ?? ''
  return { year: of('year'), month: of('month'), day: of('day'), weekday }
}
