import type { IForbiddenRuleType, IResolveOptions } from 'dependency-cruiser'
import { PLATFORM_NAMES } from '../../src/domain/workspace/platforms.ts'

/** The import law of docs/architecture.md. Each message says where the code belongs instead. */

const NOUNS = [
  'absence',
  'account',
  'agenda',
  'booking',
  'calendar',
  'case',
  'contact',
  'delivery',
  'digest',
  'figures',
  'followup',
  'form',
  'gsv',
  'handover',
  'matter',
  'meeting',
  'member',
  'minutes',
  'monitoring',
  'openings',
  'partner',
  'placement',
  'plan',
  'poll',
  'privacy',
  'programme',
  'region',
  'rota',
  'selfplan',
  'series',
  'setup',
  'sheet',
  'summary',
  'visit',
  'workspace',
].join('|')
/** What the machinery needs beside the nouns. */
const MACHINERY = 'engine|keeping|outbox|practice'
const ROOMS = `(${NOUNS}|${MACHINERY})`

/** Types and small functions without imports of ours but each other: every floor above domain may use them. */
const PORT = 'bot/(card|form|port|press)\\.ts$'
/** The table of platforms with their capabilities. */
const PLATFORM_TABLE = 'domain/workspace/platforms\\.ts$'
const WATCH = 'observability/(span|watch|stopwatch)\\.ts$'
/** A digest section loads and draws in one declaration, which the morning and a person's page share (decision 29). */
const CARDS_OF_SECTIONS = 'cards/'
const LEAVES = ['text/', PORT, WATCH]

/** A floor imports from itself and from the paths named. */
const floor = (name: string, comment: string, ...allowed: string[]): IForbiddenRuleType => ({
  name: `${name}-floor`,
  severity: 'error',
  comment,
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[`${name}/`, ...allowed].join('|')})` },
})

/** A library is known to one place only. */
const library = (name: string, modules: string, places: string, comment: string): IForbiddenRuleType => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^src/', pathNot: places },
  to: { path: `^(node_modules/)?(${modules})(/|$)` },
})

const FLOORS: IForbiddenRuleType[] = [
  floor(
    'domain',
    'domain holds rules and imports nothing of ours: take the value as an argument, or decide it in actions/<noun>.',
  ),
  floor(
    'text',
    'text is a leaf: what it needs is an argument of the sentence; choosing the sentence belongs in cards/<noun>.',
  ),
  floor(
    'store',
    'store holds tables and queries: what decides or changes together belongs in actions/<noun>, a rule in domain/<noun>.',
    'domain/',
    ...LEAVES,
  ),
  floor(
    'cards',
    'cards turn values into blocks: load the values in actions/<noun> and hand them over.',
    'domain/',
    ...LEAVES,
  ),
  floor(
    'documents',
    'documents turn blocks into files: load the values in actions/<noun> and hand them over.',
    'domain/',
    ...LEAVES,
  ),
  floor(
    'actions',
    'actions change the store for handlers and jobs: what shows it belongs in cards/<noun>, what receives it in handlers, what waits in jobs.',
    'store/',
    'domain/',
    CARDS_OF_SECTIONS,
    ...LEAVES,
  ),
  {
    name: 'only-sections-draw',
    severity: 'error',
    comment: 'actions load and change: only a digest section names the card that shows it.',
    from: { path: '^src/actions/', pathNot: '^src/actions/([^/]+/digest|digest/section)\\.ts$' },
    to: { path: '^src/cards/' },
  },
  floor(
    'handlers',
    'handlers answer commands: what a job does too belongs in actions/<noun>; platforms are reached through the port.',
    'actions/',
    'cards/',
    'documents/',
    'store/',
    'domain/',
    ...LEAVES,
  ),
  floor(
    'jobs',
    'jobs send what is due: what a command does too belongs in actions/<noun>; platforms are reached through the port.',
    'actions/',
    'cards/',
    'documents/',
    'store/',
    'domain/',
    ...LEAVES,
  ),
  floor(
    'observability',
    'observability reads the store and the port, and sends again what failed: what it watches is handed over by app.',
    'actions/delivery/',
    'store/',
    'domain/',
    ...LEAVES,
  ),
]

const PLATFORMS: IForbiddenRuleType[] = [
  {
    name: 'port-is-a-leaf',
    severity: 'error',
    comment:
      'src/bot/*.ts is the port that every platform shares: code of one platform belongs in bot/<platform>, rules in domain.',
    from: { path: '^src/bot/[^/]+\\.ts$' },
    to: { path: '^src/', pathNot: `^src/(bot/[^/]+\\.ts$|${PLATFORM_TABLE})` },
  },
  {
    name: 'platforms-know-the-port',
    severity: 'error',
    comment:
      'A platform translates: it asks handlers/dispatch and handlers/registry only; what platforms share belongs in bot/kit.',
    from: { path: '^src/bot/([^/]+)/' },
    to: {
      path: '^src/',
      pathNot: `^src/(bot/[^/]+\\.ts$|bot/($1|kit)/|handlers/(dispatch|registry)\\.ts$|text/|${PLATFORM_TABLE}|${WATCH})`,
    },
  },
]

const LIBRARIES: IForbiddenRuleType[] = [
  library(
    'sql-in-store',
    'drizzle-orm|pg|pg-copy-streams',
    '^src/(store|app/embedded)/',
    'SQL belongs in store/<noun>/queries.',
  ),
  library(
    'embedded-only-connects',
    'drizzle-orm|pg-copy-streams',
    '^src/store/',
    'app/embedded starts servers: SQL belongs in store/<noun>/queries.',
  ),
  library(
    'slack-in-its-adapter',
    '@slack',
    '^src/bot/slack/',
    "Slack's library belongs in bot/slack: say it in the port's terms.",
  ),
  library(
    'discord-in-its-adapter',
    'discord\\.js|discord-api-types',
    '^src/bot/discord/',
    "Discord's library belongs in bot/discord: say it in the port's terms.",
  ),
  library(
    'queue-in-its-files',
    'bullmq|ioredis',
    '^src/(jobs/(queues|redis-connection)\\.ts$|app/embedded/|cli/)',
    'BullMQ and Redis belong in jobs/queues.ts and jobs/redis-connection.ts: hand a job to them.',
  ),
  {
    name: 'domain-without-io',
    severity: 'error',
    comment: 'domain has no I/O: facts in, decisions out. Read and write in actions/<noun> or app.',
    from: { path: '^src/domain/' },
    to: { path: '^(node_modules/)?(node:)?(fs|http|https|net|dns|child_process|hono|pino)(/|$)' },
  },
]

const ROOMS_AND_FILES: IForbiddenRuleType[] = [
  {
    name: 'tables-for-joins-only',
    severity: 'error',
    comment:
      "A noun's tables are its store's own: ask through a query of store/<noun>; only another store may join them.",
    from: { path: '^src/', pathNot: '^src/store/' },
    to: { path: '^src/store/[^/]+/tables\\.ts$' },
  },
  {
    name: 'rooms-are-nouns',
    severity: 'error',
    comment:
      'A folder of a floor is a noun of the list (CONTRIBUTING.md): the file belongs with the noun it is about.',
    from: {},
    to: {
      path: '^src/((handlers|actions|cards|store|domain)/[^/]+/|jobs/[^/]+/|bot/[^/]+/)',
      pathNot: `^src/((handlers|actions|cards|store|domain|jobs/notices)/${ROOMS}/|jobs/notices/[^/]+\\.ts$|bot/(kit|${PLATFORM_NAMES.join('|')})/)`,
    },
  },
  {
    name: 'files-in-rooms',
    severity: 'error',
    comment: 'src/ and src/store/ hold no files: composition belongs in app, queries in store/<noun>.',
    from: {},
    to: { path: '^src/(store/)?[^/]+$' },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two files that need each other are one, or what both need belongs in a third beneath them.',
    // The catalogue and its languages name each other's types, and no more.
    from: { pathNot: '^src/text/' },
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    comment: 'Nothing imports it and it imports nothing: remove it.',
    from: { orphan: true, pathNot: '\\.d\\.ts$' },
    to: {},
  },
]

export const FORBIDDEN = [...FLOORS, ...PLATFORMS, ...LIBRARIES, ...ROOMS_AND_FILES]

export const CRUISE = {
  // TypeScript 7 has no JS API yet; swc's parser sees imports of types, too.
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
} as const

export const RESOLVE: Partial<IResolveOptions> = {
  extensions: ['.ts', '.js', '.mjs', '.json'],
  exportsFields: ['exports'],
  conditionNames: ['import', 'node', 'types'],
}
