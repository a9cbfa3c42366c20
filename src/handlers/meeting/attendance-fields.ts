import { z } from 'zod'
import type { MeetingFile } from '../../actions/agenda/agenda-facts.ts'
import { deputyCandidates, deputyFault } from '../../domain/meeting/deputies.ts'
import { memberName, officeName } from '../../domain/region/names.ts'
import type { Attendance } from '../../store/meeting/attendances.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import type { BaseCall } from '../legacy/command.ts'
import { choice, type Field, optional, shortText } from '../legacy/field.ts'

type Words = (text: Catalogue) => { label: string; hint?: string }

/** A colleague from outside the region's roster. A name is what is asked for here: letters only, and sealed. */
export const colleagueName = (words: Words): Field<string | undefined> =>
  optional({
    ...shortText<string>({
      words,
      maxLength: 20,
      schema: z
        .string()
        .trim()
        .regex(/^[\p{L}\p{M}\s・]{1,20}$/u, 'colleague-name'),
    }),
    namesColleague: true,
  })

export const deputyField = (words: Words): Field<string | undefined> => optional(choice<string>({ words }))

export const reasonField = (words: Words): Field<string | undefined> =>
  optional(shortText<string>({ words, maxLength: 60 }))

export const deputyChoices = ({ region }: BaseCall, file: MeetingFile, memberId: string) =>
  deputyCandidates(region, file.body.id, memberId).map(({ id, name, office }) => ({
    value: id,
    label: name,
    ...(office === undefined ? {} : { detail: officeName(region, office) }),
  }))

type Given = { deputy?: string | undefined; deputyName?: string | undefined }

/** Why this deputy cannot be, at its field. */
export const deputyFaults = (
  { region, text }: BaseCall,
  memberId: string,
  { deputy, deputyName }: Given,
  others: readonly Attendance[],
): Record<string, string> => {
  const words = text.attendance.attend
  if (deputy !== undefined && deputyName !== undefined) return { deputyName: words.oneDeputy }
  const fault = deputy === undefined ? undefined : deputyFault(memberId, deputy, others)
  if (!fault || deputy === undefined) return {}
  switch (fault.fault) {
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
