import { z } from 'zod'
import { lookForPeople } from '../../actions/workspace/look-for-people.ts'
import type { FormFaults } from '../../bot/form.ts'
import type { Account } from '../../bot/port.ts'
import { refusalCard } from '../../cards/answer.ts'
import { loadingCard } from '../../cards/setup/setup.ts'
import { ROLES } from '../../domain/member/roles.ts'
import { memberByAccount, withAccount } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { withMembers } from '../../domain/setup/edit-region.ts'
import { type MemberRow, sameName } from '../../domain/setup/read-lines.ts'
import { type ExternalPlatform, isExternal } from '../../domain/workspace/platforms.ts'
import { closeRequestOf } from '../../store/account/account-requests.ts'
import { peopleOf, type WorkspacePerson } from '../../store/workspace/workspace-people.ts'
import { type BaseCall, command, type Option, type Outcome } from '../legacy/command.ts'
import { choice, optional, shortText } from '../legacy/field.ts'
import { saveStep } from './setup-view.ts'

const likeOption: Option<string> = {
  schema: z.string().trim().min(1).max(40),
  required: false,
  words: (t) => t.commands.options.like,
}

/** What a platform can offer in one list. */
const OFFERED = 25
/** How long a list of people is good for. */
const FRESH = Temporal.Duration.from({ hours: 1 })

type Real = Account & { platform: ExternalPlatform }

/** `/tsunagi people [part of a name]`: links somebody in this workspace to the roster, where need be as somebody new. */
export const addPeople = command({
  id: 'tsunagi.people',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.people.verb,
    description: (t) => t.commands.tsunagi.people.description,
  },
  permission: 'region.change',
  options: { like: likeOption },
  form: {
    title: (t) => t.setup.people.title,
    submit: (t) => t.setup.people.submit,
    fields: {
      person: choice({ words: (t) => t.setup.people.fields.person }),
      member: optional(choice({ words: (t) => t.setup.people.fields.member })),
      name: {
        ...optional(shortText<string>({ words: (t) => t.setup.people.fields.name, maxLength: 80 })),
        namesColleague: true,
      },
      place: optional(choice({ words: (t) => t.setup.people.fields.place })),
      role: optional(
        choice({
          words: (t) => t.setup.people.fields.role,
          values: ROLES,
          labels: (t) => t.answers.roles,
        }),
      ),
    },
  },
  run: async (call) => {
    const { region, account, scope, now, text, options } = call
    const words = text.setup.people
    if (!isReal(account))
      return { kind: 'say', card: refusalCard('setup.practice', words.practice, words.practiceNext) }
    const listed = await peopleOf(scope, account)
    const [first] = listed
    if (!first || Temporal.Instant.compare(first.seenAt, now.subtract(FRESH)) < 0)
      await lookForPeople(scope, account, now)
    if (!first) return { kind: 'say', card: loadingCard(text) }
    const left = listed.filter((person) => !memberByAccount(region, accountOf(person)))
    if (left.length === 0) return { kind: 'say', card: refusalCard('setup.all-linked', words.all) }
    const like = options.like ?? ''
    const shown = left.filter(({ name }) => name.includes(like)).slice(0, OFFERED)
    return { kind: 'ask', open: formOpen(call, shown.length > 0 ? shown : left, account, left.length) }
  },
  submit: async (call) => {
    const { scope, account, values, text } = call
    const words = text.setup.people
    const person = (await peopleOf(scope, account)).find((one) => one.account === values.person)
    if (!person || !isReal(account))
      return { kind: 'correct', faults: { fields: { person: words.personGone } } }
    let linkedTo = ''
    const outcome = await saveStep(
      call,
      (region) => {
        const given = { ...values, name: values.name ?? person.name }
        const ready = withPerson(region, given, account, text)
        if (!('region' in ready)) return ready
        linkedTo = ready.memberId
        return withAccount(ready.region, linkedTo, { ...accountOf(person), platform: account.platform })
      },
      words.linked(person.name, values.name ?? person.name),
    )
    if (outcome.kind === 'say') await closeRequestOf(scope, accountOf(person), linkedTo)
    return outcome
  },
})

const isReal = (account: Account): account is Real => isExternal(account.platform)

const accountOf = ({ platform, workspace, account }: WorkspacePerson): Account => ({
  platform,
  workspace,
  user: account,
})

/** Whoever is called in the workspace as on the roster is proposed first. */
const formOpen = (
  { region, text }: BaseCall,
  people: readonly WorkspacePerson[],
  account: Account,
  left: number,
): Extract<Outcome, { kind: 'ask' }>['open'] => {
  const free = region.members.filter((member) => !hasAccountAt(member, account))
  const matched = people.find(({ name }) => free.some((member) => sameName(member.name, name)))
  const member = matched && free.find(({ name }) => sameName(name, matched.name))
  return {
    intro: text.setup.people.intro(left),
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
  role?: MemberRow['roles'][number] | undefined
}

/** The region with the member there who is meant: one of the roster, or somebody new. */
const withPerson = (
  region: Region,
  { member: id, name, place, role }: Given,
  account: Account,
  text: BaseCall['text'],
): { region: Region; memberId: string } | FormFaults => {
  const words = text.setup.people
  if (id !== undefined) {
    const member = region.members.find((one) => one.id === id)
    if (!member || hasAccountAt(member, account)) return { fields: { member: words.memberTaken } }
    return { region, memberId: member.id }
  }
  if (role === undefined) return { fields: { role: words.roleNeeded } }
  if (region.members.some((one) => sameName(one.name, name))) return { fields: { member: words.nameKnown } }
  const row = { name, roles: [role], ...(place === undefined ? {} : { office: place }) }
  const after = withMembers(region, [row])
  return { region: after, memberId: after.members.at(-1)?.id ?? '' }
}
