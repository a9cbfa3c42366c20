import { stringify } from 'yaml'
import { z } from 'zod'
import type { Config } from '../../config.ts'
import { Region } from '../../domain/region/region.ts'
import { loadRegion } from '../../store/regions.ts'
import { refused, type Spoken } from '../command-line.ts'
import { withDatabase } from '../with-database.ts'
import { chooseRegion } from './choose.ts'

/** `tsunagi region export [ID]`: the stored region as a file that `apply` takes back unchanged. */
export const exportRegion = (id: string | undefined, config: Config): Promise<Spoken> =>
  withDatabase(config, async (database): Promise<Spoken> => {
    const chosen = await chooseRegion(database, id)
    if (!chosen.ok) return refused(chosen.line)
    const region = z.encode(Region, await database.inRegion(chosen.id, loadRegion))
    return { ok: true, lines: [stringify(region, { lineWidth: 110 }).trimEnd()], data: region }
  })
