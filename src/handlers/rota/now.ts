import { rotaFacts } from '../../actions/rota/rota-facts.ts'
import { rotaNowCard } from '../../cards/rota/rota.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { turns } from '../../domain/rota/rota.ts'
import { command } from '../command.ts'
import { ownRotas, rotaMeant } from './find-rota.ts'

/** `/rota now`: who is on, of each rota the asker may see. */
export const rotaNow = command({
  id: 'rota.now',
  words: {
    noun: (t) => t.commands.rota.noun,
    verb: (t) => t.commands.rota.now.verb,
    description: (t) => t.commands.rota.now.description,
  },
  permission: 'rota.read',
  options: {},
  run: async (call) => {
    const { scope, region, today, language, text } = call
    const any = rotaMeant(call, undefined)
    if (!any.ok) return any.refusal
    const lines = []
    for (const rota of ownRotas(call)) {
      const on = turns(rota, today, today, await rotaFacts(scope, region, rota, today))
      const named = on.map(({ party, from, to }) => ({ name: partyName(region, party), from, to }))
      lines.push({ id: rota.id, name: rota.name, on: named })
    }
    return { kind: 'say', card: rotaNowCard(lines, language, text) }
  },
})
