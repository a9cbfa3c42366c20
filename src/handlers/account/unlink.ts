import { changeRegion } from '../../actions/region/change-region.ts'
import { refusalCard } from '../../cards/answer.ts'
import { placeName } from '../../cards/workspace.ts'
import { type Account, memberByAccount } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { accountRequest } from '../../store/account/account-requests.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'
import { accountOption, accountsOf, accountValue } from './notify.ts'

const requestOption = idOption('optional', (t) => t.commands.options.request)

/** An account is its member's no longer: the asker's own, or, for a coordinator, one that was linked on request. */
export const unlinkAccount = command({
  id: 'tsunagi.unlink',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.unlink.verb,
    description: (t) => t.commands.tsunagi.unlink.description,
  },
  hidden: true,
  permission: 'account.own',
  options: { account: accountOption, request: requestOption },
  run: async (call) => {
    const { scope, region, text } = call
    const words = text.connecting
    const meant = await meantBy(call, call.options)
    if (!meant) return { kind: 'refuse', card: refusalCard('connecting.gone', words.notify.gone) }
    const { account, member, own } = meant
    const changed = await changeRegion(scope, (now) => withoutAccount(now, account))
    if (!changed.ok) throw new Error(`an account could not be unlinked: ${changed.reason}`)
    call.note('change', 'account', member.id)
    const heading = own
      ? words.notify.unlinked(placeName(region, account, text))
      : words.request.undone(member.name)
    return { kind: 'replace', card: refusalCard('connecting.unlinked', heading) }
  },
})

type Meant = { account: Account; member: Region['members'][number]; own: boolean }

const meantBy = async (
  { scope, region, asker }: BaseCall,
  { account: value, request: id }: { account?: string; request?: string },
): Promise<Meant | undefined> => {
  if (id !== undefined) {
    const request = asker.roles.includes('coordinator') ? await accountRequest(scope, id) : undefined
    const account = request && { ...request, user: request.account }
    const member = account && memberByAccount(region, account)
    return member && { account, member, own: false }
  }
  const account = accountsOf(region, asker.memberId).find((one) => accountValue(one) === value)
  const member = account && memberByAccount(region, account)
  return member && { account, member, own: true }
}

const withoutAccount = (region: Region, { platform, workspace, user }: Account): Region => ({
  ...region,
  members: region.members.map((member) => ({
    ...member,
    accounts: member.accounts.filter(
      (one) => one.platform !== platform || one.workspace !== workspace || one.user !== user,
    ),
  })),
})
