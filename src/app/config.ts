import { resolve } from 'node:path'
import { z } from 'zod'
import { readRedisAddress } from '../jobs/redis-address.ts'

/** A variable that cannot be used: its name, and what it should be. Never its value, which may be a secret. */
export type ConfigFault = { name: string; should: string }

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const should = (ja: string, en: string) => ({ error: `${ja} / ${en}` })
const PORT = should('0から65535の数（0なら空いている番号）', 'a number from 0 to 65535 (0: any that is free)')
const REDIS = should(
  'redis://host:6379、redis+sentinel://host:26379,host:26379/名前、redis+cluster://host:6379,host:6379 のどれかの形のアドレス',
  'an address such as redis://host:6379, redis+sentinel://host:26379,host:26379/name or redis+cluster://host:6379,host:6379',
)
const SHARDS = should(
  '0/2（2つのうちの0番）や 0-3/8 の形',
  'such as 0/2 (number 0 of 2) or 0-3/8: the shards that this bot holds, of how many',
)
const KEY = should(
  '32バイトの鍵をbase64で（複数はカンマ区切り、いま使うものを先頭に）',
  '32-byte keys in base64, separated by commas, the current one first',
)

const TOKEN = should(
  '20文字以上の、ほかで使っていない合言葉（openssl rand -base64 24 で作れます）',
  '20 or more letters that are used nowhere else; openssl rand -base64 24 makes some',
)
const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT)
  .transform(Number)
  .refine((number) => number <= 65_535, PORT)

const token = (prefix: string) =>
  z.string().startsWith(prefix, should(`${prefix} で始まるトークン`, `a token that starts with ${prefix}`))
const address = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => protocols.includes(URL.parse(value)?.protocol ?? ''),
      should(`${example} の形のアドレス`, `an address such as ${example}`),
    )
const isKey = (text: string): boolean =>
  /^[\w+/-]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length === 32

type Shards = { ids: number[]; count: number }

/** `0/2` or `0-3/8`: the shards held, of how many. */
const readShards = (text: string): Shards | undefined => {
  const [, first, last = first, of] = /^(\d{1,4})(?:-(\d{1,4}))?\/(\d{1,4})$/.exec(text) ?? []
  const [from, to, count] = [Number(first), Number(last), Number(of)]
  if (!(from <= to && to < count)) return undefined
  return { ids: Array.from({ length: to - from + 1 }, (_, index) => from + index), count }
}

const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: address(['http:', 'https:'], 'https://tsunagi.example.jp')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@host:5432/tsunagi',
  ).optional(),
  REDIS_URL: z
    .string()
    .refine((value) => readRedisAddress(value) !== undefined, REDIS)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, should(LOG_LEVELS.join('、'), LOG_LEVELS.join(', '))).default('info'),
  PRACTICE: z
    .enum(['auto', 'on', 'off'], should('auto、on、off のどれか', 'auto, on or off'))
    .default('auto'),
  TSUNAGI_KEY: z
    .string()
    .transform((value) => value.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every(isKey), KEY)
    .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')))
    .optional(),
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
  SLACK_API_URL: address(['http:', 'https:'], 'https://slack.com/api/').optional(),
  DISCORD_TOKEN: z.string().min(10, should('DiscordのBotトークン', "Discord's bot token")).optional(),
  DISCORD_API_URL: address(['http:', 'https:'], 'https://discord.com/api').optional(),
  DISCORD_SHARDS: z
    .string()
    .transform(readShards)
    .refine((shards) => shards !== undefined, SHARDS)
    .optional(),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  OPERATIONS_TOKEN: z.string().min(20, TOKEN).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: address(['http:', 'https:'], 'http://localhost:4318')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
})

type SlackReceiver = { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
/** One workspace by its token, or every workspace that takes the app in. */
type SlackAccess = { botToken: string } | { app: { clientId: string; clientSecret: string } }
type SlackConfig = SlackAccess & { apiUrl?: string; receiver: SlackReceiver }
type DiscordConfig = { token: string; apiUrl?: string; shards?: Shards }
export type Config = Readonly<{
  port: number
  host: string
  /** Where people's calendars reach this bot. */
  publicUrl: string
  dataDir: string
  databaseUrl?: string
  redisUrl?: string
  logLevel: (typeof LOG_LEVELS)[number]
  practice: boolean
  /** The current key first. */
  keys?: readonly Buffer[]
  slack?: SlackConfig
  discord?: DiscordConfig
  /** Where measures are served: a port of their own. */
  metrics?: { port: number; host: string }
  /** Opens the operations page. */
  operationsToken?: string
  /** The collector that is sent traces, by OTLP over HTTP. */
  tracesTo?: string
}>

/** What a process is there for: everything, what people do, or sending what is due. */
export type Role = 'all' | 'bot' | 'worker'

/**
 * What a role needs and was not given: servers that other processes use too, and the key that they share. Each making
 * a key of its own would seal texts that the others cannot open.
 */
export const missingFor = (role: Role, config: Config, hasKeyFile: boolean): ConfigFault[] => {
  if (role === 'all') return []
  const servers =
    `--role ${role} では、すべてのプロセスが使うサーバーのアドレスが必要です / ` +
    `--role ${role} needs the address of the server that all processes use`
  const key =
    `--role ${role} では、すべてのプロセスに同じ鍵が必要です（openssl rand -base64 32 で作れます） / ` +
    `--role ${role} needs the same key in all processes; openssl rand -base64 32 makes one`
  return [
    ...(config.databaseUrl ? [] : [{ name: 'DATABASE_URL', should: servers }]),
    ...(config.redisUrl ? [] : [{ name: 'REDIS_URL', should: servers }]),
    ...(config.keys || hasKeyFile ? [] : [{ name: 'TSUNAGI_KEY', should: key }]),
  ]
}

/** Reads the environment once, at start. Every fault is listed at once; an empty variable counts as unset. */
export const readConfig = (
  environment: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; faults: ConfigFault[] } => {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const)
  const given: Given = Object.fromEntries(trimmed.filter(([, value]) => value))
  const read = Environment.safeParse(given)
  const malformed = read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ name: String(path[0]), should: message }))
  const faults = [...malformed, ...missingBeside(given)]
  if (!read.success || faults.length > 0) return { ok: false, faults }
  return { ok: true, config: configOf(read.data) }
}

type Given = Readonly<Record<string, string | undefined>>

/** Slack's variables only make sense together. */
const missingBeside = (given: Given): ConfigFault[] => {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: socket, SLACK_SIGNING_SECRET: http } = given
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl } = given
  const fault = (name: string, ja: string, en: string): ConfigFault[] => [{ name, should: `${ja} / ${en}` }]
  const installs = clientId !== undefined || clientSecret !== undefined
  if (installs && bot)
    return fault(
      'SLACK_BOT_TOKEN',
      'SLACK_CLIENT_ID を書くときは要りません（ワークスペースごとに /slack/install から入れます）',
      'not needed beside SLACK_CLIENT_ID: each workspace is added at /slack/install',
    )
  if (installs && !clientId) return fault('SLACK_CLIENT_ID', 'Client ID も必要です', 'the client ID as well')
  if (installs && !clientSecret)
    return fault('SLACK_CLIENT_SECRET', 'Client Secret も必要です', 'the client secret as well')
  if (installs && !publicUrl?.startsWith('https://'))
    return fault(
      'PUBLIC_URL',
      'Slackから戻るための https:// のアドレスが必要です',
      'an https:// address to which Slack sends people back',
    )
  if (!installs && !bot && (socket || http))
    return fault(
      'SLACK_BOT_TOKEN',
      'xoxb- で始まるトークンも必要です',
      'a token that starts with xoxb- as well',
    )
  if ((installs || bot) && !socket && !http)
    return fault(
      'SLACK_APP_TOKEN',
      'xapp- で始まるトークン（ソケットモード）か、SLACK_SIGNING_SECRET（HTTP）のどちらかが必要です',
      'a token that starts with xapp- (Socket Mode), or SLACK_SIGNING_SECRET (HTTP)',
    )
  return []
}

const configOf = (env: z.output<typeof Environment>): Config => {
  const slack = slackOf(env)
  const { DISCORD_TOKEN: token, METRICS_PORT: port, METRICS_HOST: host } = env
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    dataDir: resolve(env.DATA_DIR),
    logLevel: env.LOG_LEVEL,
    practice: env.PRACTICE === 'on' || (env.PRACTICE === 'auto' && !slack && !token),
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    keys: env.TSUNAGI_KEY && Object.freeze(env.TSUNAGI_KEY),
    slack: slack && Object.freeze(slack),
    discord: token
      ? Object.freeze({ token, apiUrl: env.DISCORD_API_URL, shards: env.DISCORD_SHARDS })
      : undefined,
    metrics: port === undefined ? undefined : Object.freeze({ port, host }),
    operationsToken: env.OPERATIONS_TOKEN,
    tracesTo: env.OTEL_EXPORTER_OTLP_ENDPOINT,
  })
}

/** Socket Mode where both ways are given: it needs no address that Slack can reach. */
const slackOf = (env: z.output<typeof Environment>): SlackConfig | undefined => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_API_URL: apiUrl } = env
  const access: SlackAccess | undefined =
    clientId && clientSecret
      ? { app: Object.freeze({ clientId, clientSecret }) }
      : botToken
        ? { botToken }
        : undefined
  const receiver: SlackReceiver | undefined = appToken
    ? { mode: 'socket', appToken }
    : signingSecret
      ? { mode: 'http', signingSecret }
      : undefined
  if (!access || !receiver) return undefined
  return { ...access, apiUrl, receiver: Object.freeze(receiver) }
}
