import { day, noticeKind } from '../delivery/notice.ts'

/** The morning's messages. */
export const digestKind = noticeKind('digest', { day })
