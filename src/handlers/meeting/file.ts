import { asFeedMeeting } from '../../actions/calendar/feed-meetings.ts'
import { refusalCard } from '../../cards/answer.ts'
import { meetingFileCard } from '../../cards/meeting/meeting.ts'
import { calendarText } from '../../documents/calendar.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import { command } from '../command.ts'
import { optionalMeeting } from '../options.ts'

/** The button of a meeting: the meeting as a calendar file, for who asked. */
export const meetingFileCommand = command({
  id: 'meeting.file',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.file.verb,
    description: (t) => t.commands.meeting.file.description,
  },
  hidden: true,
  permission: 'meeting.read',
  options: { meeting: { ...optionalMeeting, required: true } },
  run: async ({ scope, region, language, text, options }) => {
    const meeting = await meetingById(scope, options.meeting)
    const [shown] = meeting ? asFeedMeeting(region)(meeting) : []
    if (!shown) return { kind: 'refuse', card: refusalCard('meeting.refused', text.meetings.which.gone) }
    const startsAt = shown.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime()
    const bytes = new TextEncoder().encode(calendarText(shown.name, [shown]))
    return {
      kind: 'say',
      card: meetingFileCard(shown.name, writeDateTime(startsAt, language), text),
      files: [
        {
          name: `meeting-${startsAt.toPlainDate()}.ics`,
          mediaType: 'text/calendar',
          bytes,
          alt: text.meetings.file.alt(shown.name),
        },
      ],
    }
  },
})
