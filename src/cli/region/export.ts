import { stringify } from 'yaml'
import { z } from 'zod'
import type { Config } from '../../app/config.ts'
import { regularSeries } from '../../domain/region/ad-hoc-series.ts'
import { Region } from '../../domain/region/region.ts'
import { loadRegion } from '../../store/region/regions.ts'
import type { Spoken } from '../command-line.ts'
import { inChosenRegion } from './choose.ts'

/** Exports the stored region as a file that `apply` reads back unchanged (`tsunagi region export [ID]`). */
export const exportRegion = (id: string | undefined, config: Config): Promise<Spoken> =>
  inChosenRegion(config, id, async (scope) => {
    const stored = await loadRegion(scope)
    const region = z.encode(Region, { ...stored, series: regularSeries(stored) })
    return { ok: true, lines: [stringify(region, { lineWidth: 110 }).trimEnd()], data: region }
  })
