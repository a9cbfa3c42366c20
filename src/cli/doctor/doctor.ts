import { type Config, readConfig } from '../../app/config.ts'
import { installationsOf } from '../../app/installations.ts'
import { readKeyFile } from '../../app/key-file.ts'
import { systemClock } from '../../app/system-clock.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import type { Region } from '../../domain/region/region.ts'
import type { ExternalPlatform } from '../../domain/workspace/platforms.ts'
import { caseCodes } from '../../store/case/cases.ts'
import { keyring } from '../../store/engine/encryption.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { onDatabase, withServers } from '../with-database.ts'
import { type Check, look, mend, ok } from './check.ts'
import { checkMachine } from './check-machine.ts'
import { checkCaseCodes, checkKeys, checkRegion, loadRegions, placesOn } from './check-region.ts'
import { checkDatabase, checkRedis, isFresh, serverFault } from './check-servers.ts'
import { checkUpgrade } from './check-upgrade.ts'

const { doctor: words, start } = catalogues.ja

/** Checks everything that the bot needs, with a remedy for each fault (`tsunagi doctor`). Read-only. */
export const doctor = async (
  environment: Record<string, string | undefined>,
  clock: Clock = systemClock,
  meansPractice = false,
): Promise<Spoken> => {
  const read = readConfig(environment)
  if (!read.ok)
    return told(read.faults.map(({ name, should }) => mend('configuration', start.fault(name, should))))
  const config = { ...read.config, meansPractice }
  const machine = await checkMachine(config)
  const servers = (await isFresh(config))
    ? { ...NOTHING, checks: [look('servers', words.fresh)] }
    : await withServers(
        config,
        async ({ databaseUrl, redisUrl, isPractice }) => {
          const looked = await checkServers(config, databaseUrl, redisUrl, clock)
          return isPractice
            ? { ...looked, checks: [look('store', words.practice), ...looked.checks] }
            : looked
        },
        'look',
      ).catch((error: unknown) => ({ ...NOTHING, checks: [serverFault(error)] }))
  const platforms = servers.platforms ?? (await checkPlatforms(config, [], async () => undefined))
  return told([...machine, ...servers.checks, ...platforms])
}

/** `platforms`: undefined where the database, which knows what they need, could not be read. */
type Looked = { checks: Check[]; platforms: Check[] | undefined }
const NOTHING: Looked = { checks: [], platforms: undefined }

const checkServers = async (
  config: Config,
  databaseUrl: string,
  redisUrl: string,
  clock: Clock,
): Promise<Looked> => {
  const [database, redis] = [await checkDatabase(databaseUrl, clock), await checkRedis(redisUrl)]
  const checks = [...database.checks, ...redis]
  if (!database.ready) return { ...NOTHING, checks }
  const keys = config.keys ?? (await readKeyFile(config))
  if (keys.length === 0) return { ...NOTHING, checks }
  return onDatabase(config, databaseUrl, keyring(keys), async (opened) => {
    const regions = await loadRegions(opened)
    const about = regions.length === 0 ? [look('region', words.region.none)] : regions.flatMap(checkRegion)
    for (const region of regions)
      about.push(checkCaseCodes(region, await opened.inRegion(region.id, caseCodes)))
    return {
      checks: [...checks, await checkKeys(opened, config), ...(await checkUpgrade(opened)), ...about],
      platforms: await checkPlatforms(config, regions, (name, workspace) =>
        installationsOf(name, opened, clock).find(workspace),
      ),
    }
  })
}

const checkPlatforms = async (
  { platforms }: Config,
  regions: readonly Region[],
  installed: (name: ExternalPlatform, workspace: string) => Promise<string | undefined>,
): Promise<Check[]> => {
  const checks: Check[] = []
  for (const { name, examine } of platforms) {
    const findings = await examine(placesOn(name, regions), (workspace) => installed(name, workspace))
    for (const { about, ok: isOk, line } of findings)
      checks.push((isOk ? ok : mend)(`${name}-${about}`, line))
  }
  return checks.length === 0 ? [look('platforms', words.noPlatform)] : checks
}

const told = (checks: Check[]): Spoken => {
  const faults = checks.filter(({ state }) => state === 'mend').length
  const lines = checks.map(({ state, line }) => `${words.marks[state]} ${line}`)
  return {
    ok: faults === 0,
    lines: [...lines, '', faults === 0 ? words.well : words.toMend(faults)],
    data: { ok: faults === 0, checks },
  }
}
