import { z } from 'zod'
import { rotaFacts } from '../../actions/rota/rota-facts.ts'
import { refusalCard } from '../../cards/answer.ts'
import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { swapAskedCard, swapFaultSentence } from '../../cards/rota/rota.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { answerSwap } from '../../domain/rota/swap-request.ts'
import { settleSwap, swapById } from '../../store/rota/rota-swaps.ts'
import { command, type Option } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'
import { speaks } from './find-rota.ts'

const swapOption = idOption('required', (t) => t.commands.options.swap)
const agreesOption: Option<'yes' | 'no'> = {
  schema: z.enum(['yes', 'no']),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.agrees,
}

/** The other side's answer to a swap, by button. */
export const answerRotaSwap = command({
  id: 'rota.answer',
  words: {
    noun: (t) => t.commands.rota.noun,
    verb: (t) => t.commands.rota.answer.verb,
    description: (t) => t.commands.rota.answer.description,
  },
  hidden: true,
  permission: 'rota.swap',
  options: { swap: swapOption, agrees: agreesOption },
  run: async (call) => {
    const { scope, region, asker, options, now, today, language, text } = call
    const words = text.rota.swap
    const refuse = (heading: string) => ({
      kind: 'refuse' as const,
      card: refusalCard('rota.refused', heading),
    })
    const swap = await swapById(scope, options.swap)
    const rota = region.rotas.find(({ id }) => id === swap?.rotaId)
    if (!swap || !rota) return refuse(words.gone)
    const { request } = swap
    const nameOf = (party: typeof request.askedOf) => partyName(region, party)
    if (!speaks(call, request.askedOf))
      return refuse(text.rota.swapFault.notAskedOfYou(nameOf(request.askedOf)))
    const { mine, theirs } = request
    if (options.agrees === undefined) {
      const asked = { id: swap.id, by: nameOf(request.askedBy), rota: rota.name, mine, theirs }
      return { kind: 'say', card: swapAskedCard(asked, language, text) }
    }
    const latest = Temporal.PlainDate.compare(mine, theirs) > 0 ? mine : theirs
    const facts = await rotaFacts(scope, region, rota, latest.add({ years: 1 }))
    const agrees = options.agrees === 'yes'
    const answered = answerSwap(rota, facts, request, { by: request.askedOf, agrees }, today)
    if (!answered.ok) return refuse(swapFaultSentence(answered.fault, nameOf, language, text))
    const state = agrees ? ('agreed' as const) : ('refused' as const)
    await settleSwap(scope, swap.id, { state, answeredBy: asker.memberId, answeredAt: now })
    call.note('change', 'rota-swap', swap.id)
    return { kind: 'replace', card: gsvSaidCard('rota.answered', words[state]) }
  },
})
