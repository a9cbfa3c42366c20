import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingFor, type Role, readConfig, setIn } from '../../src/app/config.ts'
import { readDiscordConfig } from '../../src/bot/discord/config.ts'
import { readSlackConfig } from '../../src/bot/slack/config.ts'

const configOf = (environment: Record<string, string | undefined>) => {
  const read = readConfig(environment)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.config
}
/** What a platform reads of an environment that has no faults. */
const slackIn = (environment: Record<string, string | undefined>) => {
  const { platforms } = configOf(environment)
  expect(platforms.map(({ name }) => name)).toEqual(['slack'])
  return readSlackConfig(setIn(environment)).config
}
const faultsOf = (environment: Record<string, string | undefined>) => {
  const read = readConfig(environment)
  return read.ok ? [] : read.faults
}
const namesOf = (environment: Record<string, string | undefined>) =>
  faultsOf(environment).map(({ name }) => name)

const WRONG = {
  PORT: ['http', '-1', '65536', '3000.5', '0x10', '1e3', '3 000'],
  LOG_LEVEL: ['loud', 'INFO'],
  PRACTICE: ['yes', 'true'],
  PRACTICE_DATABASE_URL: ['localhost', 'mysql://host/practice'],
  DATABASE_URL: ['localhost', 'mysql://host/tsunagi', 'postgres'],
  REDIS_URL: [
    'localhost:6379',
    'http://host',
    'redis://',
    'redis://one:6379,two:6379',
    'redis://host:6379/name',
    'redis://host:65536',
    'redis://host:6379?family=6',
    'redis://user:%zz@host',
    'redis+sentinel://one:26379',
    'redis+sentinel://one:26379/name/first',
    'redis+sentinel://one:26379/name?sentinelpassword=x',
    'redis+cluster://one:6379,',
    'redis+cluster://one:6379/1',
    'redis+ring://one:6379',
  ],
  TSUNAGI_KEY: ['secret', randomBytes(31).toString('base64'), `${randomBytes(32).toString('base64')},`],
  SLACK_API_URL: ['slack.com/api', 'ftp://slack.com'],
  DISCORD_TOKEN: ['short'],
  DISCORD_API_URL: ['discord'],
  METRICS_PORT: ['prometheus', '65536'],
  OPERATIONS_TOKEN: ['short', 'nineteen letters ..'],
  OTEL_EXPORTER_OTLP_ENDPOINT: ['localhost:4318', 'grpc://host:4317'],
  DISCORD_SHARDS: ['2', '2/2', '3-1/8', '0-8/8', 'a/b', '-1/2', '0,1/2'],
}

describe('without any variable', () => {
  it('runs on loopback, with its own servers and the practice workspace', () => {
    expect(configOf({})).toEqual({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      host: '127.0.0.1',
      dataDir: resolve('data'),
      logLevel: 'info',
      practice: true,
      keyFolders: ['/etc/tsunagi/keys'],
      meansPractice: false,
      platforms: [],
    })
  })
  it('an empty or blank variable counts as unset, spaces around a value are dropped', () => {
    expect(configOf({ PORT: '', DATABASE_URL: '  ', SLACK_BOT_TOKEN: '' })).toEqual(configOf({}))
    expect(configOf({ PORT: ' 8080 ', LOG_LEVEL: 'debug\r' })).toMatchObject({
      port: 8080,
      logLevel: 'debug',
    })
  })
  it('keys go below the home of whoever runs it, where nothing else is said', () => {
    const folders = (environment: Record<string, string>) => configOf(environment).keyFolders
    const HOME = '/home/somebody'
    expect(folders({ HOME })).toEqual(['/etc/tsunagi/keys', '/home/somebody/.config/tsunagi/keys'])
    expect(folders({ HOME, XDG_CONFIG_HOME: '/config' })[1]).toBe('/config/tsunagi/keys')
  })
  it('variables of other programs are nothing to it', () => {
    expect(configOf({ USER: 'somebody', npm_config_port: 'x' })).toEqual(configOf({}))
  })
})

describe('a wrong value', () => {
  for (const [name, values] of Object.entries(WRONG))
    for (const value of values)
      it(`${name}=${JSON.stringify(value)} is named, with what it should be in both languages`, () => {
        expect(namesOf({ [name]: value })).toEqual([name])
        const [fault] = faultsOf({ [name]: value })
        expect(fault?.should).toMatch(/ \/ [a-zA-Z0-9]/)
      })

  it('all wrong ones are listed at once, and a missing half of a pair with them', () => {
    const all = Object.fromEntries(Object.entries(WRONG).map(([name, [value]]) => [name, value]))
    expect(namesOf({ ...all, SLACK_SIGNING_SECRET: 'short', SLACK_APP_TOKEN: 'xoxb-1' }).sort()).toEqual(
      [...Object.keys(WRONG), 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'].sort(),
    )
  })

  it('never appears in what is said of it', () => {
    const names = [...Object.keys(WRONG), 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.stringMatching(/^[A-Z]{4}-[0-9]{6}-[a-z]{6}$/),
        (name, secret) => {
          expect(JSON.stringify(faultsOf({ [name]: secret }))).not.toContain(secret)
        },
      ),
    )
  })
})

describe('Slack', () => {
  const botToken = 'xoxb-example'
  it('speaks Socket Mode with an app token, HTTP with a signing secret, Socket Mode with both', () => {
    const socket = { mode: 'socket', appToken: 'xapp-example' }
    expect(slackIn({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: 'xapp-example' })).toEqual({
      botToken,
      receiver: socket,
    })
    const both = {
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: 'example-secret',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    }
    expect(slackIn(both)).toEqual({
      botToken,
      apiUrl: 'http://127.0.0.1:1/api/',
      receiver: { mode: 'http', signingSecret: 'example-secret' },
    })
    expect(slackIn({ ...both, SLACK_APP_TOKEN: 'xapp-example' })?.receiver).toEqual(socket)
  })
  it('asks for the half of a pair that is missing', () => {
    expect(namesOf({ SLACK_BOT_TOKEN: botToken })).toEqual(['SLACK_APP_TOKEN'])
    expect(namesOf({ SLACK_APP_TOKEN: 'xapp-example' })).toEqual(['SLACK_BOT_TOKEN'])
    expect(namesOf({ SLACK_SIGNING_SECRET: 'example-secret' })).toEqual(['SLACK_BOT_TOKEN'])
  })
})

describe('Slack in many workspaces', () => {
  const app = { SLACK_CLIENT_ID: '1000.2000', SLACK_CLIENT_SECRET: 'example-secret' }
  const all = { ...app, SLACK_SIGNING_SECRET: 'example-secret', PUBLIC_URL: 'https://tsunagi.example.jp/' }
  it('is on with the client’s id and secret and an address to come back to', () => {
    expect(configOf(all)).toMatchObject({ publicUrl: 'https://tsunagi.example.jp', practice: false })
    expect(slackIn(all)).toMatchObject({
      app: { clientId: '1000.2000', clientSecret: 'example-secret' },
      receiver: { mode: 'http', signingSecret: 'example-secret' },
    })
    expect(slackIn({ ...all, SLACK_APP_TOKEN: 'xapp-example' })?.receiver.mode).toBe('socket')
  })
  it.each([
    ['SLACK_CLIENT_ID', { SLACK_CLIENT_ID: '' }],
    ['SLACK_CLIENT_ID', { SLACK_CLIENT_ID: 'app' }],
    ['SLACK_CLIENT_SECRET', { SLACK_CLIENT_SECRET: '' }],
    ['SLACK_CLIENT_SECRET', { SLACK_CLIENT_SECRET: 'short' }],
    ['PUBLIC_URL', { PUBLIC_URL: '' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://tsunagi.example.jp' }],
    ['SLACK_APP_TOKEN', { SLACK_SIGNING_SECRET: '' }],
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-example' }],
  ])('names %s when given %j', (name, change) => {
    expect(namesOf({ ...all, ...change })).toEqual([name])
  })
})

describe('the practice workspace', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-example', SLACK_APP_TOKEN: 'xapp-example' }
  const discord = { DISCORD_TOKEN: 'example-discord-token' }
  it.each([
    [{}, true],
    [{ PRACTICE: 'off' }, false],
    [slack, false],
    [discord, false],
    [{ ...slack, PRACTICE: 'on' }, true],
    [{ ...discord, PRACTICE: 'on' }, true],
  ])('given %j it is on: %s', (environment, isOn) => {
    expect(configOf(environment).practice).toBe(isOn)
  })
})

it('refuses the real database as the one of practice', () => {
  const real = 'postgresql://u:p@db:5432/tsunagi'
  expect(namesOf({ DATABASE_URL: real, PRACTICE_DATABASE_URL: 'postgresql://v:q@db:5432/tsunagi' })).toEqual([
    'PRACTICE_DATABASE_URL',
  ])
  expect(namesOf({ DATABASE_URL: real, PRACTICE_DATABASE_URL: 'postgresql://u:p@db:5432/practice' })).toEqual(
    [],
  )
})

it('takes several keys, the current one first', () => {
  const keys = [randomBytes(32), randomBytes(32)]
  const given = keys.map((key) => key.toString('base64')).join(', ')
  expect(configOf({ TSUNAGI_KEY: given }).keys).toEqual(keys)
})

it('takes addresses of real servers', () => {
  const addresses = { DATABASE_URL: 'postgresql://u:p@db:5432/tsunagi', REDIS_URL: 'rediss://cache:6380/1' }
  expect(configOf(addresses)).toMatchObject({
    databaseUrl: addresses.DATABASE_URL,
    redisUrl: addresses.REDIS_URL,
  })
})

it('cannot be changed by anybody afterwards', () => {
  const environment = { SLACK_BOT_TOKEN: 'xoxb-example', SLACK_APP_TOKEN: 'xapp-example' }
  const [config, slack] = [configOf(environment), slackIn(environment)]
  const parts = [config, config.platforms, slack, slack?.receiver]
  expect(parts.every((part) => Object.isFrozen(part))).toBe(true)
})

it('.env.example shows every variable, with values that would do', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
  expect(configOf(parseEnv(example))).toEqual(configOf({}))
  const uncommented = parseEnv(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''))
  const [ofOne, ofMany] = [['SLACK_BOT_TOKEN'], ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET']]
  const without = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(uncommented).filter(([name]) => !names.includes(name)))
  expect(faultsOf(without(ofMany))).toEqual([])
  expect(faultsOf(without(ofOne))).toEqual([])
  const slack = [...ofOne, ...ofMany, 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']
  const names = [
    ...Object.keys(WRONG),
    ...slack,
    'HOST',
    'METRICS_HOST',
    'DATA_DIR',
    'KEY_FILE',
    'POSTGRES_PASSWORD',
    'VALKEY_PASSWORD',
    'PUBLIC_URL',
  ]
  expect(Object.keys(uncommented).sort()).toEqual(names.sort())
})

it('measures nothing, sends nothing and opens no page unless told to; measures are for this machine alone', () => {
  const { metrics, operationsToken, tracesTo } = configOf({})
  expect([metrics, operationsToken, tracesTo]).toEqual([undefined, undefined, undefined])
  expect(configOf({ METRICS_PORT: '9464' }).metrics).toEqual({ port: 9464, host: '127.0.0.1' })
  expect(configOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' }).tracesTo).toBe(
    'http://collector:4318',
  )
})

describe('Discord’s shards', () => {
  it.each([
    ['0/1', { ids: [0], count: 1 }],
    ['1/2', { ids: [1], count: 2 }],
    ['2-4/8', { ids: [2, 3, 4], count: 8 }],
  ])('%s', (text, shards) => {
    const environment = { DISCORD_TOKEN: 'invented-token', DISCORD_SHARDS: text }
    expect(configOf(environment).platforms.map(({ name }) => name)).toEqual(['discord'])
    expect(readDiscordConfig(environment).config?.shards).toEqual(shards)
  })
})

describe('a bot or a worker', () => {
  const key = randomBytes(32).toString('base64')
  const servers = { DATABASE_URL: 'postgres://host/tsunagi', REDIS_URL: 'redis://host' }
  const missing = (environment: Record<string, string>, role: Role, hasKeyFile = false) =>
    missingFor(role, configOf(environment), hasKeyFile).map(({ name }) => name)

  it('needs the servers and the key that all processes share', () => {
    for (const role of ['bot', 'worker'] as const) {
      expect(missing({}, role)).toEqual(['DATABASE_URL', 'REDIS_URL', 'TSUNAGI_KEY'])
      expect(missing(servers, role)).toEqual(['TSUNAGI_KEY'])
      expect(missing(servers, role, true)).toEqual([])
      expect(missing({ ...servers, TSUNAGI_KEY: key }, role)).toEqual([])
    }
  })
  it('one process that does all needs nothing', () => {
    expect(missing({}, 'all')).toEqual([])
  })
})
