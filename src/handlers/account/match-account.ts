import { changeRegion } from '../../actions/region/change-region.ts'
import { knownCard, placeName } from '../../cards/workspace.ts'
import { mayHaveAccount } from '../../domain/account/permission.ts'
import { memberByAccount, withAccount } from '../../domain/region/accounts.ts'
import { sameName } from '../../domain/setup/read-lines.ts'
import { isExternal } from '../../domain/workspace/platforms.ts'
import { decideRequest } from '../../store/account/account-requests.ts'
import { fieldFaults, replace } from '../answer.ts'
import { command } from '../command.ts'
import { choice, ofColleague, optional, shortText } from '../fields.ts'
import { openRequestArgument } from './arguments.ts'

/** Links an unlinked user to the member on the roster who they are. */
export const matchAccount = command('tsunagi.known', {
  hidden: true,
  permission: 'account.link',
  args: { request: openRequestArgument },
  form: { member: optional(choice()), named: ofColleague(optional(shortText({ maxLength: 80 }))) },
  open: ({ args: { request }, region, text }) => {
    const { name, platform, workspace } = request
    const isThere = (one: { platform: string; workspace: string }) =>
      one.platform === platform && one.workspace === workspace
    const unlinked = region.members.filter((one) => mayHaveAccount(one) && !one.accounts.some(isThere))
    return {
      intro: [name, placeName(region, request, text)].filter(Boolean).join('　'),
      choices: { member: unlinked.map((member) => ({ value: member.id, label: member.name })) },
    }
  },
  submit: async ({ args: { request }, values, words, ...call }) => {
    const { scope, region, asker, text } = call
    const named = values.member ?? values.named
    if (named === undefined) throw fieldFaults({ member: words.choose })
    const member = region.members.find(
      (one) => mayHaveAccount(one) && (one.id === named || sameName(one.name, named)),
    )
    if (!member) throw fieldFaults({ named: words.unknown })
    if (!isExternal(request.platform)) throw new Error('a request out of a built-in platform')
    const account = { platform: request.platform, workspace: request.workspace, user: request.account }
    if (memberByAccount(region, account)) throw fieldFaults({ member: words.taken })
    if (!(await decideRequest(scope, request.id, 'linked', asker.memberId))) await call.recheck()
    const changed = await changeRegion(scope, (now) => withAccount(now, member.id, account))
    if (!changed.ok) throw fieldFaults({ member: words.taken })
    call.note('change', 'account', member.id)
    const name = request.name ?? request.account
    return replace(knownCard({ request: request.id, name, member: member.name }, text))
  },
})
