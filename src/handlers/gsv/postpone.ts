import { gsvSaidCard, preMeetingButton } from '../../cards/gsv/gsv.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { memberName } from '../../domain/region/names.ts'
import { setPreMeeting } from '../../store/gsv/pre-meetings.ts'
import { fieldFaults, say } from '../answer.ts'
import { command } from '../command.ts'
import { date } from '../fields.ts'
import { preMeetingArgument } from './pre-meeting-argument.ts'

/** 日を変える: puts a pre-meeting on another day, up to its session's; one said to be held is asked about anew. */
export const postponePreMeeting = command('gsv.postpone', {
  hidden: true,
  permission: 'gsv.lead',
  args: { preMeeting: preMeetingArgument },
  form: { on: date() },
  open: ({ args: { preMeeting }, words, region, language }) => ({
    intro: words.intro(memberName(region, preMeeting.presenterId), writeDate(preMeeting.on, language)),
  }),
  submit: async ({ args: { preMeeting }, values: { on }, words, ...call }) => {
    const { scope, region, now, today, language, text } = call
    const { meetingId, presenterId, facilitatorId, first, last } = preMeeting
    const compare = Temporal.PlainDate.compare
    const isThen = compare(on, first) >= 0 && compare(on, last) <= 0
    if (!isThen)
      throw fieldFaults({ on: words.notThen(writeDate(first, language), writeDate(last, language)) })
    await setPreMeeting(scope, { meetingId, presenterId, facilitatorId, on, movedAt: now })
    call.note('change', 'gsv-session', meetingId)
    const done = words.done(memberName(region, presenterId), writeDate(on, language))
    const { digest, preMeeting: buttons } = text.gsv
    const isOver = compare(on, today) <= 0
    const next = isOver
      ? preMeetingButton('gsv.prepared', preMeeting, digest.held)
      : preMeetingButton('gsv.postpone', preMeeting, buttons.otherDay)
    return say(gsvSaidCard('gsv.postponed', done, isOver ? undefined : words.doneNext, next))
  },
})
