import { refusalCard } from '../../cards/answer.ts'
import { settleRequest } from '../../store/account/account-requests.ts'
import { command } from '../legacy/command.ts'
import { openRequest, requestOption } from './match-account.ts'

/** Somebody whom the bot does not know is nobody on the roster. */
export const declineStranger = command({
  id: 'tsunagi.decline',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.decline.verb,
    description: (t) => t.commands.tsunagi.decline.description,
  },
  hidden: true,
  permission: 'account.link',
  options: { request: requestOption },
  run: async (call) => {
    const { scope, asker, text } = call
    const words = text.connecting.request
    const found = await openRequest(call, call.options.request)
    if (!found.ok) return found.refusal
    if (!(await settleRequest(scope, found.request.id, 'declined', asker.memberId)))
      return { kind: 'refuse', card: refusalCard('connecting.settled', words.settled) }
    call.note('change', 'account-request', found.request.id)
    return { kind: 'replace', card: refusalCard('connecting.declined', words.declined, words.declinedNext) }
  },
})
