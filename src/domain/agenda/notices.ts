import { id, noticeKind } from '../delivery/notice.ts'

const aboutMeeting = { meeting: id }

/** Shows the draft to the coordinators. */
export const agendaDraftKind = noticeKind('agenda-draft', aboutMeeting)
/** Closes the agenda and posts it. */
export const agendaPublishKind = noticeKind('agenda-publish', aboutMeeting)
/** The post. */
export const agendaKind = noticeKind('agenda', aboutMeeting)
/** Brings the posts to what the agenda is now. */
export const agendaUpdateKind = noticeKind('agenda-update', aboutMeeting)
/** One item, where people may talk about it. */
export const agendaItemKind = noticeKind('agenda-item', { meeting: id, item: id })
