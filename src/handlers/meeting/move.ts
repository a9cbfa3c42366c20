import { moveMeeting, moveSeries } from '../../actions/meeting/change-meeting.ts'
import { movedMeetingCard } from '../../cards/meeting/change.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import { type Meeting, meetingById } from '../../store/meeting/meetings.ts'
import { fieldFaults, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice, date, shortText, timeText } from '../fields.ts'
import { changeableMeetingArgument } from './arguments.ts'
import { moveFault } from './move-fault.ts'

/** `/meeting move [date]`: another date and time, for this meeting, this and all after, or all of its series. */
export const moveMeetingCommand = command('meeting.move', {
  permission: 'meeting.change',
  args: { meeting: changeableMeetingArgument({ command: 'meeting.move', leftOut: 'too' }) },
  form: {
    date: date(),
    time: shortText({ maxLength: 10, schema: timeText }),
    reach: choice({ values: ['one', 'after', 'all'], labels: (t) => t.meetings.move.reach }),
    keep: choice({ values: ['no', 'yes'], labels: (t) => t.meetings.move.keep }),
  },
  open: ({ args, words, ...call }) => {
    const { meeting } = args.meeting
    const start = localStart(call, meeting)
    const when = writeDateTime(start.toPlainDateTime(), call.language)
    return {
      intro: words.intro(meetingTitle(call.region, meeting), when),
      initial: {
        date: start.toPlainDate().toString(),
        time: start.toPlainTime().toString({ smallestUnit: 'minute' }),
        reach: 'one',
        keep: 'no',
      },
    }
  },
  submit: async ({ args, values, ...call }) => {
    const { scope, region, asker, now, language, text } = call
    const { meeting } = args.meeting
    const { reach } = values
    const faults = await moveFault(call, meeting, { ...values, keep: values.keep === 'yes' })
    if (faults) throw fieldFaults(faults)
    const { timeZone } = region
    const startsAt = values.date.toZonedDateTime({ timeZone, plainTime: values.time }).toInstant()
    const by = { by: asker.memberId, now }
    const { toldAtOnce } =
      reach === 'one'
        ? await moveMeeting(scope, region, meeting, startsAt, by)
        : await moveSeries(scope, region, meeting, { startsAt, reach }, by)
    const moved = (await meetingById(scope, meeting.id)) ?? meeting
    const done = {
      name: meetingTitle(region, meeting),
      meetingId: meeting.id,
      wasAt: localStart(call, meeting),
      isAt: localStart(call, moved),
      reach,
      toldAtOnce,
    }
    return say(movedMeetingCard(done, language, text))
  },
})

const localStart = ({ region }: Pick<Call, 'region'>, { startsAt }: Meeting): Temporal.ZonedDateTime =>
  startsAt.toZonedDateTimeISO(region.timeZone)
