import { BUILT_IN_PLATFORMS, type ExternalPlatform, type PlatformName } from '../workspace/platforms.ts'
import type { Region } from './region.ts'

type Member = Region['members'][number]
export type Account = { platform: PlatformName; workspace: string; user: string }
type Workspace = Pick<Account, 'platform' | 'workspace'>

/** On a built-in platform everybody has an account: its workspace is the region, its users are the members. */
const builtInAccounts = (region: Region, memberId: string): Account[] =>
  BUILT_IN_PLATFORMS.map((platform) => ({ platform, workspace: region.id, user: memberId }))

/** Whose account it is, if anybody's. */
export const memberByAccount = (region: Region, account: Account): Member | undefined =>
  region.members.find((member) =>
    [...member.accounts, ...builtInAccounts(region, member.id)].some(
      ({ platform, workspace, user }) =>
        platform === account.platform && workspace === account.workspace && user === account.user,
    ),
  )

const at =
  ({ platform, workspace }: Workspace) =>
  (other: Workspace): boolean =>
    other.platform === platform && other.workspace === workspace

/** Whether the bot was removed from a workspace of the region. */
export const hasLeft = (region: Region, { platform, workspace }: Workspace): boolean =>
  region.workspaces.some((one) => one.left && one.platform === platform && one.id === workspace)

/**
 * Where a member can be told something, on the platforms that run here: the account that they chose to hear by first
 * (the order of the file), then those to fall back on.
 */
export const accountsFor = (
  region: Region,
  memberId: string,
  running: ReadonlySet<PlatformName>,
): Account[] => {
  const member = region.members.find(({ id }) => id === memberId)
  if (!member) return []
  return [...member.accounts, ...builtInAccounts(region, memberId)].filter(
    (account) => running.has(account.platform) && !hasLeft(region, account),
  )
}

/** Where a message for a member goes. */
export const accountFor = (
  region: Region,
  memberId: string,
  running: ReadonlySet<PlatformName>,
): Account | undefined => accountsFor(region, memberId, running)[0]

/** Where a body's posts go, on the platforms that run here; on a built-in one each body has its channel. */
export const channelsFor = (
  region: Region,
  bodyId: string,
  running: ReadonlySet<PlatformName>,
): { platform: PlatformName; workspace: string; channel: string }[] => {
  const body = region.bodies.find(({ id }) => id === bodyId)
  if (!body) return []
  const builtIn = BUILT_IN_PLATFORMS.map((platform) => ({ platform, workspace: region.id, channel: bodyId }))
  return [...body.channels, ...builtIn].filter((one) => running.has(one.platform) && !hasLeft(region, one))
}

type LinkedAccount = Member['accounts'][number]

/** The region with an account linked: in place of the member's other one in that workspace, else after the others. */
export const withAccount = (region: Region, memberId: string, account: LinkedAccount): Region => ({
  ...region,
  members: region.members.map((member) => {
    if (member.id !== memberId) return member
    const here = member.accounts.findIndex(at(account))
    return {
      ...member,
      accounts: here < 0 ? [...member.accounts, account] : member.accounts.with(here, account),
    }
  }),
})

/** The member hears by this account from now on. */
export const hearingBy = (region: Region, memberId: string, account: LinkedAccount): Region => ({
  ...region,
  members: region.members.map((member) => {
    if (member.id !== memberId) return member
    const others = member.accounts.filter((one) => !at(account)(one))
    return { ...member, accounts: [account, ...others] }
  }),
})

/** Connected, and no longer left where it was; what was known of its accounts and channels counts again. */
export const withWorkspace = (
  region: Region,
  { platform, workspace }: { platform: ExternalPlatform; workspace: string },
): Region => {
  const known = region.workspaces.find((one) => one.platform === platform && one.id === workspace)
  const { left: _, ...connected } = known ?? { platform, id: workspace, left: undefined }
  const others = region.workspaces.filter((one) => one !== known)
  return { ...region, workspaces: [...others, connected] }
}

/** The bot was removed there. Undefined where the region does not hold the workspace, or knows it already. */
export const leaving = (
  region: Region,
  { platform, workspace }: Workspace,
  day: Temporal.PlainDate,
): Region | undefined => {
  const index = region.workspaces.findIndex(
    (one) => one.platform === platform && one.id === workspace && !one.left,
  )
  const found = region.workspaces[index]
  return found && { ...region, workspaces: region.workspaces.with(index, { ...found, left: day }) }
}

/** Without the workspace, its accounts and its channels. */
export const withoutWorkspace = (region: Region, workspace: Workspace): Region => {
  const here = at(workspace)
  return {
    ...region,
    workspaces: region.workspaces.filter(({ platform, id }) => !here({ platform, workspace: id })),
    members: region.members.map((one) => ({ ...one, accounts: one.accounts.filter((a) => !here(a)) })),
    bodies: region.bodies.map((one) => ({ ...one, channels: one.channels.filter((c) => !here(c)) })),
  }
}
