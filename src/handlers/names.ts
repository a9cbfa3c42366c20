import { writeDate } from '../domain/calendar/write-date.ts'
import { meetingTitle } from '../domain/region/names.ts'
import type { Meeting } from '../store/meeting/meetings.ts'
import type { BaseCall } from './command.ts'

export const meetingDate = ({ region }: Pick<BaseCall, 'region'>, meeting: Meeting): Temporal.PlainDate =>
  meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()

/** `4月17日（金）の○○連絡会` */
export const meetingName = (call: Pick<BaseCall, 'region' | 'language'>, meeting: Meeting): string =>
  `${writeDate(meetingDate(call, meeting), call.language)} ${meetingTitle(call.region, meeting)}`
