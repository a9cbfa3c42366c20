import type { CaseView } from '../../cards/case.ts'
import { mayWorkOnCase } from '../../domain/permission/case-access.ts'
import { type CaseFile, caseFile } from '../../store/case-file.ts'
import type { Case } from '../../store/cases.ts'
import { meetingById } from '../../store/meetings.ts'
import type { BaseCall } from '../command.ts'
import { meetingName, memberName, officeName } from '../names.ts'

/** What the asker sees of a case. */
export const caseView = async (call: BaseCall, kase: Case): Promise<CaseView> => {
  const file: CaseFile = await caseFile(call.scope, kase)
  const { plan, summary } = file
  const meeting = summary && (await meetingById(call.scope, summary.meetingId))
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
    ...(meeting ? { submittedFor: meetingName(call, meeting) } : {}),
    mayWork: mayWorkOnCase(call.asker, kase),
  }
}
