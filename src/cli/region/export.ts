import { stringify } from 'yaml'
import { z } from 'zod'
import type { Config } from '../../config.ts'
import { Region } from '../../domain/region/region.ts'
import { loadRegion, regionIds } from '../../store/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { withDatabase } from '../with-database.ts'

const words = catalogues.ja.regionFile

/** `tsunagi region export [ID]`: the stored region as a file that `apply` takes back unchanged. */
export const exportRegion = (id: string | undefined, config: Config): Promise<Spoken> =>
  withDatabase(config, async (database): Promise<Spoken> => {
    const known = await database.atGate(regionIds)
    const chosen = id === undefined && known.length === 1 ? known[0] : known.find((one) => one === id)
    if (chosen === undefined) {
      const line = known.length === 0 ? words.noRegion : words.which(known.join(words.or))
      return { ok: false, lines: [line], data: { error: line } }
    }
    const region = z.encode(Region, await database.inRegion(chosen, loadRegion))
    return { ok: true, lines: [stringify(region, { lineWidth: 110 }).trimEnd()], data: region }
  })
