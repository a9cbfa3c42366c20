import { changeRegion } from '../../actions/region/change-region.ts'
import { refusalCard } from '../../cards/answer.ts'
import { knownCard, placeName } from '../../cards/workspace.ts'
import { memberByAccount, withAccount } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { isExternal } from '../../domain/workspace/platforms.ts'
import { type AccountRequest, accountRequest, settleRequest } from '../../store/account/account-requests.ts'
import { memberNamed } from '../case/specialist.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { choice, optional, shortText } from '../legacy/field.ts'
import { idOption } from '../legacy/options.ts'

export const requestOption = idOption('required', (t) => t.commands.options.request)

/** Who on the roster somebody is, whom the bot did not know. */
export const nameStranger = command({
  id: 'tsunagi.known',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.known.verb,
    description: (t) => t.commands.tsunagi.known.description,
  },
  hidden: true,
  permission: 'account.link',
  options: { request: requestOption },
  form: {
    title: (t) => t.connecting.request.form.title,
    submit: (t) => t.connecting.request.form.submit,
    fields: {
      member: optional(choice({ words: (t) => t.connecting.request.form.member })),
      named: {
        ...optional(shortText<string>({ words: (t) => t.connecting.request.form.named, maxLength: 80 })),
        namesColleague: true,
      },
    },
  },
  run: async (call) => {
    const request = await openRequest(call, call.options.request)
    if (!request.ok) return request.refusal
    const { region, text } = call
    const choices = unlinkedThere(region, request.request).map(({ id, name }) => ({ value: id, label: name }))
    const place = placeName(region, request.request, text)
    const intro = [request.request.name, place].filter(Boolean).join('　')
    return { kind: 'ask', open: { intro, choices: { member: choices } } }
  },
  submit: async (call) => {
    const { scope, region, asker, values, text } = call
    const words = text.connecting.request
    const found = await openRequest(call, call.options.request)
    if (!found.ok) return found.refusal
    const { request } = found
    const named = values.member ?? values.named
    if (named === undefined) return { kind: 'correct', faults: { fields: { member: words.form.choose } } }
    const member = memberNamed(region, named)
    if (!member) return { kind: 'correct', faults: { fields: { named: words.form.unknown } } }
    if (!isExternal(request.platform)) throw new Error('a request out of a built-in platform')
    const account = { platform: request.platform, workspace: request.workspace, user: request.account }
    if (memberByAccount(region, account))
      return { kind: 'correct', faults: { fields: { member: words.form.taken } } }
    if (!(await settleRequest(scope, request.id, 'linked', asker.memberId))) return settled(call)
    const changed = await changeRegion(scope, (now) => withAccount(now, member.id, account))
    if (!changed.ok) return { kind: 'correct', faults: { fields: { member: words.form.taken } } }
    call.note('change', 'account', member.id)
    const name = request.name ?? request.account
    return { kind: 'replace', card: knownCard({ request: request.id, name, member: member.name }, text) }
  },
})

/** Members without an account in the request's workspace. */
const unlinkedThere = (
  { members }: Region,
  { platform, workspace }: Pick<AccountRequest, 'platform' | 'workspace'>,
): Region['members'] =>
  members.filter(
    ({ accounts }) => !accounts.some((one) => one.platform === platform && one.workspace === workspace),
  )

const settled = ({ text }: BaseCall): Outcome => ({
  kind: 'refuse',
  card: refusalCard('connecting.settled', text.connecting.request.settled),
})

/** The request, while it waits for an answer. */
export const openRequest = async (
  call: BaseCall,
  id: string,
): Promise<{ ok: true; request: AccountRequest } | { ok: false; refusal: Outcome }> => {
  const request = await accountRequest(call.scope, id)
  return request?.state === 'open' ? { ok: true, request } : { ok: false, refusal: settled(call) }
}
