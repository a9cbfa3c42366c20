import { retryDelivery as tryAgain } from '../../actions/delivery/retry-delivery.ts'
import { refusalCard } from '../../cards/answer.ts'
import { kindName } from '../../cards/delivery.ts'
import { ledgerLine } from '../../store/delivery/ledger.ts'
import { command } from '../command.ts'
import { idOption } from '../options.ts'

/** A message that did not arrive is tried once more; it is made anew, and not sent where it has become needless. */
export const retryDelivery = command({
  id: 'tsunagi.retry',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.retry.verb,
    description: (t) => t.commands.tsunagi.retry.description,
  },
  hidden: true,
  permission: 'delivery.manage',
  options: { delivery: idOption('required', (t) => t.commands.options.delivery) },
  run: async (call) => {
    const { scope, asker, now, options, text } = call
    const words = text.deliveries
    const line = await ledgerLine(scope, options.delivery)
    if (!line || !(await tryAgain(scope, line.id, `tsunagi.retry ${asker.memberId}`, now)))
      return { kind: 'refuse', card: refusalCard('ledger.not-again', words.notAgain, words.notAgainNext) }
    return {
      kind: 'say',
      card: refusalCard('ledger.retried', words.retried(kindName(line.kind, text)), words.retriedNext),
    }
  },
})
