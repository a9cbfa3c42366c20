/**
 * A time of day as people write it: `14:00`, `14時`, `14時半`, `午後2時30分`, `1400`, digits of either width. Undefined
 * where it is none.
 */
export const readTime = (text: string): Temporal.PlainTime | undefined => {
  const typed = text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
  const found =
    /^(?<half>午前|午後|AM|PM)?(?<hour>\d{1,2})(?::(?<minute>\d{2})|時(?:(?<minutes>\d{1,2})分|(?<thirty>半))?)?$/u.exec(
      typed,
    ) ?? /^(?<hour>\d{2})(?<minute>\d{2})$/u.exec(typed)
  const { half, hour = '', minute, minutes, thirty } = found?.groups ?? {}
  if (!found || (minute === undefined && !typed.includes('時'))) return undefined
  const later = half === '午後' || half === 'PM'
  const hours = Number(hour) + (later && Number(hour) < 12 ? 12 : 0)
  const past = thirty ? 30 : Number(minute ?? minutes ?? 0)
  return hours < 24 && past < 60 ? new Temporal.PlainTime(hours, past) : undefined
}
