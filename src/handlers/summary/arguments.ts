import { noticeCard } from '../../cards/answer.ts'
import { maySeeSummary, mayWriteSummary } from '../../domain/summary/permission.ts'
import { caseByCode } from '../../store/case/cases.ts'
import { summaryById } from '../../store/summary/summaries.ts'
import { entityArgument } from '../arguments.ts'
import type { Call } from '../call.ts'

export const goneCard = ({ text }: Call) => noticeCard('summary.refused', text.summaries.submit.notFound)

/** A summary with its case, where it has one, by its id on a button. Changing it is writing its next version. */
export const summaryArgument = entityArgument({
  find: async ({ scope }, id) => {
    const summary = await summaryById(scope, id)
    return (
      summary && { summary, supportCase: summary.code ? await caseByCode(scope, summary.code) : undefined }
    )
  },
  subject: ({ summary }) => ['summary', summary.id],
  see: maySeeSummary,
  change: mayWriteSummary,
  gone: goneCard,
})
