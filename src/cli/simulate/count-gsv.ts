import { gsvMeetings } from '../../actions/gsv/gsv-forming.ts'
import { rotaFacts } from '../../actions/rota/rota-facts.ts'
import { countMet } from '../../domain/gsv/met.ts'
import { sitsInGroups } from '../../domain/gsv/participants.ts'
import type { Region } from '../../domain/region/region.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import { turns } from '../../domain/rota/rota.ts'
import type { Scope } from '../../store/engine/database.ts'
import { presentationsOf } from '../../store/gsv/gsv-presentations.ts'
import { sessionsOf } from '../../store/gsv/gsv-sessions.ts'
import { preMeetingsOf } from '../../store/gsv/pre-meetings.ts'

type Counts = Record<string, number>
export type GsvCounts = {
  gsv: {
    series: string
    sessions: number
    groups: number
    sizes: Counts
    cases: number
    /** Pre-meetings that were held. */
    preMeetings: number
    outcomes: number
    results: number
    /** How many pairs of people met so many times. */
    pairsByTimes: Counts
    presenters: Counts
    facilitators: Counts
  }[]
  rotas: { id: string; turns: Counts }[]
}

/** Counts what GSV and the rotas did in a period. */
export const countGsv = async (
  scope: Scope,
  region: Region,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<GsvCounts> => {
  const all = await gsvMeetings(scope, region, from, to)
  const gsv = []
  for (const series of region.series.filter(sitsInGroups)) {
    const ids = all.filter((one) => one.series.id === series.id).map(({ meeting }) => meeting.id)
    const sessions = (await sessionsOf(scope, ids)).filter(({ confirmedAt }) => confirmedAt !== null)
    const groups = sessions.flatMap((session) => session.groups)
    const said = await presentationsOf(scope, ids)
    gsv.push({
      series: series.id,
      sessions: sessions.length,
      groups: groups.length,
      sizes: tally(groups.map(({ memberIds }) => String(memberIds.length))),
      cases: groups.filter(({ presenterId }) => presenterId !== undefined).length,
      preMeetings: (await preMeetingsOf(scope, ids)).filter(({ heldAt }) => heldAt !== null).length,
      outcomes: said.filter(({ outcomeAt }) => outcomeAt !== null).length,
      results: said.filter(({ resultAt }) => resultAt !== null).length,
      pairsByTimes: tally(
        countMet(groups.map(({ memberIds }) => memberIds)).map(({ times }) => String(times)),
      ),
      presenters: tally(groups.flatMap(({ presenterId }) => presenterId ?? [])),
      facilitators: tally(groups.map(({ facilitatorId }) => facilitatorId)),
    })
  }
  return { gsv, rotas: await countRotas(scope, region, from, to) }
}

const countRotas = async (
  scope: Scope,
  region: Region,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<GsvCounts['rotas']> => {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const rotas = []
  for (const rota of region.rotas) {
    const all = turns(rota, dayOf(from), dayOf(to), await rotaFacts(scope, region, rota, dayOf(to)))
    rotas.push({ id: rota.id, turns: tally(all.map(({ party }) => partyName(region, party))) })
  }
  return rotas
}

const tally = (names: readonly string[]): Counts =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
