import { noticeCard } from '../../cards/answer.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { maySeeCase, mayWorkOnCase } from '../../domain/case/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { proposalById } from '../../store/monitoring/interval-proposals.ts'
import { monitoringById } from '../../store/monitoring/monitorings.ts'
import { entityArgument } from '../arguments.ts'

const refused = (heading: string) => noticeCard('monitoring.refused', heading)

/**
 * A due month that is not recorded yet, by its id on a button. Tells those who handed the case on whose it is now:
 * their old messages keep the button.
 */
export const openMonthArgument = entityArgument({
  find: ({ scope }, id) => monitoringById(scope, id),
  subject: ({ id }) => ['monitoring', id],
  see: () => true,
  change: mayWorkOnCase,
  gone: ({ text }) => refused(text.monitoring.done.notFound),
  notYours: ({ text }) => refused(text.monitoring.done.notYours),
}).toChange.unless(({ region, language, text }, { doneOn, recordedBy }) => {
  if (doneOn === null) return undefined
  const name = recordedBy ? memberName(region, recordedBy) : ''
  return refused(text.monitoring.done.already(name, writeDate(doneOn, language)))
})

/** A proposed interval that waits for its decision. */
export const proposalArgument = entityArgument({
  find: ({ scope }, id) => proposalById(scope, id),
  subject: ({ id }) => ['interval-proposal', id],
  see: maySeeCase,
  gone: ({ text }) => noticeCard('interval.refused', text.monitoring.decide.notFound),
  over: ({ region, text }, { decision, decidedBy }) => {
    if (decision === null) return undefined
    const words = text.monitoring.decide
    const heading = words.already(memberName(region, decidedBy ?? ''), words.decisions[decision])
    return noticeCard('interval.refused', heading)
  },
}).toSee
