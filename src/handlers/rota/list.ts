import { turnsAhead } from '../../actions/rota/rota-facts.ts'
import { rotaListCard } from '../../cards/rota/rota.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { maySpeakFor } from '../../domain/rota/permission.ts'
import { partyOf } from '../../domain/rota/turn.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { rotaArgument } from './arguments.ts'

/** `/rota list [rota]`: the turns ahead. */
export const listRota = command('rota.list', {
  permission: 'rota.read',
  args: { rota: rotaArgument },
  run: async ({ args: { rota }, scope, region, asker, today, language, text }) => {
    const ahead = (await turnsAhead(scope, region, rota, today)).map(({ party, from, to }) => ({
      name: partyName(region, party),
      from,
      to,
      mine: party.kind !== 'corporation' && maySpeakFor(asker, party, region),
    }))
    const maySwap =
      ahead.some(({ from, mine }) => mine && Temporal.PlainDate.compare(from, today) > 0) ||
      rota.order.some((party) => 'corporation' in party && maySpeakFor(asker, partyOf(party), region))
    return say(rotaListCard({ id: rota.id, name: rota.name, turns: ahead, maySwap }, language, text))
  },
})
