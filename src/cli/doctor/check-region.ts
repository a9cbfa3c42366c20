import type { Config } from '../../app/config.ts'
import { readKeyFile } from '../../app/key-file.ts'
import type { WantedPlaces } from '../../bot/adapter.ts'
import { caseCodeFault } from '../../domain/case/case-code.ts'
import type { Region } from '../../domain/region/region.ts'
import type { ExternalPlatform } from '../../domain/workspace/platforms.ts'
import type { Database } from '../../store/engine/database.ts'
import { keyId } from '../../store/engine/encryption.ts'
import { loadRegion, regionIds } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import { countsByKey } from '../keys/key-counts.ts'
import { type Check, look, mend, ok } from './check.ts'

const words = catalogues.ja.doctor
const NAMED = 5

export const loadRegions = async (database: Database): Promise<Region[]> => {
  const ids = await database.atGate(regionIds)
  return Promise.all(ids.map((id) => database.inRegion(id, loadRegion)))
}

/** Checks that there is a key for every text: a lost key should be found here, not in a meeting. */
export const checkKeys = async (database: Database, config: Config): Promise<Check> => {
  const counts = await countsByKey(database)
  const ids = (config.keys ?? (await readKeyFile(config))).map(keyId)
  const missing = [...counts].filter(([id]) => !ids.includes(id))
  const texts = missing.reduce((sum, [, count]) => sum + count, 0)
  if (missing.length === 0) return ok('keys', words.keys.ok)
  return mend('keys', words.keys.missing(missing.map(([id]) => id).join(words.separator), texts))
}

/**
 * Tells of codes by which a person may be known: they were given before the present rule, and live on until the region
 * gives its cases others. Says how many and of which kind, not which: `doctor` is read by who runs the machine.
 */
export const checkCaseCodes = ({ id }: Pick<Region, 'id'>, codes: readonly string[]): Check => {
  const faults = codes.flatMap((code) => caseCodeFault(code) ?? [])
  if (faults.length === 0) return ok('case-codes', words.region.codes(id))
  const kinds = [...Map.groupBy(faults, (fault) => fault)]
  const told = kinds.map(([fault, { length }]) => words.region.codeFaults[fault](length))
  return look('case-codes', words.region.wrongCodes(id, told.join(words.separator)))
}

/** Checks a region for gaps that keep its messages from arriving. */
export const checkRegion = ({ id, members, bodies, workspaces }: Region): Check[] => {
  if (workspaces.length === 0) return [look('region', words.region.noWorkspace(id))]
  const without = members.filter(({ accounts }) => accounts.length === 0).map(({ name }) => name)
  const unplaced = bodies.filter(({ channels }) => channels.length === 0).map(({ name }) => name)
  return [
    without.length === 0
      ? ok('members', words.region.members(id, members.length))
      : look('members', words.region.noAccount(id, listed(without))),
    unplaced.length === 0
      ? ok('bodies', words.region.bodies(id, bodies.length))
      : look('bodies', words.region.noChannel(id, listed(unplaced))),
  ]
}

const listed = (names: readonly string[]): string => {
  const [first, rest] = [names.slice(0, NAMED).join(words.separator), names.length - NAMED]
  return rest > 0 ? words.andOthers(first, rest) : first
}

/** Collects the workspaces and channels that regions use on a platform. */
export const placesOn = (platform: ExternalPlatform, regions: readonly Region[]): WantedPlaces => {
  const channels = regions.flatMap(({ bodies }) => bodies.flatMap((body) => body.channels))
  const known = regions.flatMap(({ workspaces }) => workspaces).filter((one) => one.platform === platform)
  return known.map(({ id }) => ({
    workspace: id,
    channels: [
      ...new Set(
        channels.flatMap((one) => (one.platform === platform && one.workspace === id ? [one.channel] : [])),
      ),
    ],
  }))
}
