import { turnOfSubject } from '../../actions/rota/rota-turns.ts'
import { rotaTurnCard } from '../../cards/rota/rota.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import type { MessageKind } from './message-kind.ts'

export const rotaTurn: MessageKind = {
  kind: 'rota-turn',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ scope, region, delivery, today, language, text }) => {
    const found = await turnOfSubject(scope, region, delivery.subject)
    if (!found) return { ok: false, reason: 'rota-gone' }
    const { rota, turn, next } = found
    if (Temporal.PlainDate.compare(turn.to, today) < 0) return { ok: false, reason: 'over' }
    const card = rotaTurnCard(
      {
        rota: rota.name,
        party: partyName(region, turn.party),
        ...(next ? { next: { party: partyName(region, next.party), from: next.from } } : {}),
      },
      language,
      text,
    )
    return { ok: true, card }
  },
}
