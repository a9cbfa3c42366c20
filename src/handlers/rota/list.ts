import { rotaListCard } from '../../cards/rota/rota.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { command } from '../legacy/command.ts'
import { rotaMeant, rotaOption, speaks, turnsAhead } from './find-rota.ts'

/** `/rota list [rota]`: the turns ahead. */
export const listRota = command({
  id: 'rota.list',
  words: {
    noun: (t) => t.commands.rota.noun,
    verb: (t) => t.commands.rota.list.verb,
    description: (t) => t.commands.rota.list.description,
  },
  permission: 'rota.read',
  options: { rota: rotaOption },
  run: async (call) => {
    const meant = rotaMeant(call, call.options.rota)
    if (!meant.ok) return meant.refusal
    const { rota } = meant
    const ahead = (await turnsAhead(call, rota)).map(({ party, from, to }) => ({
      name: partyName(call.region, party),
      from,
      to,
      mine: party.kind !== 'corporation' && speaks(call, party),
    }))
    const coming = ahead.filter(({ from }) => Temporal.PlainDate.compare(from, call.today) > 0)
    const maySwap =
      coming.some(({ mine }) => mine) ||
      (call.asker.roles.includes('coordinator') && rota.order.some((party) => 'corporation' in party))
    const card = rotaListCard(
      { id: rota.id, name: rota.name, turns: ahead, maySwap },
      call.language,
      call.text,
    )
    return { kind: 'say', card }
  },
})
