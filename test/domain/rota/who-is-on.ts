import type { Rota } from '../../../src/domain/region/rota.ts'
import { type RotaFacts, turns } from '../../../src/domain/rota/rota.ts'
import type { Party } from '../../../src/domain/rota/turn.ts'

/** Whoever is on that day, who came first first: one, as many as a rota whose turns overlap has, or nobody. */
export const whoIsOn = (rota: Rota, date: Temporal.PlainDate, facts: RotaFacts = {}): Party[] =>
  turns(rota, date, date, facts).map(({ party }) => party)
