import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api'
import type { Finding, WantedPlaces } from '../finding.ts'
import type { Failure } from '../port.ts'
import { detailOf, lookFailureOf } from './errors.ts'
import { SCOPES } from './install.ts'

type Looked = 'token' | 'app-token' | 'scopes' | 'channel'
export type SlackFinding = Finding<Looked, Looked | 'workspace' | 'unreachable'>

export type SlackExamined = {
  botToken: string
  apiUrl?: string
  appToken?: string
  places: WantedPlaces
  timeoutMs?: number
}

const TIMEOUT_MS = 10_000

/** Looks whether the tokens work, may do what the bot does, and whether the bot is in its channels. Posts nothing. */
export const examineSlack = async (given: SlackExamined): Promise<SlackFinding[]> => {
  const { botToken, apiUrl, appToken, places, timeoutMs = TIMEOUT_MS } = given
  const options: WebClientOptions = {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logLevel: LogLevel.ERROR,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  }
  const client = new WebClient(botToken, options)
  const identity = await client.auth.test().catch((error: unknown) => lookFailureOf(error))
  if ('failure' in identity) return [failed('token', identity)]
  const granted: string[] = identity.response_metadata?.scopes ?? []
  const missing = SCOPES.filter((scope) => !granted.includes(scope))
  const own = places.filter(({ workspace }) => workspace === identity.team_id)
  return [
    { about: 'token', ok: true, detail: [identity.team, identity.team_id].filter(Boolean).join(' ') },
    { about: 'scopes', ok: missing.length === 0, detail: missing.join(', ') },
    ...(appToken === undefined ? [] : [await appTokenWorks(appToken, options)]),
    ...places
      .filter(({ workspace }) => workspace !== identity.team_id)
      .map(({ workspace }): SlackFinding => ({ about: 'workspace', ok: false, detail: workspace })),
    ...(await Promise.all(own.flatMap(({ channels }) => channels).map((channel) => isIn(client, channel)))),
  ]
}

const failed = (about: Looked, failure: Failure): SlackFinding => ({
  about: failure.failure === 'refused' ? about : 'unreachable',
  ok: false,
  detail: detailOf(failure),
})

/** Asks where the socket would be, and does not open it. */
const appTokenWorks = async (appToken: string, options: WebClientOptions): Promise<SlackFinding> => {
  const opened = await new WebClient(appToken, options).apps.connections
    .open({})
    .catch((error: unknown) => lookFailureOf(error))
  return 'failure' in opened ? failed('app-token', opened) : { about: 'app-token', ok: true, detail: '' }
}

const isIn = async (client: WebClient, channel: string): Promise<SlackFinding> => {
  const seen = await client.conversations.info({ channel }).catch((error: unknown) => lookFailureOf(error))
  if ('failure' in seen) {
    const found = failed('channel', seen)
    return { ...found, detail: `${channel} (${found.detail})` }
  }
  if (seen.channel?.is_archived) return { about: 'channel', ok: false, detail: `${channel} (is_archived)` }
  const ok = seen.channel?.is_member === true
  return { about: 'channel', ok, detail: ok ? channel : `${channel} (not_in_channel)` }
}
