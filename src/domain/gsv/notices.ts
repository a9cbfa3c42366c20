import { id, noticeKind } from '../delivery/notice.ts'

/** Sees to it that the month has its GSV. */
export const gsvAskKind = noticeKind('gsv-ask', { meeting: id })
/** Posts the groups. */
export const gsvGroupsKind = noticeKind('gsv-groups', { meeting: id })
