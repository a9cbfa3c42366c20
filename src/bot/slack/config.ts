import { z } from 'zod'
import type { ConfigFault, Environment } from '../adapter.ts'
import { fault, readVariables, should, webAddress } from '../kit/environment.ts'

type Receiver = { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
/** One workspace by its token, or every workspace that takes the app in. */
type Access = { botToken: string } | { app: { clientId: string; clientSecret: string } }
export type SlackConfig = Access & { apiUrl: string | undefined; receiver: Receiver }

const token = (prefix: string) =>
  z.string().startsWith(prefix, should(`${prefix} で始まるトークン`, `a token that starts with ${prefix}`))

const Variables = z.object({
  SLACK_BOT_TOKEN: token('xoxb-').optional(),
  SLACK_APP_TOKEN: token('xapp-').optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(8, should('Slackの署名シークレット', "Slack's signing secret"))
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(
      /^\d+\.\d+$/,
      should('Slackのアプリの Client ID（数字.数字）', "the Slack app's client ID (digits.digits)"),
    )
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .min(8, should('Slackのアプリの Client Secret', "the Slack app's client secret"))
    .optional(),
  SLACK_API_URL: webAddress('https://slack.com/api/').optional(),
})

export const readSlackConfig = (
  environment: Environment,
): { config: SlackConfig | undefined; faults: ConfigFault[] } => {
  const variables = readVariables(Variables, environment)
  const faults = [...(variables.ok ? [] : variables.faults), ...missingBeside(environment)]
  return { config: variables.ok && faults.length === 0 ? configOf(variables.read) : undefined, faults }
}

/** The variables only make sense together. */
const missingBeside = (given: Environment): ConfigFault[] => {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: socket, SLACK_SIGNING_SECRET: http } = given
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl } = given
  const installs = clientId !== undefined || clientSecret !== undefined
  if (installs && bot)
    return [
      fault(
        'SLACK_BOT_TOKEN',
        'SLACK_CLIENT_ID を書くときは要りません（ワークスペースごとに /slack/install から入れます）',
        'not needed beside SLACK_CLIENT_ID: each workspace is added at /slack/install',
      ),
    ]
  if (installs && !clientId)
    return [fault('SLACK_CLIENT_ID', 'Client ID も必要です', 'the client ID as well')]
  if (installs && !clientSecret)
    return [fault('SLACK_CLIENT_SECRET', 'Client Secret も必要です', 'the client secret as well')]
  if (installs && !publicUrl?.startsWith('https://'))
    return [
      fault(
        'PUBLIC_URL',
        'Slackから戻るための https:// のアドレスが必要です',
        'an https:// address to which Slack sends people back',
      ),
    ]
  if (!installs && !bot && (socket || http))
    return [
      fault('SLACK_BOT_TOKEN', 'xoxb- で始まるトークンも必要です', 'a token that starts with xoxb- as well'),
    ]
  if ((installs || bot) && !socket && !http)
    return [
      fault(
        'SLACK_APP_TOKEN',
        'xapp- で始まるトークン（ソケットモード）か、SLACK_SIGNING_SECRET（HTTP）のどちらかが必要です',
        'a token that starts with xapp- (Socket Mode), or SLACK_SIGNING_SECRET (HTTP)',
      ),
    ]
  return []
}

/** Socket Mode where both ways are given: it needs no address that Slack can reach. */
const configOf = (given: z.output<typeof Variables>): SlackConfig | undefined => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_API_URL: apiUrl } = given
  const access: Access | undefined =
    clientId && clientSecret
      ? { app: Object.freeze({ clientId, clientSecret }) }
      : botToken
        ? { botToken }
        : undefined
  const receiver: Receiver | undefined = appToken
    ? { mode: 'socket', appToken }
    : signingSecret
      ? { mode: 'http', signingSecret }
      : undefined
  if (!access || !receiver) return undefined
  return Object.freeze({ ...access, apiUrl, receiver: Object.freeze(receiver) })
}
