import { drawRotas } from '../../cards/digest/meetings.ts'
import { tellsOpenWork } from '../../domain/digest/morning.ts'
import { speaksFor } from '../../domain/rota/permission.ts'
import { turns } from '../../domain/rota/rota.ts'
import { type RotaLine, tellsTurn } from '../../domain/rota/rota-lines.ts'
import { eachOf, readConcurrently } from '../../store/engine/read-concurrently.ts'
import { answeredSwaps, openSwaps } from '../../store/rota/rota-swaps.ts'
import { digestSection, type Inquiry } from '../digest/section.ts'
import { rotaFacts } from './rota-facts.ts'

const AHEAD = { days: 45 }

/** What the rotas say to each member this morning: turns to come, swaps asked of them (then weekly), answers to theirs. */
export const rotas = digestSection({
  name: 'rotas',
  exists: ({ region }) => region.rotas.length > 0,
  load: (inquiry) => linesOf(inquiry),
  forReader: (lines, { id, here }) => (here ? (lines.get(id) ?? []) : []),
  card: drawRotas,
})

const linesOf = async ({
  scope,
  region,
  morning,
  toldFrom: since,
}: Inquiry): Promise<ReadonlyMap<string, RotaLine[]>> => {
  const lines = new Map<string, RotaLine[]>()
  const tell = (to: readonly string[], line: RotaLine) => {
    for (const id of to) lines.set(id, [...(lines.get(id) ?? []), line])
  }
  const { today } = morning
  const until = today.add(AHEAD)
  const { facts, open, answered } = await readConcurrently({
    facts: eachOf(
      region.rotas.map(async (rota) => ({ rota, known: await rotaFacts(scope, region, rota, until) })),
    ),
    open: openSwaps(scope),
    answered: answeredSwaps(scope, since),
  })
  for (const { rota, known } of facts)
    for (const turn of turns(rota, today, until, known))
      if (Temporal.PlainDate.compare(turn.from, today) > 0 && tellsTurn(rota, turn, morning))
        tell(speaksFor(region, turn.party), { kind: 'turn', rota: rota.name, ...turn })
  const nameOf = (id: string) => region.rotas.find((rota) => rota.id === id)?.name ?? id
  for (const { id, rotaId, askedAt, request } of open) {
    const { askedBy: by, askedOf, mine, theirs } = request
    if (Temporal.Instant.compare(askedAt, since) < 0 && !tellsOpenWork(morning)) continue
    if (Temporal.PlainDate.compare(mine, today) > 0 && Temporal.PlainDate.compare(theirs, today) > 0)
      tell(speaksFor(region, askedOf), { kind: 'asked', rota: nameOf(rotaId), swapId: id, mine, theirs, by })
  }
  for (const { rotaId, askedBy, request } of answered) {
    const { askedOf: of, mine, theirs, state } = request
    if (state !== 'asked')
      tell([askedBy], { kind: 'answered', rota: nameOf(rotaId), mine, theirs, of, state })
  }
  return lines
}
