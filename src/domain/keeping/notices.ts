import { day, noticeKind } from '../delivery/notice.ts'

/** Takes away what is kept no longer. */
export const retentionKind = noticeKind('retention', { day })
