import { id, noticeKind } from '../delivery/notice.ts'

const aboutPoll = { poll: id }

/** Plans the poll's way to everybody asked. */
export const pollAskKind = noticeKind('poll-ask', aboutPoll)
/** The poll decides by itself, or its organiser is asked to. */
export const pollDeadlineKind = noticeKind('poll-deadline', aboutPoll)
/** How it ended. */
export const pollResultKind = noticeKind('poll-result', aboutPoll)
