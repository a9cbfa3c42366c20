import { turnFrom } from '../../../actions/rota/rota-turns.ts'
import { rotaTurnCard } from '../../../cards/rota/rota.ts'
import { rotaTurnKind } from '../../../domain/rota/notices.ts'
import { partyName } from '../../../domain/rota/party-name.ts'
import { notice } from '../notice.ts'
import { channelsOf } from '../recipients.ts'

/** Announces in the body's channels whose turn of a rota begins. */
export const rotaTurn = notice(rotaTurnKind, {
  hours: 'office',
  stillTrue: async ({ scope, region }, { rota, from }) =>
    (await turnFrom(scope, region, rota, from)) ?? 'rota-gone',
  to: (facts) => {
    const { body } = facts.found.rota
    return body === undefined ? 'rota-gone' : channelsOf(facts, body)
  },
  compose: ({ region, today, language, text, found: { rota, turn, next } }) => {
    if (Temporal.PlainDate.compare(turn.to, today) < 0) return { ok: false, reason: 'over' }
    const card = rotaTurnCard(
      {
        rota: rota.name,
        party: partyName(region, turn.party),
        next: next && { party: partyName(region, next.party), from: next.from },
      },
      language,
      text,
    )
    return { ok: true, card }
  },
})
