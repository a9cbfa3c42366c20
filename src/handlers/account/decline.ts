import { noticeCard } from '../../cards/answer.ts'
import { settleRequest } from '../../store/account/account-requests.ts'
import { replace } from '../answer.ts'
import { command } from '../command.ts'
import { openRequestArgument } from './arguments.ts'

/** Declines a request: the unlinked user is nobody on the roster. */
export const declineRequest = command('tsunagi.decline', {
  hidden: true,
  permission: 'account.link',
  args: { request: openRequestArgument },
  run: async ({ args: { request }, words, ...call }) => {
    if (!(await settleRequest(call.scope, request.id, 'declined', call.asker.memberId))) await call.recheck()
    call.note('change', 'account-request', request.id)
    return replace(noticeCard('connecting.declined', words.declined, words.declinedNext))
  },
})
