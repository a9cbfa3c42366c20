import { readFile } from 'node:fs/promises'
import { unsavedReason } from '../../actions/region/change-region.ts'
import { planRegions } from '../../app/assemble.ts'
import type { Config } from '../../app/config.ts'
import { systemClock } from '../../app/system-clock.ts'
import { diffRegions, type RegionChange } from '../../domain/region/diff-regions.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Database } from '../../store/engine/database.ts'
import { findRegion, saveRegion } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { withDatabase } from '../with-database.ts'
import { readRegionFile } from './read-region-file.ts'

const words = catalogues.ja.regionFile

/** Makes the stored region match a file (`tsunagi region apply FILE [--dry-run]`). Idempotent. */
export const applyRegion = async (file: string, dryRun: boolean, config: Config): Promise<Spoken> => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return refusal(words.noFile(file))
  const read = readRegionFile(text, words)
  if (!read.ok) {
    const lines = read.faults.map(({ line, column, path, message }) =>
      words.fault(line, column, path, message),
    )
    return { ok: false, lines, data: { faults: read.faults } }
  }
  return withDatabase(config, (database) => apply(database, read.region, dryRun))
}

const refusal = (line: string): Spoken => ({ ok: false, lines: [line], data: { error: line } })

const apply = async (database: Database, region: Region, dryRun: boolean): Promise<Spoken> => {
  const changes = diffRegions(await database.inRegion(region.id, findRegion), region)
  if (changes.length > 0 && !dryRun) {
    const unsaved = await database
      .inRegion(region.id, (scope) => saveRegion(scope, region))
      .catch(unsavedReason)
    if (unsaved) return refusal(words.unsaved[unsaved])
    await planRegions({ database, clock: systemClock })
  }
  return { ok: true, lines: changes.length === 0 ? [words.unchanged] : changes.map(told), data: { changes } }
}

const told = ({ kind, noun, id }: RegionChange): string => words.change[kind](words.nouns[noun], id)
