import { z } from 'zod'
import type { MeetingContext } from '../../actions/agenda/agenda-facts.ts'
import { deputyCandidates, deputyFault } from '../../domain/meeting/deputies.ts'
import { memberName, officeName } from '../../domain/region/names.ts'
import type { Attendance } from '../../store/meeting/attendances.ts'
import { fieldFaults } from '../answer.ts'
import type { Call } from '../call.ts'
import { choice, type Field, type FieldValues, ofColleague, optional, shortText } from '../fields.ts'

/** A colleague from outside the region's roster: letters only, and sealed. */
const colleagueName: Field<string> = shortText({
  maxLength: 20,
  schema: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{M}\s・]{1,20}$/u, 'colleague-name'),
})

/** Who stands in for somebody who is absent, and why they are. */
export const absenceFields = {
  deputy: optional(choice()),
  deputyName: optional(ofColleague(colleagueName)),
  reason: optional(shortText({ maxLength: 60 })),
}

export type AbsenceValues = FieldValues<typeof absenceFields>
export type Faults = Record<string, string | undefined>

/** Refuses the form where a field has a fault. */
export const requireNoFault = (faults: Faults): void => {
  if (Object.values(faults).some((why) => why !== undefined)) throw fieldFaults(faults)
}

export const deputyChoices = ({ region }: Call, context: MeetingContext, memberId: string) =>
  deputyCandidates(region, context.body.id, memberId, context.startsAt.toPlainDate()).map(
    ({ id, name, office }) => ({
      value: id,
      label: name,
      detail: office && officeName(region, office),
    }),
  )

/** Why this deputy cannot be, at its field. */
export const deputyFaults = (
  { region, text }: Call,
  memberId: string,
  { deputy, deputyName }: AbsenceValues,
  others: readonly Attendance[],
): Faults => {
  const words = text.attendance.attend
  if (deputy === undefined) return {}
  if (deputyName !== undefined) return { deputyName: words.oneDeputy }
  const fault = deputyFault(memberId, deputy, others)
  switch (fault?.fault) {
    case undefined:
      return {}
    case 'self':
      return { deputy: words.deputySelf }
    case 'there':
      return { deputy: words.deputyThere(memberName(region, deputy)) }
    case 'taken':
      return { deputy: words.deputyTaken(memberName(region, deputy), memberName(region, fault.by)) }
    default:
      return fault satisfies never
  }
}
