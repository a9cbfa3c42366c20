import type { IncomingMessage, ServerResponse } from 'node:http'
import { InstallProvider, type InstallProviderOptions, InvalidStateError } from '@slack/oauth'
import type { WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import type { RequestListener } from '../adapter.ts'
import { boltLog } from './client-options.ts'
import { REDIRECT_PATH, SCOPES } from './install.ts'
import { installPage, messagePage, PAGE_HEADERS } from './install-page.ts'
import type { InstalledApp, InstalledApps } from './installed-app.ts'
import { type OAuthStates, oauthStates } from './oauth-state.ts'

type StoredInstallation = Parameters<
  NonNullable<InstallProviderOptions['installationStore']>['storeInstallation']
>[0]

export type OAuth = {
  clientId: string
  clientSecret: string
  /** Where this bot is reached from outside: Slack sends people back there. */
  publicUrl: string
  apps: InstalledApps
}

const INSTALL_PATH = '/slack/install'

/** The two pages by which a workspace takes the app in. Whoever it is, it arrives unconnected to any region. */
export const oauthPages = (
  { clientId, clientSecret, publicUrl, apps }: OAuth,
  clientOptions: WebClientOptions,
  now: () => Temporal.Instant,
  log: Logger,
): Map<string, RequestListener> => {
  const asked = { scopes: [...SCOPES], redirectUri: `${publicUrl}${REDIRECT_PATH}` }
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateStore: statesIn(apps, oauthStates(clientSecret, now), asked),
    installationStore: {
      storeInstallation: async (installation) => {
        const app = appOf(installation)
        if (!app) throw new Error('an installation without a workspace or a bot')
        await apps.keep(app)
        log.info({ workspace: app.workspace }, 'slack: a workspace took the app in')
      },
      fetchInstallation: async () => {
        throw new Error('tokens are read through connections.ts')
      },
    },
    renderHtmlForInstallPath: installPage,
    authorizationUrl: new URL('../oauth/v2/authorize', clientOptions.slackApiUrl ?? 'https://slack.com/api/')
      .href,
    clientOptions,
    // Log no error for what any stranger can cause.
    logger: { ...boltLog(log), error: boltLog(log).warn },
  })
  const shown = (page: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
    const listener: RequestListener = (request, response) => {
      for (const [name, value] of PAGE_HEADERS) response.setHeader(name, value)
      page(request, response).catch((error: unknown) => {
        log.error({ error }, 'slack: an installation page failed')
        if (!response.headersSent) answer(response, 500, messagePage('failed', INSTALL_PATH))
      })
    }
    return listener
  }
  return new Map([
    [
      INSTALL_PATH,
      shown((request, response) => provider.handleInstallPath(request, response, undefined, asked)),
    ],
    [REDIRECT_PATH, shown((request, response) => provider.handleCallback(request, response, ENDINGS))],
  ])
}

type StateStore = NonNullable<InstallProviderOptions['stateStore']>
type Asked = Awaited<ReturnType<StateStore['verifyStateParam']>>

/** Makes and checks OAuth states: signed, good once. Refuses one that is forged, used or expired. */
const statesIn = (apps: InstalledApps, states: OAuthStates, asked: Asked): StateStore => ({
  generateStateParam: async () => states.make(),
  verifyStateParam: async (_, state) => {
    const expiresAt = states.expiryOf(state)
    if (!expiresAt || !(await apps.take(state, expiresAt)))
      throw new InvalidStateError('not begun here, or over')
    return asked
  },
})

type Ending = Parameters<InstallProvider['handleCallback']>[2]

const answer = (response: ServerResponse, status: number, page: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page)
}

const ENDINGS: NonNullable<Ending> = {
  afterInstallation: async (installation, _options, _request, response) => {
    if (appOf(installation)) return true
    answer(response, 400, messagePage('unsupported', INSTALL_PATH))
    return false
  },
  success: (_installation, _options, _request, response) =>
    answer(response, 200, messagePage('installed', INSTALL_PATH)),
  failure: (error, _options, _request, response) => {
    switch (error.code) {
      case 'slack_oauth_installer_authorization_error':
        return answer(response, 200, messagePage('cancelled', INSTALL_PATH))
      case 'slack_oauth_missing_state':
      case 'slack_oauth_invalid_state':
      case 'slack_oauth_missing_code':
        return answer(response, 400, messagePage('expired', INSTALL_PATH))
      default:
        return answer(response, 502, messagePage('failed', INSTALL_PATH))
    }
  },
}

/** Undefined for an installation on a whole organisation, which belongs to no one workspace. */
const appOf = ({ team, bot, isEnterpriseInstall }: StoredInstallation): InstalledApp | undefined => {
  if (!team || !bot || isEnterpriseInstall) return undefined
  const { refreshToken, expiresAt } = bot
  return {
    workspace: team.id,
    name: team.name,
    botToken: bot.token,
    botId: bot.id,
    botUserId: bot.userId,
    rotation: refreshToken === undefined || expiresAt === undefined ? undefined : { refreshToken, expiresAt },
  }
}
