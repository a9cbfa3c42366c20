import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api'
import { catalogues } from '../../text/catalogue.ts'
import type { Finding, WantedPlaces } from '../adapter.ts'
import { findingsIn } from '../kit/findings.ts'
import { type Calling, singleAttempt } from './client-options.ts'
import { lookFailureOf } from './errors.ts'
import { SCOPES } from './install.ts'

type Examined = Calling & { botToken: string; appToken: string | undefined; places: WantedPlaces }

const { found, failed, wrong } = findingsIn(catalogues.ja.doctor.slack)

/** Looks whether the tokens work, may do what the bot does, and whether the bot is in its channels. Posts nothing. */
export const examineSlack = async ({
  botToken,
  appToken,
  places,
  ...calling
}: Examined): Promise<Finding[]> => {
  const options = { ...singleAttempt(calling), logLevel: LogLevel.ERROR }
  const client = new WebClient(botToken, options)
  const identity = await client.auth.test().catch((error: unknown) => lookFailureOf(error))
  if ('failure' in identity) return [failed('token', identity)]
  const granted: string[] = identity.response_metadata?.scopes ?? []
  const missing = SCOPES.filter((scope) => !granted.includes(scope))
  const own = places.filter(({ workspace }) => workspace === identity.team_id)
  return [
    found('token', true, [identity.team, identity.team_id].filter(Boolean).join(' ')),
    found('scopes', missing.length === 0, missing.join(', ')),
    ...(appToken === undefined ? [] : [await appTokenWorks(appToken, options)]),
    ...places
      .filter(({ workspace }) => workspace !== identity.team_id)
      .map(({ workspace }) => wrong('workspace', workspace)),
    ...(await Promise.all(own.flatMap(({ channels }) => channels).map((channel) => isIn(client, channel)))),
  ]
}

/** Asks where the socket would be, and does not open it. */
const appTokenWorks = async (appToken: string, options: WebClientOptions): Promise<Finding> => {
  const opened = await new WebClient(appToken, options).apps.connections
    .open({})
    .catch((error: unknown) => lookFailureOf(error))
  return 'failure' in opened ? failed('app-token', opened) : found('app-token', true, '')
}

const isIn = async (client: WebClient, channel: string): Promise<Finding> => {
  const seen = await client.conversations.info({ channel }).catch((error: unknown) => lookFailureOf(error))
  if ('failure' in seen) return failed('channel', seen, channel)
  if (seen.channel?.is_archived) return found('channel', false, `${channel} (is_archived)`)
  const ok = seen.channel?.is_member === true
  return found('channel', ok, ok ? channel : `${channel} (not_in_channel)`)
}
