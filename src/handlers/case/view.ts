import { type CaseView, caseCard } from '../../cards/case/case.ts'
import { mayWorkOnCase } from '../../domain/case/permission.ts'
import { meetingName, memberName, officeName } from '../../domain/region/names.ts'
import { type Case, changeCase } from '../../store/case/cases.ts'
import { lastSuspension } from '../../store/case/suspensions.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import { openProposals } from '../../store/monitoring/interval-proposals.ts'
import { monitoringsOfCase, reasonOf } from '../../store/monitoring/monitorings.ts'
import { plansOfCase } from '../../store/plan/plans.ts'
import { summaryOfPlan } from '../../store/summary/summaries.ts'
import { type Answer, say } from '../answer.ts'
import type { Call } from '../call.ts'

/** Builds the case's card; `done` and `notes` tell what was just done with it. */
export const sayCase = async (
  call: Call,
  supportCase: Case,
  done?: string,
  notes?: readonly string[],
): Promise<Answer> => say(caseCard(await caseView(call, supportCase), call.language, call.text, done, notes))

/** Updates the case itself, writes a line of the audit log, and shows the case as it is now. */
export const sayChanged = async (
  call: Call,
  supportCase: Case,
  change: Parameters<typeof changeCase>[2],
  done: string,
): Promise<Answer> => {
  await changeCase(call.scope, supportCase.id, change)
  call.note('change', 'case', supportCase.id)
  return sayCase(call, { ...supportCase, ...change }, done)
}

/** What the asker sees of a case: its current plan, that plan's due months, and its summary without the text. */
const caseView = async (call: Call, supportCase: Case): Promise<CaseView> => {
  const { scope, region, asker } = call
  const { id, code, officeId, memberId, closedOn, closingReason, needLevel, selfPlan } = supportCase
  const [plan] = await plansOfCase(scope, id)
  const monitorings = await monitoringsOfCase(scope, id)
  const summary = plan && (await summaryOfPlan(scope, plan.id))
  const meeting = summary && (await meetingById(scope, summary.meetingId))
  const suspension = await lastSuspension(scope, id)
  const waiting = (await openProposals(scope)).find(({ caseId }) => caseId === id)
  return {
    code,
    office: officeName(region, officeId),
    member: memberName(region, memberId),
    plan,
    monitorings: monitorings
      .filter(({ planId }) => planId === plan?.id)
      .map((one) => dueMonthView(one, call)),
    last: await lastRecorded(call, monitorings),
    submittedFor: meeting && meetingName(call, meeting),
    closed: closedOn ? { on: closedOn, reason: closingReason } : undefined,
    suspendedFrom: suspension?.to === null ? suspension.from : undefined,
    needLevel: LEVELS.find((one) => one === needLevel),
    selfPlan: selfPlan ?? undefined,
    proposedInterval: waiting?.intervalMonths,
    renewalNear: plan !== undefined && isNear(plan.validTo, call),
    mayWork: mayWorkOnCase(asker, supportCase),
  }
}

type Monitorings = Awaited<ReturnType<typeof monitoringsOfCase>>

const dueMonthView = ({ id, dueMonth, doneOn }: Monitorings[number], { today }: Call) => ({
  id,
  dueMonth,
  done: doneOn !== null,
  due: doneOn === null && Temporal.PlainYearMonth.compare(dueMonth, today.toPlainYearMonth()) <= 0,
})

/** Of any of the case's plans. */
const lastRecorded = async ({ scope }: Call, monitorings: Monitorings): Promise<CaseView['last']> => {
  const last = monitorings.findLast(({ doneOn }) => doneOn !== null)
  if (!last?.outcome) return undefined
  return { dueMonth: last.dueMonth, outcome: last.outcome, reason: await reasonOf(scope, last.id) }
}

const LEVELS = [1, 2, 3] as const

/** From the first step of the region's ladder on. */
const isNear = (validTo: Temporal.PlainDate, { region, today }: Call): boolean => {
  const months = Math.max(0, ...region.settings.renewalMonthsBefore)
  return Temporal.PlainDate.compare(today, validTo.subtract({ months })) >= 0
}
