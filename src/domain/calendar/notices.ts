import { noticeKind, wholeNumber } from '../delivery/notice.ts'

/** A year's calendar was confirmed. */
export const yearConfirmedKind = noticeKind('year-calendar', { year: wholeNumber })
