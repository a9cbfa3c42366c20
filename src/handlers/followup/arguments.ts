import { noticeCard } from '../../cards/answer.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { mayChangeFollowUp, maySeeFollowUp } from '../../domain/followup/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { type FollowUp, followUpById } from '../../store/followup/follow-ups.ts'
import { entityArgument } from '../arguments.ts'
import type { Call } from '../call.ts'

const refused = (heading: string, next: string) => noticeCard('followup.refused', heading, next)

/** An open 宿題, by its id on a button. */
export const followUpArgument = entityArgument({
  find: ({ scope }, id) => followUpById(scope, id),
  subject: ({ id }) => ['follow-up', id],
  see: maySeeFollowUp,
  change: mayChangeFollowUp,
  gone: ({ text: { followUps: words } }) => refused(words.gone, words.goneNext),
  over: (call, followUp) => (followUp.state === 'open' ? undefined : closedCard(call, followUp)),
  notYours: ({ text: { followUps: words } }) => refused(words.notYours, words.notYoursNext),
})

const closedCard = ({ region, language, text }: Call, { state, closedBy, closedAt }: FollowUp) => {
  const words = text.followUps
  if (state === 'open' || closedBy === null || closedAt === null)
    throw new Error('a follow-up without its end')
  const on = closedAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return refused(words.closed[state](memberName(region, closedBy), writeDate(on, language)), words.closedNext)
}
