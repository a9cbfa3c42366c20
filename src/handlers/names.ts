import { writeDate } from '../domain/date-text/write-date.ts'
import type { Region } from '../domain/region/region.ts'
import type { Meeting } from '../store/meetings.ts'
import type { BaseCall } from './command.ts'

/** Names people read for the ids the store keeps. An id that left the region file shows as itself. */

export const officeName = (region: Region, id: string): string =>
  region.offices.find((office) => office.id === id)?.name ?? id

export const memberName = (region: Region, id: string): string =>
  region.members.find((member) => member.id === id)?.name ?? id

export const bodyName = (region: Region, id: string): string =>
  region.bodies.find((body) => body.id === id)?.name ?? id

export const seriesName = (region: Region, id: string): string =>
  region.series.find((series) => series.id === id)?.name ?? id

export const meetingDate = ({ region }: Pick<BaseCall, 'region'>, meeting: Meeting): Temporal.PlainDate =>
  meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()

/** `4月17日（金）の○○連絡会` */
export const meetingName = (call: Pick<BaseCall, 'region' | 'language'>, meeting: Meeting): string =>
  `${writeDate(meetingDate(call, meeting), call.language)} ${seriesName(call.region, meeting.seriesId)}`
