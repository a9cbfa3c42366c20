import { asFeedMeeting, hideTitleCodes } from '../../actions/calendar/feed-meetings.ts'
import { meetingFileCard } from '../../cards/meeting/meeting.ts'
import { calendarText } from '../../documents/calendar.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import { refuse, say } from '../answer.ts'
import { argument, carriedId, required } from '../arguments.ts'
import { command } from '../command.ts'
import { refused } from './arguments.ts'

/** A meeting as calendars show it, also one that is cancelled: to everybody, as the list of the region's meetings does. */
const feedMeetingArgument = argument({
  options: { meeting: required(carriedId) },
  resolve: async (call, given) => {
    const { scope, region, text } = call
    const meeting = await meetingById(scope, given.meeting)
    if (meeting) call.found('meeting', meeting.id)
    const [shown] = meeting ? await hideTitleCodes(scope, asFeedMeeting(region)(meeting)) : []
    if (!shown) throw refuse(refused(text.meetings.which.gone))
    return shown
  },
})

/** The button of a meeting: the meeting as a calendar file, for who asked. */
export const meetingFileCommand = command('meeting.file', {
  hidden: true,
  permission: 'meeting.read',
  args: { meeting: feedMeetingArgument },
  run: ({ args: { meeting }, region, language, text }) => {
    const startsAt = meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime()
    const file = {
      name: `meeting-${startsAt.toPlainDate()}.ics`,
      mediaType: 'text/calendar',
      bytes: new TextEncoder().encode(calendarText(meeting.name, [meeting])),
      alt: text.meetings.file.alt(meeting.name),
    }
    return say(meetingFileCard(meeting.name, writeDateTime(startsAt, language), text), [file])
  },
})
