import { rotaFacts, turnsAhead } from '../../actions/rota/rota-facts.ts'
import { noticeCard } from '../../cards/answer.ts'
import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { swapFaultSentence } from '../../cards/rota/rota.ts'
import { writeFullDate } from '../../domain/calendar/write-date.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { maySpeakFor } from '../../domain/rota/permission.ts'
import { askSwap } from '../../domain/rota/swap-request.ts'
import type { Party, Turn } from '../../domain/rota/turn.ts'
import { addSwap } from '../../store/rota/rota-swaps.ts'
import { fieldFaults, refuse, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice, dateText } from '../fields.ts'
import { rotaArgument } from './arguments.ts'

/** `/rota swap [rota]`: asks another party to change places; it counts once they agree. */
export const swapRota = command('rota.swap', {
  permission: 'rota.swap',
  args: { rota: rotaArgument },
  form: { mine: choice(), theirs: choice() },
  open: async ({ args: { rota }, words, ...call }) => {
    const { scope, region, asker, today } = call
    const ahead = await turnsAhead(scope, region, rota, today)
    const coming = ahead.filter(({ from }) => Temporal.PlainDate.compare(from, today) > 0)
    const mine = coming.filter(({ party }) => maySpeakFor(asker, party, region))
    if (mine.length === 0) throw refuse(noticeCard('rota.no-turn', words.noTurn, words.noTurnNext))
    return {
      intro: words.intro(rota.name),
      initial: { mine: mine[0]?.from.toString() },
      choices: { mine: choicesOf(call, mine), theirs: choicesOf(call, coming) },
    }
  },
  submit: async ({ args: { rota }, values, words, ...call }) => {
    const { scope, region, asker, now, today, language, text } = call
    const [from, to] = [dateText.safeParse(values.mine), dateText.safeParse(values.theirs)]
    if (!from.success || !to.success) throw fieldFaults({ theirs: text.answers.form.choose })
    const [mine, theirs] = [from.data, to.data]
    const own = (await turnsAhead(scope, region, rota, today)).find((turn) => turn.from.equals(mine))
    if (!own || !maySpeakFor(asker, own.party, region)) throw fieldFaults({ mine: words.noTurn })
    const latest = Temporal.PlainDate.compare(mine, theirs) > 0 ? mine : theirs
    const facts = await rotaFacts(scope, region, rota, latest.add({ years: 1 }))
    const asked = askSwap(rota, facts, { by: own.party, mine, theirs }, today)
    const nameOf = (party: Party) => partyName(region, party)
    if (!asked.ok) throw fieldFaults({ theirs: swapFaultSentence(asked.fault, nameOf, language, text) })
    const id = await addSwap(scope, rota.id, asked.request, { by: asker.memberId, at: now })
    call.note('change', 'rota-swap', id)
    return say(gsvSaidCard('rota.asked', words.said(nameOf(asked.request.askedOf)), words.next))
  },
})

const choicesOf = ({ region, language }: Pick<Call, 'region' | 'language'>, turns: readonly Turn[]) =>
  turns.map(({ from, party }) => ({
    value: from.toString(),
    label: `${writeFullDate(from, language)} ${partyName(region, party)}`,
  }))
