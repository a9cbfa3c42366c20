import { refusalCard } from '../../cards/answer.ts'
import { mayWorkOnCase } from '../../domain/case/permission.ts'
import { type FormName, SUMMARY_FORMS } from '../../domain/summary/forms.ts'
import { type Case, caseByCode } from '../../store/case/cases.ts'
import { plansOfCase } from '../../store/plan/plans.ts'
import { openSummaryOf, type Summary, summaryById, summaryOfPlan } from '../../store/summary/summaries.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'

/** What a summary is written about, by whom it is presented, and the one that is there already. */
export type Subject = {
  ok: true
  kase: Case | undefined
  planId: string | undefined
  presenterId: string
  existing: Summary | undefined
}
type Found = Subject | { ok: false; refusal: Outcome }

const refuse = (heading: string, next?: string): Found => ({
  ok: false,
  refusal: { kind: 'refuse', card: refusalCard('summary.refused', heading, next) },
})

/** The case and, for a plan review, its plan, if the asker may write for them. */
export const subjectOfCase = async (call: BaseCall, form: FormName, code: string): Promise<Found> => {
  const { text, scope } = call
  const kase = await caseByCode(scope, code)
  if (!kase || !mayWorkOnCase(call.asker, kase))
    return refuse(text.cases.show.notFound(code), text.cases.show.notFoundNext)
  if (kase.closedOn !== null)
    return refuse(text.cases.close.isClosed(code), text.cases.close.isClosedNext(code))
  const common = { ok: true as const, kase, presenterId: kase.memberId }
  if (SUMMARY_FORMS[form].about !== 'plan')
    return { ...common, planId: undefined, existing: await openSummaryOf(scope, form, kase.id) }
  const [plan] = await plansOfCase(scope, kase.id)
  if (!plan) return refuse(text.summaries.submit.noPlan(code))
  return { ...common, planId: plan.id, existing: await summaryOfPlan(scope, plan.id) }
}

/** One that was submitted, by its own id: without a case it is its presenter's and the coordinators'. */
export const subjectOfSummary = async (call: BaseCall, form: FormName, id: string): Promise<Found> => {
  const { asker, text } = call
  const existing = await summaryById(call.scope, id)
  if (!existing || existing.form !== form) return refuse(text.summaries.submit.notFound)
  if (existing.code !== null) return subjectOfCase(call, form, existing.code)
  if (existing.presenterId !== asker.memberId && !asker.roles.includes('coordinator'))
    return refuse(text.summaries.submit.notFound)
  return { ok: true, kase: undefined, planId: undefined, presenterId: existing.presenterId, existing }
}
