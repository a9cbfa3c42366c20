import { rotaFacts } from '../../actions/rota/rota-facts.ts'
import { rotaNowCard } from '../../cards/rota/rota.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { turns } from '../../domain/rota/rota.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { noRotaCard, visibleRotas } from './arguments.ts'

/** `/rota now`: who is on, of each rota the asker may see. */
export const rotaNow = command('rota.now', {
  permission: 'rota.read',
  run: async (call) => {
    const { scope, region, today, language, text } = call
    const rotas = visibleRotas(call)
    if (rotas.length === 0) throw refuse(noRotaCard(call))
    const lines = []
    for (const rota of rotas) {
      const on = turns(rota, today, today, await rotaFacts(scope, region, rota, today))
      const named = on.map(({ party, from, to }) => ({ name: partyName(region, party), from, to }))
      lines.push({ id: rota.id, name: rota.name, on: named })
    }
    return say(rotaNowCard(lines, language, text))
  },
})
