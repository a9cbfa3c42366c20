/** Monday first, as RFC 5545 writes them. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** 1 Monday to 7 Sunday, as Temporal counts. */
export const dayOfWeek = (weekday: Weekday): number => WEEKDAYS.indexOf(weekday) + 1

/** Whether it is the month's n-th of its weekday: 1 to 5, -1 the last. */
export const isNthOfMonth = ({ day, daysInMonth }: Temporal.PlainDate, n: number): boolean =>
  n > 0 ? Math.ceil(day / 7) === n : Math.ceil((daysInMonth - day + 1) / 7) === -n
