import { retryDelivery as tryAgain } from '../../actions/delivery/retry-delivery.ts'
import { noticeCard } from '../../cards/answer.ts'
import { kindName } from '../../cards/delivery.ts'
import { mayRetryDelivery } from '../../domain/delivery/permission.ts'
import { ledgerLine } from '../../store/delivery/ledger.ts'
import { refuse, say } from '../answer.ts'
import { entityArgument } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'

const notAgainCard = ({ text }: Call) => {
  const words = text.commands.tsunagi.retry
  return noticeCard('ledger.not-again', words.notAgain, words.notAgainNext)
}

const deliveryArgument = entityArgument({
  find: ({ scope }, id) => ledgerLine(scope, id),
  subject: ({ id }) => ['delivery', id],
  see: mayRetryDelivery,
  gone: notAgainCard,
})

/** Retries a message that did not arrive. Composes it anew, and skips it where it has become needless. */
export const retryDelivery = command('tsunagi.retry', {
  hidden: true,
  permission: 'delivery.manage',
  args: { delivery: deliveryArgument.toChange },
  run: async ({ args: { delivery }, words, ...call }) => {
    const { scope, asker, now, text } = call
    if (!(await tryAgain(scope, delivery.id, `tsunagi.retry ${asker.memberId}`, now)))
      throw refuse(notAgainCard(call))
    const heading = words.retried(kindName(delivery.kind, text))
    return say(noticeCard('ledger.retried', heading, words.retriedNext))
  },
})
