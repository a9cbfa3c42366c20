import { noticeCard } from '../../cards/answer.ts'
import { mayRegisterAbsenceOf } from '../../domain/absence/permission.ts'
import { memberArgument } from '../member/arguments.ts'

/** Who is away: the asker, or, for the centre, the member named. */
export const absentMember = memberArgument({
  may: mayRegisterAbsenceOf,
  propose: ({ region, asker }) =>
    region.members.filter((member) => member.office !== undefined && mayRegisterAbsenceOf(asker, member)),
  unknown: ({ asker, text }, typed = asker.name) =>
    noticeCard('absence.refused', text.cases.register.noSpecialist(typed)),
  notYours: ({ text }) => noticeCard('absence.refused', text.absences.onlyOwn),
})
