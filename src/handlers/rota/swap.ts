import { rotaFacts } from '../../actions/rota/rota-facts.ts'
import { refusalCard } from '../../cards/answer.ts'
import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { swapFaultSentence } from '../../cards/rota/rota.ts'
import { writeFullDate } from '../../domain/calendar/write-date.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { askSwap } from '../../domain/rota/swap-request.ts'
import type { Turn } from '../../domain/rota/turn.ts'
import { addSwap } from '../../store/rota/rota-swaps.ts'
import { dateText } from '../fields.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { choice } from '../legacy/field.ts'
import { rotaMeant, rotaOption, speaks, turnsAhead } from './find-rota.ts'

/** `/rota swap [rota]`: asks another party to change places; it counts once they agree. */
export const swapRota = command({
  id: 'rota.swap',
  words: {
    noun: (t) => t.commands.rota.noun,
    verb: (t) => t.commands.rota.swap.verb,
    description: (t) => t.commands.rota.swap.description,
  },
  permission: 'rota.swap',
  options: { rota: rotaOption },
  form: {
    title: (t) => t.rota.swap.title,
    submit: (t) => t.rota.swap.submit,
    fields: {
      mine: choice<string>({ words: (t) => t.rota.swap.fields.mine }),
      theirs: choice<string>({ words: (t) => t.rota.swap.fields.theirs }),
    },
  },
  run: async (call) => {
    const { text, today } = call
    const meant = rotaMeant(call, call.options.rota)
    if (!meant.ok) return meant.refusal
    const { rota } = meant
    const coming = (await turnsAhead(call, rota)).filter(
      ({ from }) => Temporal.PlainDate.compare(from, today) > 0,
    )
    const mine = coming.filter(({ party }) => speaks(call, party))
    const words = text.rota.swap
    if (mine.length === 0)
      return { kind: 'refuse', card: refusalCard('rota.no-turn', words.noTurn, words.noTurnNext) }
    return {
      kind: 'ask',
      open: {
        options: { rota: rota.id },
        intro: words.intro(rota.name),
        initial: { mine: mine[0]?.from.toString() },
        choices: { mine: choicesOf(call, mine), theirs: choicesOf(call, coming) },
      },
    }
  },
  submit: async (call) => {
    const { scope, region, asker, values, now, today, language, text } = call
    const meant = rotaMeant(call, call.options.rota)
    if (!meant.ok) return meant.refusal
    const { rota } = meant
    const [mine, theirs] = [dateText.safeParse(values.mine), dateText.safeParse(values.theirs)]
    if (!mine.success || !theirs.success)
      return { kind: 'correct', faults: { fields: { theirs: text.answers.form.choose } } }
    const own = (await turnsAhead(call, rota)).find(({ from }) => from.equals(mine.data))
    const words = text.rota.swap
    if (!own || !speaks(call, own.party))
      return { kind: 'correct', faults: { fields: { mine: words.noTurn } } }
    const latest = Temporal.PlainDate.compare(mine.data, theirs.data) > 0 ? mine.data : theirs.data
    const facts = await rotaFacts(scope, region, rota, latest.add({ years: 1 }))
    const asked = askSwap(rota, facts, { by: own.party, mine: mine.data, theirs: theirs.data }, today)
    if (!asked.ok) {
      const why = swapFaultSentence(asked.fault, (party) => partyName(region, party), language, text)
      return { kind: 'correct', faults: { fields: { theirs: why } } }
    }
    const id = await addSwap(scope, rota.id, asked.request, { by: asker.memberId, at: now })
    call.note('change', 'rota-swap', id)
    const card = gsvSaidCard(
      'rota.asked',
      words.done(partyName(region, asked.request.askedOf)),
      words.doneNext,
    )
    return { kind: 'say', card }
  },
})

const choicesOf = ({ region, language }: BaseCall, turns: readonly Turn[]) =>
  turns.map(({ from, party }) => ({
    value: from.toString(),
    label: `${writeFullDate(from, language)} ${partyName(region, party)}`,
  }))
