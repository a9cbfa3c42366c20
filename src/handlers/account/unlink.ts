import { changeRegion } from '../../actions/region/change-region.ts'
import { noticeCard } from '../../cards/answer.ts'
import { placeName } from '../../cards/workspace.ts'
import { type Account, memberByAccount } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { replace } from '../answer.ts'
import { argument, carriedId } from '../arguments.ts'
import { command } from '../command.ts'
import { accountGone, accountOption, ownAccount, requestArgument } from './arguments.ts'

/** The asker's own account, or, for who answers requests, one that was linked on request. */
const linkedAccount = argument({
  options: { account: accountOption, request: carriedId },
  resolve: async (call, { account: value, request: id }) => {
    const request = id === undefined ? undefined : await requestArgument.lookUp(call, id)
    if (id !== undefined && !request) throw accountGone(call)
    const account: Account = request ? { ...request, user: request.account } : ownAccount(call, value)
    const member = memberByAccount(call.region, account)
    if (!member) throw accountGone(call)
    return { account, member, own: !request }
  },
})

/** Unlinks an account from its member. */
export const unlinkAccount = command('tsunagi.unlink', {
  hidden: true,
  permission: 'account.own',
  args: { linked: linkedAccount },
  run: async ({ args, words, ...call }) => {
    const { account, member, own } = args.linked
    const changed = await changeRegion(call.scope, (region) => withoutAccount(region, account))
    if (!changed.ok) throw new Error(`an account could not be unlinked: ${changed.reason}`)
    call.note('change', 'account', member.id)
    const place = placeName(call.region, account, call.text)
    const heading = own ? words.unlinked(place) : words.undone(member.name)
    return replace(noticeCard('connecting.unlinked', heading))
  },
})

const withoutAccount = (region: Region, { platform, workspace, user }: Account): Region => ({
  ...region,
  members: region.members.map((member) => ({
    ...member,
    accounts: member.accounts.filter(
      (one) => one.platform !== platform || one.workspace !== workspace || one.user !== user,
    ),
  })),
})
