import { id, month, noticeKind } from '../delivery/notice.ts'

/** Tells a body's channels of a change. */
export const meetingChangedKind = noticeKind('meeting-changed', { change: id })
/** Brings the servers' events to what the calendar is; `about` names the change. */
export const meetingEventsKind = noticeKind('meeting-events', { about: id })
/** A meeting among a server's events. */
export const meetingEventKind = noticeKind('meeting-event', { meeting: id })
/** Fills the calendar ahead. */
export const planAheadKind = noticeKind('plan-ahead', { month })
/** Tells a recorder that somebody made them one. */
export const recorderKind = noticeKind('recorder', { meeting: id, member: id })
