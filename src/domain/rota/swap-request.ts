import type { Rota } from '../region/rota.ts'
import { type RotaFacts, turns } from './rota.ts'
import { takesPart, turnOn } from './swap.ts'
import { type Party, sameParty, type Turn } from './turn.ts'

/** Somebody would give `mine` for `theirs`, both by their first days. It counts once the other side has agreed. */
export type SwapRequest = {
  askedBy: Party
  askedOf: Party
  mine: Temporal.PlainDate
  theirs: Temporal.PlainDate
} & ({ state: 'asked' | 'agreed' } | { state: 'refused'; why?: string })

/** `works`: the next turns that could be asked for. */
export type SwapFault =
  | { reason: 'no-such-turn'; date: Temporal.PlainDate; works: Turn[] }
  | { reason: 'not-yours'; date: Temporal.PlainDate; party: Party; works: Turn[] }
  | { reason: 'with-oneself'; works: Turn[] }
  | { reason: 'past-turn'; date: Temporal.PlainDate; works: Turn[] }
  | { reason: 'left'; party: Party; works: Turn[] }

export type AnswerFault =
  | { reason: 'not-asked-of-you'; askedOf: Party }
  | { reason: 'already-answered'; state: 'agreed' | 'refused' }
  | { reason: 'turns-changed' }
  | SwapFault

type Asked = { by: Party; mine: Temporal.PlainDate; theirs: Temporal.PlainDate }

/** A request to swap, or why it cannot be one. A turn that has begun is past. */
export const askSwap = (
  rota: Rota,
  facts: RotaFacts,
  asked: Asked,
  today: Temporal.PlainDate,
): { ok: true; request: SwapRequest } | { ok: false; fault: SwapFault } => {
  const { by, mine, theirs } = asked
  const latest = Temporal.PlainDate.compare(mine, theirs) > 0 ? mine : theirs
  const all = turns(rota, rota.from, latest, facts)
  const works = swappable(rota, facts, asked, today)
  const [one, other] = [turnOn(all, mine), turnOn(all, theirs)]
  if (!one || !other)
    return { ok: false, fault: { reason: 'no-such-turn', date: one ? theirs : mine, works } }
  const past = [mine, theirs].find((day) => Temporal.PlainDate.compare(day, today) <= 0)
  if (past) return { ok: false, fault: { reason: 'past-turn', date: past, works } }
  if (!sameParty(one.party, by))
    return { ok: false, fault: { reason: 'not-yours', date: mine, party: one.party, works } }
  if (sameParty(other.party, by)) return { ok: false, fault: { reason: 'with-oneself', works } }
  const left = leaver(rota, one, other)
  if (left) return { ok: false, fault: { reason: 'left', party: left, works } }
  return { ok: true, request: { askedBy: by, askedOf: other.party, mine, theirs, state: 'asked' } }
}

/** Applies the other side's answer, once. Agreeing is refused where the turns have changed since the request. */
export const answerSwap = (
  rota: Rota,
  facts: RotaFacts,
  request: SwapRequest,
  answer: { by: Party; agrees: true } | { by: Party; agrees: false; why?: string },
  today: Temporal.PlainDate,
): { ok: true; request: SwapRequest } | { ok: false; fault: AnswerFault } => {
  const { askedBy, askedOf, mine, theirs, state } = request
  if (!sameParty(answer.by, askedOf)) return { ok: false, fault: { reason: 'not-asked-of-you', askedOf } }
  if (state !== 'asked') return { ok: false, fault: { reason: 'already-answered', state } }
  const both = { askedBy, askedOf, mine, theirs }
  if (!answer.agrees) return { ok: true, request: { ...both, state: 'refused', why: answer.why } }
  const again = askSwap(rota, facts, { by: askedBy, mine, theirs }, today)
  if (again.ok && sameParty(again.request.askedOf, askedOf))
    return { ok: true, request: { ...both, state: 'agreed' } }
  const changed = again.ok || again.fault.reason === 'not-yours' || again.fault.reason === 'with-oneself'
  return { ok: false, fault: changed ? { reason: 'turns-changed' } : again.fault }
}

/** Who of the two has left before the turn they would take over. */
const leaver = (rota: Rota, one: Turn, other: Turn): Party | undefined => {
  if (!takesPart(rota, one.party, other)) return one.party
  return takesPart(rota, other.party, one) ? undefined : other.party
}

const MOST_OFFERED = 5

/** The next turns of others that the asker's could be swapped for; none where the asker has no turn to give. */
const swappable = (rota: Rota, facts: RotaFacts, { by, mine }: Asked, today: Temporal.PlainDate): Turn[] => {
  const compare = Temporal.PlainDate.compare
  const until = (compare(mine, today) > 0 ? mine : today).add({ years: rota.turn === 'year' ? 10 : 1 })
  const all = turns(rota, today, until, facts)
  const given = turnOn(all, mine)
  if (!given || compare(mine, today) <= 0 || !sameParty(given.party, by)) return []
  return all
    .filter(
      (turn) => compare(turn.from, today) > 0 && !sameParty(turn.party, by) && !leaver(rota, given, turn),
    )
    .slice(0, MOST_OFFERED)
}
