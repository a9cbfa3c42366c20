import { noticeCard } from '../../cards/answer.ts'
import { memberName } from '../../domain/region/names.ts'
import { mayReadVisit, mayReportVisit } from '../../domain/visit/permission.ts'
import { visitById } from '../../store/visit/visits.ts'
import { entityArgument } from '../arguments.ts'

export const visitRefusal = (heading: string, next?: string) => noticeCard('visit.refused', heading, next)

/** A visit (モニタリング検証の訪問), by its id on a button. */
export const visitArgument = entityArgument({
  find: ({ scope }, id) => visitById(scope, id),
  subject: ({ id }) => ['visit', id],
  see: mayReadVisit,
  change: mayReportVisit,
  gone: ({ text: { visits: words } }) => visitRefusal(words.gone, words.goneNext),
  notYours: ({ text }) => visitRefusal(text.visits.notYours),
})

export const visitToReport = visitArgument.toChange.unless(({ region, text }, { doneOn, reportedBy }) =>
  doneOn === null
    ? undefined
    : visitRefusal(text.visits.reportedAlready(memberName(region, reportedBy ?? ''))),
)
