import { z } from 'zod'
import { changeRegion } from '../../actions/region/change-region.ts'
import { refusalCard } from '../../cards/answer.ts'
import { type AccountView, notifyCard, placeName } from '../../cards/workspace.ts'
import { hasLeft, hearingBy } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { type BaseCall, command, type Option } from '../legacy/command.ts'

type LinkedAccount = Region['members'][number]['accounts'][number]

/** `slack T0123`: which of somebody's accounts; there is one in each workspace. */
export const accountOption: Option<string> = {
  schema: z.string().regex(/^(slack|discord) \S+$/),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.account,
}

export const accountValue = ({ platform, workspace }: LinkedAccount): string => `${platform} ${workspace}`

export const accountsOf = (region: Region, memberId: string): LinkedAccount[] =>
  region.members.find(({ id }) => id === memberId)?.accounts ?? []

/** A member's accounts as the card lists them. */
const accountViews = (region: Region, { asker, text }: BaseCall): AccountView[] =>
  accountsOf(region, asker.memberId).map((account) => ({
    value: accountValue(account),
    place: placeName(region, account, text),
    left: hasLeft(region, account),
  }))

/** `/tsunagi notify`: the asker's accounts, and which of them hears. */
export const chooseNotified = command({
  id: 'tsunagi.notify',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.notify.verb,
    description: (t) => t.commands.tsunagi.notify.description,
  },
  permission: 'account.own',
  options: { account: accountOption },
  run: async (call) => {
    const { scope, region, asker, text } = call
    const words = text.connecting.notify
    const wanted = call.options.account
    const chosen = accountsOf(region, asker.memberId).find((one) => accountValue(one) === wanted)
    if (wanted === undefined) {
      const accounts = accountViews(region, call)
      if (accounts.length > 0) return { kind: 'say', card: notifyCard(accounts, undefined, text) }
      return { kind: 'refuse', card: refusalCard('connecting.none', words.none, words.one) }
    }
    if (!chosen) return { kind: 'refuse', card: refusalCard('connecting.gone', words.gone) }
    const changed = await changeRegion(scope, (now) => {
      const still = accountsOf(now, asker.memberId).find((one) => accountValue(one) === wanted)
      return still && hearingBy(now, asker.memberId, still)
    })
    if (!changed.ok) throw new Error(`the order of accounts was refused: ${changed.reason}`)
    call.note('change', 'account', asker.memberId)
    const done = words.chosen(placeName(region, chosen, text))
    return { kind: 'replace', card: notifyCard(accountViews(changed.region, call), done, text) }
  },
})
