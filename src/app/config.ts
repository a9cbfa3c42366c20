import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { ConfigFault, Configured, Environment } from '../bot/adapter.ts'
import { address, fault, readVariables, should, webAddress } from '../bot/kit/environment.ts'
import { readRedisAddress } from '../jobs/redis-address.ts'
import { configuredPlatforms } from './adapters.ts'

/** Where an administrator gives keys a place of their own: the first choice where it is there and may be written. */
export const SYSTEM_KEYS = '/etc/tsunagi/keys'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const PORT = should('0から65535の数（0なら空いている番号）', 'a number from 0 to 65535 (0: any that is free)')
const REDIS = should(
  'redis://host:6379、redis+sentinel://host:26379,host:26379/名前、redis+cluster://host:6379,host:6379 のどれかの形のアドレス',
  'an address such as redis://host:6379, redis+sentinel://host:26379,host:26379/name or redis+cluster://host:6379,host:6379',
)
const KEY = should(
  '32バイトの鍵をbase64で（複数はカンマ区切り、いま使うものを先頭に）',
  '32-byte keys in base64, separated by commas, the current one first',
)

const TOKEN = should(
  '20文字以上の、ほかで使っていない合言葉（openssl rand -base64 24 で作れます）',
  '20 or more letters that are used nowhere else; openssl rand -base64 24 makes some',
)
const PRACTICE_APART = fault(
  'PRACTICE_DATABASE_URL',
  'DATABASE_URL とは別のデータベースのアドレス（練習は、ほんものに触れません）',
  'the address of another database than DATABASE_URL: practice never touches the real',
)
const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT)
  .transform(Number)
  .refine((number) => number <= 65_535, PORT)

const isKey = (text: string): boolean =>
  /^[\w+/-]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length === 32

const Variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webAddress('https://tsunagi.example.jp')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@host:5432/tsunagi',
  ).optional(),
  PRACTICE_DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@host:5432/tsunagi_practice',
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
  KEY_FILE: z.string().optional(),
  // Of systemd and of the desktop's standard for a user's files.
  CREDENTIALS_DIRECTORY: z.string().optional(),
  XDG_CONFIG_HOME: z.string().optional(),
  HOME: z.string().optional(),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  OPERATIONS_TOKEN: z.string().min(20, TOKEN).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress('http://localhost:4318')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
})

export type Config = Readonly<{
  port: number
  host: string
  /** The public URL, where calendar programs reach this bot. */
  publicUrl: string
  dataDir: string
  databaseUrl: string | undefined
  /** The store of practice, where it is not the one beside the real store. */
  practiceDatabaseUrl: string | undefined
  redisUrl: string | undefined
  logLevel: (typeof LOG_LEVELS)[number]
  practice: boolean
  /** The command line was told to speak of practice's store. */
  meansPractice: boolean
  /** The current key first. */
  keys: readonly Buffer[] | undefined
  /** The file with the keys, where it is named. */
  keyFile: string | undefined
  /** The folder with systemd's credentials. */
  credentials: string | undefined
  /** Folders in which a key file may be made, the first choice first. */
  keyFolders: readonly string[]
  /** The external platforms that are configured. */
  platforms: readonly Configured[]
  /** Where measures are served: a port of their own. */
  metrics: { port: number; host: string } | undefined
  /** Opens the operations page. */
  operationsToken: string | undefined
  /** The collector that is sent traces, by OTLP over HTTP. */
  tracesTo: string | undefined
}>

/** The role of a process: all of it, the interactions only, or the jobs only. */
export type Role = 'all' | 'bot' | 'worker'

/**
 * Checks that a role of several processes has the shared servers and the shared key: processes that each made a key
 * would seal texts that the others cannot open.
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

/** Parses the environment once, at start, and lists all faults together. An empty variable counts as unset. */
export const readConfig = (
  environment: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; faults: ConfigFault[] } => {
  const given = setIn(environment)
  const variables = readVariables(Variables, given)
  const { platforms, faults } = configuredPlatforms(given)
  if (!variables.ok) return { ok: false, faults: [...variables.faults, ...faults] }
  if (isOneDatabase(variables.read)) faults.push(PRACTICE_APART)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config: configOf(variables.read, platforms) }
}

const isOneDatabase = (given: {
  DATABASE_URL?: string | undefined
  PRACTICE_DATABASE_URL?: string | undefined
}): boolean => {
  const [real, practice] = [given.DATABASE_URL, given.PRACTICE_DATABASE_URL].map((url) => url && new URL(url))
  return !!real && !!practice && real.host === practice.host && real.pathname === practice.pathname
}

/** Drops empty variables and trims the others. */
export const setIn = (environment: Record<string, string | undefined>): Environment => {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const)
  return Object.fromEntries(trimmed.filter(([, value]) => value))
}

const configOf = (env: z.output<typeof Variables>, platforms: readonly Configured[]): Config => {
  const { METRICS_PORT: metricsPort, METRICS_HOST: host, HOME: home } = env
  const configHome = env.XDG_CONFIG_HOME ?? (home && join(home, '.config'))
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    dataDir: resolve(env.DATA_DIR),
    logLevel: env.LOG_LEVEL,
    practice: env.PRACTICE === 'on' || (env.PRACTICE === 'auto' && platforms.length === 0),
    databaseUrl: env.DATABASE_URL,
    practiceDatabaseUrl: env.PRACTICE_DATABASE_URL,
    meansPractice: false,
    redisUrl: env.REDIS_URL,
    keys: env.TSUNAGI_KEY && Object.freeze(env.TSUNAGI_KEY),
    keyFile: env.KEY_FILE && resolve(env.KEY_FILE),
    credentials: env.CREDENTIALS_DIRECTORY,
    keyFolders: Object.freeze([SYSTEM_KEYS, ...(configHome ? [join(configHome, 'tsunagi', 'keys')] : [])]),
    platforms: Object.freeze(platforms),
    metrics: metricsPort === undefined ? undefined : Object.freeze({ port: metricsPort, host }),
    operationsToken: env.OPERATIONS_TOKEN,
    tracesTo: env.OTEL_EXPORTER_OTLP_ENDPOINT,
  })
}
