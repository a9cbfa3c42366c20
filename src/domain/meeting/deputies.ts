import type { Region } from '../region/region.ts'
import { rosterOf } from '../region/roster.ts'

type Member = Region['members'][number]
/** What is known of the others of a meeting. */
export type OthersAnswer = {
  memberId: string
  answer: 'coming' | 'online' | 'absent' | null
  deputyId: string | null
}

/** Who can stand in for a member at a meeting: colleagues of the office first, then others of the body. */
export const deputyCandidates = (
  region: Region,
  bodyId: string,
  memberId: string,
  on: Temporal.PlainDate,
): Member[] => {
  const member = region.members.find(({ id }) => id === memberId)
  const others = region.members.filter(({ id }) => id !== memberId)
  const sameOffice = others.filter(
    ({ office, municipality }) =>
      (office !== undefined && office === member?.office) ||
      (municipality !== undefined && municipality === member?.municipality),
  )
  const roster = new Set(rosterOf(region, bodyId, on))
  const ofBody = others.filter((one) => roster.has(one.id) && !sameOffice.includes(one))
  return [...sameOffice, ...ofBody]
}

/** A deputy speaks for one: not for somebody else too, and not while there in person. */
export const deputyFault = (
  memberId: string,
  deputyId: string,
  others: readonly OthersAnswer[],
): { fault: 'self' | 'there' } | { fault: 'taken'; by: string } | undefined => {
  if (deputyId === memberId) return { fault: 'self' }
  const own = others.find((one) => one.memberId === deputyId)
  if (own?.answer === 'coming' || own?.answer === 'online') return { fault: 'there' }
  const taken = others.find((one) => one.deputyId === deputyId && one.memberId !== memberId)
  return taken && { fault: 'taken', by: taken.memberId }
}
