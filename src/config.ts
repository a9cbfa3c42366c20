import { resolve } from 'node:path'
import { z } from 'zod'

/** A variable that cannot be used: its name, and what it should be. Never its value, which may be a secret. */
export type ConfigFault = { name: string; should: string }

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const should = (ja: string, en: string) => ({ error: `${ja} / ${en}` })
const startsWith = (prefix: string) =>
  z
    .string(should(`${prefix} で始まるトークン`, `a token that starts with ${prefix}`))
    .startsWith(prefix, should(`${prefix} で始まるトークン`, `a token that starts with ${prefix}`))
const address = (protocols: string[], example: string) =>
  z.string().refine(
    (value) => {
      const url = URL.parse(value)
      return url !== null && protocols.includes(url.protocol)
    },
    should(`${example} の形の接続先`, `an address such as ${example}`),
  )

const Environment = z.object({
  PORT: z.coerce
    .number(should('0から65535の数', 'a number from 0 to 65535'))
    .pipe(
      z
        .int(should('0から65535の数', 'a number from 0 to 65535'))
        .min(0, should('0から65535の数', 'a number from 0 to 65535'))
        .max(65535, should('0から65535の数', 'a number from 0 to 65535')),
    )
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@host:5432/tsunagi',
  ).optional(),
  REDIS_URL: address(['redis:', 'rediss:', 'unix:'], 'redis://host:6379').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, should(LOG_LEVELS.join('、'), LOG_LEVELS.join(', '))).default('info'),
  PRACTICE: z
    .enum(['auto', 'on', 'off'], should('auto、on、off のどれか', 'auto, on or off'))
    .default('auto'),
  TSUNAGI_KEY: z
    .string()
    .transform((value) => value.split(',').map((key) => Buffer.from(key.trim(), 'base64')))
    .refine(
      (keys) => keys.every((key) => key.length === 32),
      should('32バイトの鍵をbase64で（複数はカンマ区切り）', '32-byte keys in base64, separated by commas'),
    )
    .optional(),
  SLACK_BOT_TOKEN: startsWith('xoxb-').optional(),
  SLACK_APP_TOKEN: startsWith('xapp-').optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(8, should('Slackの署名シークレット', "Slack's signing secret"))
    .optional(),
  SLACK_API_URL: address(['http:', 'https:'], 'https://slack.com/api/').optional(),
  DISCORD_TOKEN: z.string().min(10, should('DiscordのBotトークン', "Discord's bot token")).optional(),
  DISCORD_API_URL: address(['http:', 'https:'], 'https://discord.com/api').optional(),
})

export type SlackConfig = {
  botToken: string
  apiUrl?: string
  receiver: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
}
export type Config = Readonly<{
  port: number
  host: string
  dataDir: string
  databaseUrl?: string
  redisUrl?: string
  logLevel: (typeof LOG_LEVELS)[number]
  practice: boolean
  /** The current key first. */
  keys?: readonly Buffer[]
  slack?: SlackConfig
  discord?: { token: string; apiUrl?: string }
}>

/** Reads the environment once, at start. Every fault is listed at once; an empty variable counts as unset. */
export const readConfig = (
  environment: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; faults: ConfigFault[] } => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const read = Environment.safeParse(given)
  if (!read.success)
    return {
      ok: false,
      faults: read.error.issues.map(({ path, message }) => ({ name: String(path[0]), should: message })),
    }
  const env = read.data
  const slack = slackConfig(env)
  if (slack && 'name' in slack) return { ok: false, faults: [slack] }
  const practice = env.PRACTICE === 'on' || (env.PRACTICE === 'auto' && !slack && !env.DISCORD_TOKEN)
  const config: Config = {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    logLevel: env.LOG_LEVEL,
    practice,
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.REDIS_URL ? { redisUrl: env.REDIS_URL } : {}),
    ...(env.TSUNAGI_KEY ? { keys: env.TSUNAGI_KEY } : {}),
    ...(slack ? { slack } : {}),
    ...(env.DISCORD_TOKEN
      ? {
          discord: {
            token: env.DISCORD_TOKEN,
            ...(env.DISCORD_API_URL ? { apiUrl: env.DISCORD_API_URL } : {}),
          },
        }
      : {}),
  }
  return { ok: true, config: Object.freeze(config) }
}

const slackConfig = (env: z.output<typeof Environment>): SlackConfig | ConfigFault | undefined => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env
  if (!botToken) {
    if (!appToken && !signingSecret) return undefined
    return {
      name: 'SLACK_BOT_TOKEN',
      ...pair('xoxb- で始まるトークンも必要です', 'a token that starts with xoxb- as well'),
    }
  }
  const apiUrl = env.SLACK_API_URL ? { apiUrl: env.SLACK_API_URL } : {}
  if (appToken) return { botToken, ...apiUrl, receiver: { mode: 'socket', appToken } }
  if (signingSecret) return { botToken, ...apiUrl, receiver: { mode: 'http', signingSecret } }
  return {
    name: 'SLACK_APP_TOKEN',
    ...pair(
      'xapp- で始まるトークン（ソケットモード）か、SLACK_SIGNING_SECRET（HTTP）のどちらかが必要です',
      'a token that starts with xapp- (Socket Mode), or SLACK_SIGNING_SECRET (HTTP)',
    ),
  }
}

const pair = (ja: string, en: string): { should: string } => ({ should: `${ja} / ${en}` })
