import type { Command } from '../command.ts'
import { linkCalendar } from './link.ts'
import { revokeCalendar } from './revoke.ts'
import { confirmMeetingYear, meetingYear } from './year.ts'

export const calendarYearCommands: readonly Command[] = [meetingYear, confirmMeetingYear]

export const calendarFeedCommands: readonly Command[] = [linkCalendar, revokeCalendar]
