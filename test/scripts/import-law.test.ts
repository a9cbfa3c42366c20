import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { breaches } from '../../scripts/import-law/check.ts'

/** Breaches of a tree with these files, each given by what it imports. */
const breachesOf = async (files: Record<string, string[]>) => {
  const root = await mkdtemp(join(tmpdir(), 'import-law-'))
  onTestFinished(() => rm(root, { recursive: true }))
  for (const [path, imports] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), imports.map((from) => `import type { A } from '${from}'\n`).join(''))
  }
  return breaches(root)
}

test.each([
  ['src/domain/visit/visit.ts', '../../text/ja/visit.ts', 'domain-floor'],
  ['src/text/ja/visit.ts', '../../domain/visit/visit.ts', 'text-floor'],
  ['src/store/visit/visits.ts', '../../actions/visit/report.ts', 'store-floor'],
  ['src/cards/visit.ts', '../store/visit/visits.ts', 'cards-floor'],
  ['src/documents/visit.ts', '../cards/visit.ts', 'documents-floor'],
  ['src/actions/visit/report.ts', '../../cards/visit.ts', 'only-sections-draw'],
  ['src/handlers/visit/report.ts', '../../jobs/deliver.ts', 'handlers-floor'],
  ['src/jobs/deliver.ts', '../handlers/visit/report.ts', 'jobs-floor'],
  ['src/handlers/visit/report.ts', '../../bot/slack/send.ts', 'handlers-floor'],
  ['src/observability/state.ts', '../app/start.ts', 'observability-floor'],
  ['src/bot/port.ts', '../domain/visit/visit.ts', 'port-is-a-leaf'],
  ['src/bot/slack/send.ts', '../discord/send.ts', 'platforms-know-the-port'],
  ['src/bot/slack/send.ts', '../../handlers/answer.ts', 'platforms-know-the-port'],
  ['src/actions/visit/report.ts', 'drizzle-orm', 'sql-in-store'],
  ['src/app/start.ts', 'pg', 'sql-in-store'],
  ['src/app/embedded/postgres.ts', 'drizzle-orm', 'embedded-only-connects'],
  ['src/jobs/deliver.ts', '@slack/web-api', 'slack-in-its-adapter'],
  ['src/bot/slack/send.ts', 'discord.js', 'discord-in-its-adapter'],
  ['src/jobs/deliver.ts', 'bullmq', 'queue-in-its-files'],
  ['src/domain/visit/visit.ts', 'node:fs/promises', 'domain-without-io'],
  ['src/actions/visit/report.ts', '../../store/visit/tables.ts', 'tables-for-joins-only'],
  ['src/actions/visit/report.ts', '../../domain/visits/visit.ts', 'rooms-are-nouns'],
  ['src/app/start.ts', '../start.ts', 'files-in-rooms'],
  ['src/actions/visit/report.ts', '../../store/visits.ts', 'files-in-rooms'],
])('%s may not import %s: %s', async (from, to, rule) => {
  const target = to.startsWith('.') ? { [join(dirname(from), to)]: [] } : {}
  const line = to.startsWith('.') ? `${from} -> ${join(dirname(from), to)}` : expect.stringContaining(from)
  expect(await breachesOf({ [from]: [to], ...target })).toContainEqual({ rule, line })
})

test('a digest section names its card; nothing else among the actions does', async () => {
  const root = { 'src/cards/visit.ts': [], 'src/actions/visit/digest.ts': ['../../cards/visit.ts'] }
  expect(await breachesOf(root)).toEqual([])
  const other = { 'src/cards/visit.ts': [], 'src/actions/visit/report.ts': ['../../cards/visit.ts'] }
  expect(await breachesOf(other)).toContainEqual({
    rule: 'only-sections-draw',
    line: 'src/actions/visit/report.ts -> src/cards/visit.ts',
  })
})

test('files that name each other, and a file that nobody names, are told once', async () => {
  const files = {
    'src/domain/visit/one.ts': ['./other.ts'],
    'src/domain/visit/other.ts': ['./one.ts'],
    'src/domain/visit/alone.ts': [],
  }
  expect(await breachesOf(files)).toEqual(
    expect.arrayContaining([
      { rule: 'no-cycles', line: 'src/domain/visit/one.ts -> src/domain/visit/other.ts' },
      { rule: 'no-orphans', line: 'src/domain/visit/alone.ts' },
    ]),
  )
})

test('what the law allows passes', async () => {
  const allowed = await breachesOf({
    'src/app/start.ts': ['../bot/slack/send.ts', '../handlers/visit/report.ts', '../jobs/deliver.ts'],
    'src/bot/slack/send.ts': [
      '../port.ts',
      '../kit/timeout.ts',
      '../../handlers/dispatch.ts',
      '@slack/web-api',
    ],
    'src/bot/port.ts': ['./card.ts'],
    'src/bot/card.ts': [],
    'src/bot/kit/timeout.ts': [],
    'src/handlers/dispatch.ts': [],
    'src/handlers/visit/report.ts': ['../../actions/visit/report.ts', '../../cards/visit.ts'],
    'src/jobs/deliver.ts': ['../actions/visit/report.ts', './notices/visit/reminder.ts'],
    'src/jobs/notices/visit/reminder.ts': ['../../../cards/visit.ts', '../../../bot/card.ts'],
    'src/actions/visit/report.ts': ['../../store/visit/visits.ts', '../../domain/visit/visit.ts'],
    'src/cards/visit.ts': ['../domain/visit/visit.ts', '../bot/card.ts', '../text/catalogue.ts'],
    'src/store/visit/visits.ts': ['./tables.ts', '../case/tables.ts', 'drizzle-orm'],
    'src/store/visit/tables.ts': [],
    'src/store/case/tables.ts': [],
    'src/domain/visit/visit.ts': [],
    'src/text/catalogue.ts': [],
  })
  expect(allowed).toEqual([])
})
