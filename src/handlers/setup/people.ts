import { z } from 'zod'
import { lookForPeople } from '../../actions/workspace/look-for-people.ts'
import type { Account } from '../../bot/port.ts'
import { noticeCard } from '../../cards/answer.ts'
import { loadingCard } from '../../cards/setup/setup.ts'
import { mayHaveAccount } from '../../domain/account/permission.ts'
import { ROLES, type Role } from '../../domain/member/roles.ts'
import { memberByAccount, withAccount } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { withMembers } from '../../domain/setup/edit-region.ts'
import { sameName } from '../../domain/setup/read-lines.ts'
import { type ExternalPlatform, isExternal } from '../../domain/workspace/platforms.ts'
import { closeRequestOf } from '../../store/account/account-requests.ts'
import { peopleOf, type WorkspacePerson } from '../../store/workspace/workspace-people.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { fieldFaults, say } from '../answer.ts'
import { typed } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command, type OpenForm } from '../command.ts'
import { choice, ofColleague, optional, shortText } from '../fields.ts'
import { saveStep } from './save-step.ts'

/** Most people that a platform can offer in one list. */
const OFFERED = 25
/** How long a cached list of a workspace's people is valid. */
const FRESH = Temporal.Duration.from({ hours: 1 })

type Real = Account & { platform: ExternalPlatform }

/** `/tsunagi people [part of a name]`: links somebody in this workspace to the roster, where need be as somebody new. */
export const addPeople = command('tsunagi.people', {
  permission: 'region.change',
  args: { like: typed(z.string().trim().min(1).max(40)) },
  form: {
    person: choice(),
    member: optional(choice()),
    name: ofColleague(optional(shortText({ maxLength: 80 }))),
    place: optional(choice()),
    role: optional(choice({ values: ROLES, labels: (t) => t.answers.roles })),
  },
  open: async ({ args: { like = '' }, words, ...call }) => {
    const { region, account, scope, now, text } = call
    if (!isReal(account)) return say(noticeCard('setup.practice', words.practice, words.practiceNext))
    const listed = await peopleOf(scope, account)
    const [first] = listed
    if (!first || Temporal.Instant.compare(first.seenAt, now.subtract(FRESH)) < 0)
      await lookForPeople(scope, account, now)
    if (!first) return say(loadingCard(text))
    const left = listed.filter((person) => !memberByAccount(region, accountOf(person)))
    if (left.length === 0) return say(noticeCard('setup.all-linked', words.all))
    const shown = left.filter(({ name }) => name.includes(like)).slice(0, OFFERED)
    return { intro: words.intro(left.length), ...offered(call, shown.length > 0 ? shown : left) }
  },
  submit: async ({ values, words, ...call }) => {
    const { scope, account } = call
    const person = (await peopleOf(scope, account)).find((one) => one.account === values.person)
    if (!person || !isReal(account)) throw fieldFaults({ person: words.personGone })
    const name = values.name ?? person.name
    let linkedTo = ''
    const saved = await saveStep(
      call,
      (region) => {
        const ready = withPerson(region, { ...values, name }, account, words)
        linkedTo = ready.memberId
        return withAccount(ready.region, linkedTo, { ...accountOf(person), platform: account.platform })
      },
      words.linked(person.name, name),
    )
    await closeRequestOf(scope, accountOf(person), linkedTo)
    return saved
  },
})

const isReal = (account: Account): account is Real => isExternal(account.platform)

const accountOf = ({ platform, workspace, account }: WorkspacePerson): Account => ({
  platform,
  workspace,
  user: account,
})

/** Preselects somebody who bears the same name in the workspace as on the roster. */
const offered = ({ region, account }: Call, people: readonly WorkspacePerson[]): OpenForm => {
  const free = region.members.filter((one) => mayHaveAccount(one) && !hasAccountAt(one, account))
  const matched = people.find(({ name }) => free.some((member) => sameName(member.name, name)))
  const member = matched && free.find(({ name }) => sameName(name, matched.name))
  return {
    choices: {
      person: people.map(({ account: value, name }) => ({ value, label: name })),
      member: free.map(({ id, name }) => ({ value: id, label: name })),
      place: region.offices.map(({ id, name }) => ({ value: id, label: name })),
    },
    initial: { person: (matched ?? people[0])?.account, member: member?.id },
  }
}

const hasAccountAt = (
  { accounts }: Region['members'][number],
  { platform, workspace }: Pick<Account, 'platform' | 'workspace'>,
): boolean => accounts.some((one) => one.platform === platform && one.workspace === workspace)

type Given = {
  member?: string | undefined
  name: string
  place?: string | undefined
  role?: Role | undefined
}

/** Returns the region with the member meant: one of the roster, or somebody new. */
const withPerson = (
  region: Region,
  { member: id, name, place, role }: Given,
  account: Account,
  words: Catalogue['commands']['tsunagi']['people'],
): { region: Region; memberId: string } => {
  if (id !== undefined) {
    const member = region.members.find((one) => one.id === id)
    if (!member || !mayHaveAccount(member) || hasAccountAt(member, account))
      throw fieldFaults({ member: words.memberTaken })
    return { region, memberId: member.id }
  }
  if (role === undefined) throw fieldFaults({ role: words.roleNeeded })
  if (region.members.some((one) => sameName(one.name, name))) throw fieldFaults({ member: words.nameKnown })
  const after = withMembers(region, [{ name, roles: [role], office: place }])
  return { region: after, memberId: after.members.at(-1)?.id ?? '' }
}
