import { type Config, readConfig } from '../../app/config.ts'
import { readKeyFile } from '../../app/key-file.ts'
import { slackInstallations } from '../../app/slack-installations.ts'
import { systemClock } from '../../app/system-clock.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Database } from '../../store/engine/database.ts'
import { keyring } from '../../store/engine/encryption.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'
import { onDatabase, withServers } from '../with-database.ts'
import { type Check, look, mend } from './check.ts'
import { checkMachine } from './check-machine.ts'
import { checkKeys, checkRegion, discordCheck, loadRegions, placesOn, slackCheck } from './check-region.ts'
import { checkDatabase, checkRedis, isFresh, serverFault } from './check-servers.ts'

const { doctor: words, start } = catalogues.ja

/** `tsunagi doctor`: looks at everything that the bot needs, and says of each what to do. Changes nothing. */
export const doctor = async (
  environment: Record<string, string | undefined>,
  clock: Clock = systemClock,
): Promise<Spoken> => {
  const read = readConfig(environment)
  if (!read.ok)
    return told(read.faults.map(({ name, should }) => mend('configuration', start.fault(name, should))))
  const { config } = read
  const machine = await checkMachine(config)
  const servers = (await isFresh(config))
    ? { ...NOTHING, checks: [look('servers', words.fresh)] }
    : await withServers(config, ({ databaseUrl, redisUrl }) =>
        checkServers(config, databaseUrl, redisUrl, clock),
      ).catch((error: unknown) => ({ ...NOTHING, checks: [serverFault(error)] }))
  return told([...machine, ...servers.checks, ...(await checkPlatforms(config, servers))])
}

/** A token and the workspaces it is for: one where the app was installed, or all (undefined) for the one in .env. */
type SlackToken = { botToken: string; workspaces?: string[] }
type Looked = { checks: Check[]; regions: Region[]; tokens: SlackToken[] }
const NOTHING: Looked = { checks: [], regions: [], tokens: [] }

const checkServers = async (
  config: Config,
  databaseUrl: string,
  redisUrl: string,
  clock: Clock,
): Promise<Looked> => {
  const [database, redis] = [await checkDatabase(databaseUrl, clock), await checkRedis(redisUrl)]
  const checks = [...database.checks, ...redis]
  if (!database.ready) return { ...NOTHING, checks }
  const keys = config.keys ?? (await readKeyFile(config.dataDir))
  if (keys.length === 0) return { ...NOTHING, checks }
  return onDatabase(config, databaseUrl, keyring(keys), async (opened) => {
    const regions = await loadRegions(opened)
    const about = regions.length === 0 ? [look('region', words.region.none)] : regions.flatMap(checkRegion)
    const tokens = config.slack ? await slackTokens(config.slack, opened, regions, clock) : []
    return { checks: [...checks, await checkKeys(opened, config), ...about], regions, tokens }
  })
}

/** The token of .env, or those of the regions' workspaces that installed the app. */
const slackTokens = async (
  slack: NonNullable<Config['slack']>,
  database: Database,
  regions: readonly Region[],
  clock: Clock,
): Promise<SlackToken[]> => {
  if ('botToken' in slack) return [{ botToken: slack.botToken }]
  const installed = slackInstallations(database, clock)
  const named = regions.flatMap(({ workspaces }) => workspaces.filter(({ platform }) => platform === 'slack'))
  const found = await Promise.all(named.map(({ id }) => installed.find(id)))
  return found.flatMap((app) => (app ? [{ botToken: app.botToken, workspaces: [app.workspace] }] : []))
}

const checkPlatforms = async ({ slack, discord }: Config, { regions, tokens }: Looked): Promise<Check[]> => {
  const checks: Check[] = []
  if (slack) {
    const { examineSlack } = await import('../../bot/slack/examine.ts')
    const { receiver, apiUrl } = slack
    for (const { botToken, workspaces } of tokens) {
      const places = placesOn('slack', regions)
      const found = await examineSlack({
        botToken,
        places: workspaces ? places.filter(({ workspace }) => workspaces.includes(workspace)) : places,
        apiUrl,
        appToken: receiver.mode === 'socket' ? receiver.appToken : undefined,
      })
      checks.push(...found.map(slackCheck))
    }
  }
  if (discord) {
    const { examineDiscord } = await import('../../bot/discord/examine.ts')
    const found = await examineDiscord({ ...discord, places: placesOn('discord', regions) })
    checks.push(...found.map(discordCheck))
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
