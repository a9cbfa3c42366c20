import { day, noticeKind } from '../delivery/notice.ts'

/** Deletes what is past its retention. */
export const retentionKind = noticeKind('retention', { day })
