import type { Config } from '../../app/config.ts'
import type { Database, Scope } from '../../store/engine/database.ts'
import { regionIds } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { withDatabase } from '../with-database.ts'

const words = catalogues.ja.regionFile

export type Chosen = { ok: true; id: string } | { ok: false; line: string }

/** Chooses the named region, or the only one there is. */
export const chooseRegion = async (database: Database, named: string | undefined): Promise<Chosen> => {
  const known = await database.atGate(regionIds)
  const id = named === undefined && known.length === 1 ? known[0] : known.find((one) => one === named)
  if (id !== undefined) return { ok: true, id }
  return { ok: false, line: known.length === 0 ? words.noRegion : words.which(known.join(words.or)) }
}

/** Runs `work` in one transaction of the chosen region; refuses with a list of regions where the choice is open. */
export const inChosenRegion = (
  config: Config,
  named: string | undefined,
  work: (scope: Scope) => Promise<Spoken>,
): Promise<Spoken> =>
  withDatabase(
    config,
    async (database): Promise<Spoken> => {
      const chosen = await chooseRegion(database, named)
      return chosen.ok ? database.inRegion(chosen.id, work) : refused(chosen.line)
    },
    'either',
  )
