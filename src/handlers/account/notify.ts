import { changeRegion } from '../../actions/region/change-region.ts'
import { noticeCard } from '../../cards/answer.ts'
import { type AccountView, notifyCard, placeName } from '../../cards/workspace.ts'
import { hasLeft, hearingBy } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import { refuse, replace, say } from '../answer.ts'
import { argument } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { accountOption, accountsOf, accountValue, ownAccount } from './arguments.ts'

const chosenAccount = argument({
  options: { account: accountOption },
  resolve: (call, { account }) => (account === undefined ? undefined : ownAccount(call, account)),
})

/** `/tsunagi notify`: the asker's accounts, and which of them hears. */
export const chooseNotified = command('tsunagi.notify', {
  permission: 'account.own',
  args: { account: chosenAccount },
  run: async ({ args: { account }, words, ...call }) => {
    const { scope, region, asker, text } = call
    if (!account) {
      const accounts = accountViews(region, call)
      if (accounts.length > 0) return say(notifyCard(accounts, undefined, text))
      throw refuse(noticeCard('connecting.none', words.none, text.connecting.notify.one))
    }
    const wanted = accountValue(account)
    const changed = await changeRegion(scope, (now) => {
      const still = accountsOf(now, asker.memberId).find((one) => accountValue(one) === wanted)
      return still && hearingBy(now, asker.memberId, still)
    })
    if (!changed.ok) throw new Error(`the order of accounts was refused: ${changed.reason}`)
    call.note('change', 'account', asker.memberId)
    const done = words.chosen(placeName(region, account, text))
    return replace(notifyCard(accountViews(changed.region, call), done, text))
  },
})

/** The asker's accounts as the card lists them. */
const accountViews = (region: Region, { asker, text }: Call): AccountView[] =>
  accountsOf(region, asker.memberId).map((account) => ({
    value: accountValue(account),
    place: placeName(region, account, text),
    left: hasLeft(region, account),
  }))
