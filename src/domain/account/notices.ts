import { id, noticeKind } from '../delivery/notice.ts'

/** Asks the coordinators who somebody is. */
export const accountRequestKind = noticeKind('account-request', { request: id })
