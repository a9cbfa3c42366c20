import type { Region } from './region.ts'

type Member = Region['members'][number]
type PlatformName = 'slack' | 'discord' | 'practice'
type Account = { platform: PlatformName; workspace: string; user: string }

/** In the practice workspace everybody has an account: its workspace is the region, its users are the members. */
const practiceAccount = (region: Region, memberId: string): Account => ({
  platform: 'practice',
  workspace: region.id,
  user: memberId,
})

/** Whose account it is, if anybody's. */
export const memberByAccount = (region: Region, account: Account): Member | undefined =>
  region.members.find((member) =>
    [...member.accounts, practiceAccount(region, member.id)].some(
      ({ platform, workspace, user }) =>
        platform === account.platform && workspace === account.workspace && user === account.user,
    ),
  )

/** Where a message for a member goes: their first account on a platform that runs here. */
export const accountFor = (
  region: Region,
  memberId: string,
  running: ReadonlySet<PlatformName>,
): Account | undefined => {
  const member = region.members.find(({ id }) => id === memberId)
  if (!member) return undefined
  return [...member.accounts, practiceAccount(region, memberId)].find(({ platform }) => running.has(platform))
}

/** Where a body's posts go, on the platforms that run here; in the practice workspace each body has its channel. */
export const channelsFor = (
  region: Region,
  bodyId: string,
  running: ReadonlySet<PlatformName>,
): { platform: PlatformName; workspace: string; channel: string }[] => {
  const body = region.bodies.find(({ id }) => id === bodyId)
  if (!body) return []
  const practice = { platform: 'practice' as const, workspace: region.id, channel: bodyId }
  return [...body.channels, practice].filter(({ platform }) => running.has(platform))
}
