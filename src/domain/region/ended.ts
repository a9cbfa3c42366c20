import { type Account, hasLeft } from './accounts.ts'
import type { Region } from './region.ts'

type Member = Region['members'][number]

/** Members by what of theirs a change of the region ended. Whoever ended as a person lost their accounts, too. */
export type Ended = { account: string[]; person: string[] }

/**
 * Works out whose account or person ends by a change of the region. An account ends when its link is taken away or its
 * workspace has removed the bot; a person, when they leave the roster, or their last account or role is taken away. The
 * accounts of a workspace that is left stay linked for its grace: nobody ends as a person by that.
 */
export const endedBy = (before: Region, after: Region): Ended => {
  const now = new Map(after.members.map((member) => [member.id, member]))
  const isPersonOver = ({ id, accounts, roles }: Member): boolean => {
    const still = now.get(id)
    if (!still) return true
    return (
      (accounts.length > 0 && still.accounts.length === 0) || (roles.length > 0 && still.roles.length === 0)
    )
  }
  const isAccountOver = (member: Member): boolean => {
    const still = new Set(held(after, now.get(member.id)))
    return isPersonOver(member) || held(before, member).some((account) => !still.has(account))
  }
  const ids = (is: (member: Member) => boolean) => before.members.filter(is).map(({ id }) => id)
  return { account: ids(isAccountOver), person: ids(isPersonOver) }
}

const held = (region: Region, member: Member | undefined): string[] =>
  (member?.accounts ?? []).filter((account) => !hasLeft(region, account)).map(key)

const key = ({ platform, workspace, user }: Account): string => `${platform} ${workspace} ${user}`
