import { refusalCard } from '../../cards/answer.ts'
import { kindName } from '../../cards/ledger.ts'
import { mayBeTriedAgain } from '../../domain/delivery/outcome.ts'
import { ledgerLine, tryAgain } from '../../store/ledger.ts'
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
    const { scope, now, options, text } = call
    const words = text.deliveries
    const line = await ledgerLine(scope, options.delivery)
    const reason = line?.reason ?? ''
    const isTried = line && mayBeTriedAgain(reason) && (await tryAgain(scope, { id: line.id, reason }, now))
    if (!isTried)
      return { kind: 'refuse', card: refusalCard('ledger.not-again', words.notAgain, words.notAgainNext) }
    call.note('change', 'delivery', line.id)
    return {
      kind: 'say',
      card: refusalCard('ledger.retried', words.retried(kindName(line.kind, text)), words.retriedNext),
    }
  },
})
