import { type CaseFacts, maySeeCase } from '../case/permission.ts'
import { type Asker, coordinates } from '../member/roles.ts'
import type { Region } from '../region/region.ts'

/** What an office was visited for is the centre's and the municipality's to read. */
export const mayReadVisitContents = (asker: Asker): boolean => coordinates(asker)

/** A record of guidance names its case, and says what came of it, to who may see that case. */
export const mayReadGuidanceOf = (
  asker: Asker,
  { supportCase }: { supportCase?: CaseFacts | null | undefined },
): boolean => !supportCase || maySeeCase(asker, supportCase)

/**
 * Whose records somebody exports: everybody's for the centre, or those of the office it names (`office`); for others
 * their own and their colleagues'.
 */
export const whoseRecords = (
  { members }: Pick<Region, 'members'>,
  asker: Asker,
  office: string | undefined,
): { everybody: boolean; isOwn: (memberId: string) => boolean } => {
  if (office === undefined && coordinates(asker)) return { everybody: true, isOwn: () => true }
  const own = office ?? asker.officeId
  const isColleague = (id: string) =>
    own !== undefined && members.some((one) => one.id === id && one.office === own)
  const isOneself = (id: string) => office === undefined && id === asker.memberId
  return { everybody: false, isOwn: (id) => isColleague(id) || isOneself(id) }
}
