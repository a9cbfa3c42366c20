import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import type { Region } from '../../domain/region/region.ts'
import type { BaseCall, Option, Outcome } from '../legacy/command.ts'

type Member = Region['members'][number]

export const memberOption: Option<string> = {
  schema: z.string().trim().min(1).max(80),
  required: false,
  words: (t) => t.commands.options.member,
  suggest: async ({ region, asker }, typed) =>
    region.members
      .filter(({ office, name }) => office !== undefined && name.includes(typed.trim()))
      .filter(({ office }) => asker.roles.includes('coordinator') || office === asker.officeId)
      .map(({ id, name }) => ({ value: id, label: name })),
}

const spaceless = (name: string): string => name.replaceAll(/\s/gu, '')

/** By id, or by the name as people write it, with or without a space. */
export const memberNamed = (region: Region, named: string): Member | undefined =>
  region.members.find(({ id, name }) => id === named || spaceless(name) === spaceless(named))

/** Who is put in charge: the asker, or the member named, whom a specialist may name within their own office only. */
export const specialistFor = (
  { region, asker, text }: BaseCall,
  named: string | undefined,
): { ok: true; member: Member; officeId: string } | { ok: false; refusal: Outcome } => {
  const words = text.cases.register
  const refuse = (heading: string) => ({
    ok: false as const,
    refusal: { kind: 'refuse', card: refusalCard('case.no-specialist', heading) } satisfies Outcome,
  })
  const member = memberNamed(region, named ?? asker.memberId)
  if (!member) return refuse(words.noSpecialist(named ?? asker.name))
  if (member.office === undefined) return refuse(words.noOffice(member.name))
  if (!asker.roles.includes('coordinator') && member.office !== asker.officeId)
    return refuse(words.otherOffice)
  return { ok: true, member, officeId: member.office }
}
