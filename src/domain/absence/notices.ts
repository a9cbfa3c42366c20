import { id, noticeKind } from '../delivery/notice.ts'

/** Tells a deputy that somebody named them. */
export const standInKind = noticeKind('stand-in', { absence: id })
