import { refusalCard } from '../../cards/answer.ts'
import type { Region } from '../../domain/region/region.ts'
import type { BaseCall, Outcome } from '../command.ts'

type Member = Region['members'][number]

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
  const member = region.members.find(({ id, name }) =>
    named === undefined
      ? id === asker.memberId
      : id === named || name.replaceAll(/\s/gu, '') === named.replaceAll(/\s/gu, ''),
  )
  if (!member) return refuse(words.noSpecialist(named ?? asker.name))
  if (member.office === undefined) return refuse(words.noOffice(member.name))
  if (!asker.roles.includes('coordinator') && member.office !== asker.officeId)
    return refuse(words.otherOffice)
  return { ok: true, member, officeId: member.office }
}
