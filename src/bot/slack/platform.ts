import type {
  Adapter,
  Configured,
  Finding,
  Installations,
  Services,
  Started,
  WantedPlaces,
} from '../adapter.ts'
import { readSlackConfig, type SlackConfig } from './config.ts'
import { installedApps, readInstalledApp } from './installed-app.ts'

/** Loads Slack's library lazily: it takes longer than the rest of the start. */
export const adapter: Adapter = {
  name: 'slack',
  configure: (environment) => {
    const { config, faults } = readSlackConfig(environment)
    return { platform: config && configured(config), faults }
  },
}

const configured = (config: SlackConfig): Configured => ({
  name: 'slack',
  takesRequests: config.receiver.mode === 'http' || 'app' in config,
  start: (services) => start(config, services),
  examine: (places, installed) => examine(config, places, installed),
})

const start = async (config: SlackConfig, services: Services): Promise<Started> => {
  const { startSlack } = await import('./start.ts')
  const { apiUrl, receiver } = config
  const { publicUrl } = services
  const access =
    'botToken' in config
      ? { botToken: config.botToken }
      : { oauth: { ...config.app, publicUrl, apps: installedApps(services.installations) } }
  return startSlack({ ...access, apiUrl, receiver, ...services })
}

/** By the token of .env, or by those of the regions' workspaces that took the app in. */
const examine = async (
  config: SlackConfig,
  places: WantedPlaces,
  installed: Installations['find'],
): Promise<Finding[]> => {
  const { examineSlack } = await import('./examine.ts')
  const { apiUrl, receiver } = config
  const given = { apiUrl, appToken: receiver.mode === 'socket' ? receiver.appToken : undefined }
  if ('botToken' in config) return examineSlack({ ...given, botToken: config.botToken, places })
  const findings: Finding[] = []
  for (const place of places) {
    const app = readInstalledApp(await installed(place.workspace))
    if (app) findings.push(...(await examineSlack({ ...given, botToken: app.botToken, places: [place] })))
  }
  return findings
}
