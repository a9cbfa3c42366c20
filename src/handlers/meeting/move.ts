import { moveMeeting, moveSeries } from '../../actions/meeting/change-meeting.ts'
import { movedMeetingCard } from '../../cards/meeting/change.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import { type Meeting, meetingById } from '../../store/meeting/meetings.ts'
import { dateText, timeText } from '../fields.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { choice, date, shortText } from '../legacy/field.ts'
import { heldMeeting, meetingOptions, whichMeeting } from './changeable-meeting.ts'
import { moveFault } from './move-fault.ts'

const REACHES = ['one', 'after', 'all'] as const

/** `/meeting move [date]`: another date and time, for this meeting, this and all after, or all of its series. */
export const moveMeetingCommand = command({
  id: 'meeting.move',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.move.verb,
    description: (t) => t.commands.meeting.move.description,
  },
  permission: 'meeting.change',
  options: meetingOptions('held'),
  form: {
    title: (t) => t.meetings.move.title,
    submit: (t) => t.meetings.move.submit,
    fields: {
      date: date({ words: (t) => t.meetings.move.fields.date, schema: dateText }),
      time: shortText({ words: (t) => t.meetings.move.fields.time, maxLength: 10, schema: timeText }),
      reach: choice({
        words: (t) => t.meetings.move.fields.reach,
        values: REACHES,
        labels: (t) => t.meetings.move.reach,
      }),
      keep: choice({
        words: (t) => t.meetings.move.fields.keep,
        values: ['no', 'yes'] as const,
        labels: (t) => t.meetings.move.keep,
      }),
    },
  },
  run: async (call) => {
    const found = heldMeeting(await whichMeeting(call, 'meeting.move'), call, 'too')
    if (!found.ok) return found.outcome
    const { meeting } = found
    const now = localStart(call, meeting)
    const when = writeDateTime(now.toPlainDateTime(), call.language)
    return {
      kind: 'ask',
      open: {
        options: { meeting: meeting.id },
        intro: call.text.meetings.move.intro(meetingTitle(call.region, meeting), when),
        initial: {
          date: now.toPlainDate().toString(),
          time: now.toPlainTime().toString({ smallestUnit: 'minute' }),
          reach: 'one',
          keep: 'no',
        },
      },
    }
  },
  submit: async (call) => {
    const found = heldMeeting(await whichMeeting(call, 'meeting.move'), call, 'too')
    if (!found.ok) return found.outcome
    const { meeting } = found
    const { scope, region, values, asker, now, language, text } = call
    const { reach } = values
    const wanted = { ...values, keep: values.keep === 'yes' }
    const faults = await moveFault(call, meeting, wanted)
    if (faults) return { kind: 'correct', faults: { fields: faults } }
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
    return { kind: 'say', card: movedMeetingCard(done, language, text) }
  },
})

const localStart = ({ region }: Pick<BaseCall, 'region'>, { startsAt }: Meeting): Temporal.ZonedDateTime =>
  startsAt.toZonedDateTimeISO(region.timeZone)
