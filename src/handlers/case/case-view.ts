import { type CaseFile, caseFile } from '../../actions/case/case-file.ts'
import type { CaseView } from '../../cards/case/case.ts'
import { mayWorkOnCase } from '../../domain/case/permission.ts'
import { meetingName, memberName, officeName } from '../../domain/region/names.ts'
import type { Case } from '../../store/case/cases.ts'
import { lastSuspension } from '../../store/case/suspensions.ts'
import { meetingById } from '../../store/meeting/meetings.ts'
import { openProposals } from '../../store/monitoring/interval-proposals.ts'
import type { BaseCall } from '../legacy/command.ts'

/** What the asker sees of a case. */
export const caseView = async (call: BaseCall, kase: Case): Promise<CaseView> => {
  const file: CaseFile = await caseFile(call.scope, kase)
  const { plan, summary, last } = file
  const meeting = summary && (await meetingById(call.scope, summary.meetingId))
  const suspension = await lastSuspension(call.scope, kase.id)
  const waiting = (await openProposals(call.scope)).find(({ caseId }) => caseId === kase.id)
  const level = LEVELS.find((one) => one === kase.needLevel)
  const month = call.today.toPlainYearMonth()
  return {
    code: kase.code,
    office: officeName(call.region, kase.officeId),
    member: memberName(call.region, kase.memberId),
    ...(plan ? { plan } : {}),
    monitorings: file.monitorings.map(({ id, dueMonth, doneOn }) => ({
      id,
      dueMonth,
      done: doneOn !== null,
      due: doneOn === null && Temporal.PlainYearMonth.compare(dueMonth, month) <= 0,
    })),
    ...(last?.outcome
      ? {
          last: {
            dueMonth: last.dueMonth,
            outcome: last.outcome,
            ...(last.text === undefined ? {} : { reason: last.text }),
          },
        }
      : {}),
    ...(meeting ? { submittedFor: meetingName(call, meeting) } : {}),
    ...(kase.closedOn ? { closed: { on: kase.closedOn, reason: kase.closingReason } } : {}),
    ...(suspension && suspension.to === null ? { suspendedFrom: suspension.from } : {}),
    ...(level ? { needLevel: level } : {}),
    ...(kase.selfPlan ? { selfPlan: kase.selfPlan } : {}),
    ...(waiting ? { proposedInterval: waiting.intervalMonths } : {}),
    renewalNear: plan !== undefined && isNear(plan.validTo, call),
    mayWork: mayWorkOnCase(call.asker, kase),
  }
}

const LEVELS = [1, 2, 3] as const

/** From the first step of the region's ladder on. */
const isNear = (validTo: Temporal.PlainDate, { region, today }: BaseCall): boolean => {
  const months = Math.max(0, ...region.settings.renewalMonthsBefore)
  return Temporal.PlainDate.compare(today, validTo.subtract({ months })) >= 0
}
