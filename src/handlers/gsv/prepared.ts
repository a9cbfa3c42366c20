import { gsvSaidCard, preMeetingButton } from '../../cards/gsv/gsv.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { memberName } from '../../domain/region/names.ts'
import { setPreMeeting } from '../../store/gsv/pre-meetings.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { preMeetingArgument } from './pre-meeting-argument.ts'

/** 済み: the facilitator says that the pre-meeting was held on its day. Only then is it guidance that was given. */
export const gsvPrepared = command('gsv.prepared', {
  hidden: true,
  permission: 'gsv.lead',
  args: { preMeeting: preMeetingArgument },
  run: async ({ args: { preMeeting }, words, ...call }) => {
    const { scope, region, asker, now, today, language, text } = call
    const { meetingId, presenterId, facilitatorId, on, isHeld } = preMeeting
    const day = writeDate(on, language)
    const change = preMeetingButton('gsv.postpone', preMeeting, text.gsv.preMeeting.otherDay)
    if (Temporal.PlainDate.compare(on, today) > 0)
      throw refuse(gsvSaidCard('gsv.too-early', words.tooEarly(day), words.tooEarlyNext, change))
    const name = memberName(region, presenterId)
    if (isHeld) return say(gsvSaidCard('gsv.prepared', words.already(name, day), undefined, change))
    await setPreMeeting(scope, {
      ...{ meetingId, presenterId, facilitatorId, on },
      ...{ heldAt: now, heldBy: asker.memberId },
    })
    call.note('change', 'gsv-session', meetingId)
    return say(gsvSaidCard('gsv.prepared', words.done(name, day), words.doneNext, change))
  },
})
