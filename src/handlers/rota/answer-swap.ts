import { z } from 'zod'
import { rotaFacts } from '../../actions/rota/rota-facts.ts'
import { noticeCard } from '../../cards/answer.ts'
import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { swapAskedCard, swapFaultSentence } from '../../cards/rota/rota.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { answerSwap } from '../../domain/rota/swap-request.ts'
import type { Party } from '../../domain/rota/turn.ts'
import { settleSwap } from '../../store/rota/rota-swaps.ts'
import { refuse, replace, say } from '../answer.ts'
import { carried } from '../arguments.ts'
import { command } from '../command.ts'
import { swapToAnswer } from './arguments.ts'

/** Answers a swap for the other side, by button; without an answer, shows the question. */
export const answerRotaSwap = command('rota.answer', {
  hidden: true,
  permission: 'rota.swap',
  args: { asked: swapToAnswer, agrees: carried(z.enum(['yes', 'no'])) },
  run: async ({ args, words, ...call }) => {
    const { scope, region, asker, now, today, language, text } = call
    const { id, rota, request } = args.asked
    const { askedBy, askedOf, mine, theirs } = request
    const nameOf = (party: Party) => partyName(region, party)
    if (args.agrees === undefined)
      return say(swapAskedCard({ id, by: nameOf(askedBy), rota: rota.name, mine, theirs }, language, text))
    const latest = Temporal.PlainDate.compare(mine, theirs) > 0 ? mine : theirs
    const facts = await rotaFacts(scope, region, rota, latest.add({ years: 1 }))
    const agrees = args.agrees === 'yes'
    const answered = answerSwap(rota, facts, request, { by: askedOf, agrees }, today)
    if (!answered.ok)
      throw refuse(noticeCard('rota.refused', swapFaultSentence(answered.fault, nameOf, language, text)))
    const state = agrees ? ('agreed' as const) : ('refused' as const)
    if (!(await settleSwap(scope, id, { state, answeredBy: asker.memberId, answeredAt: now })))
      throw refuse(noticeCard('rota.refused', text.rota.swap.meanwhile))
    call.note('change', 'rota-swap', id)
    return replace(gsvSaidCard('rota.answered', words[state]))
  },
})
