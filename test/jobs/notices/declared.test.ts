import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { checkSections, DIGEST_SECTIONS } from '../../../src/actions/digest/sections.ts'
import { recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { digestKind } from '../../../src/domain/digest/notices.ts'
import { agendaDraft } from '../../../src/jobs/notices/agenda/agenda-draft.ts'
import { checkDeclared } from '../../../src/jobs/notices/list.ts'
import { chore } from '../../../src/jobs/notices/notice.ts'
import { meetingsBetween } from '../../../src/store/meeting/meetings.ts'
import { catalogues } from '../../../src/text/catalogue.ts'
import { sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** What the compiler says of some lines that the product might hold. */
const compiled = async (lines: string): Promise<string> => {
  const folder = await mkdtemp(join(ROOT, 'test/.planted-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'planted.ts'), lines)
  const config = {
    extends: '../../tsconfig.json',
    include: ['planted.ts'],
    compilerOptions: { incremental: false },
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const run = promisify(execFile)(join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder], { cwd: ROOT })
  return run.then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )
}

const IMPORTS = `
import { agendaDraftKind } from '../../src/domain/agenda/notices.ts'
import { id, noticeKind } from '../../src/domain/delivery/notice.ts'
import { notice } from '../../src/jobs/notices/notice.ts'
import { planReminders } from '../../src/store/outbox/reminders.ts'
import type { Scope } from '../../src/store/engine/database.ts'
declare const scope: Scope
const now = Temporal.Instant.from('2026-04-01T00:00:00Z')
`
const AS_IT_SHOULD_BE = `${IMPORTS}
export const planned = planReminders(scope, [agendaDraftKind.due({ meeting: 'm' }, now)])
export const declared = notice(noticeKind('agenda-draft', { meeting: id }), {
  hours: 'office', stillTrue: () => ({}), compose: () => ({ ok: false, reason: 'over' }),
})
`

test('a misspelt kind, another’s payload and a kind without a name do not compile', async () => {
  expect(await compiled(AS_IT_SHOULD_BE)).toBe('')
  const planted = [
    AS_IT_SHOULD_BE.replace(
      "agendaDraftKind.due({ meeting: 'm' }, now)",
      "{ kind: 'agenda-drfat', subject: 'm', key: 'k', dueAt: now }",
    ),
    AS_IT_SHOULD_BE.replace("{ meeting: 'm' }", "{ poll: 'm' }"),
    AS_IT_SHOULD_BE.replace("noticeKind('agenda-draft'", "noticeKind('agenda-drfat'"),
  ]
  const faults = await Promise.all(planted.map(compiled))
  expect(faults[0]).toContain("'DeclaredName'")
  expect(faults[1]).toContain("'poll' does not exist")
  expect(faults[2]).toContain('"agenda-drfat"')
}, 120_000)

test('the start fails on what is declared twice, on a message without a name, and on a name that nobody declares', () => {
  expect(() => checkDeclared([agendaDraft, agendaDraft], [])).toThrow('declared twice')
  const again = chore(digestKind, { act: async () => 'done' })
  expect(() => checkDeclared([again, chore(digestKind, { act: async () => 'done' })], [])).toThrow('digest')
  expect(() => checkDeclared([agendaDraft], ['agenda-draft', 'agenda-drfat'])).toThrow('agenda-drfat')
  expect(() => checkDeclared([agendaDraft], [])).toThrow('not named in text/*/notices.ts: agenda-draft')
  expect(Object.keys(catalogues.en.notices).toSorted()).toEqual(Object.keys(catalogues.ja.notices).toSorted())
  const [first] = DIGEST_SECTIONS
  expect(() => checkSections(first ? [first, first] : [])).toThrow('listed twice')
})

test('rows that an older version wrote are read, and made the same messages once', async () => {
  const product = await startProduct(tokyo('2026-04-06T09:10'))
  const region = await sampleRegion()
  await product.load(region)
  product.join(recordingPlatform(region).platform)
  const meeting = await product.database.inRegion(region.id, async (scope) => {
    const coming = await meetingsBetween(scope, tokyo('2026-04-20T00:00'), tokyo('2026-06-30T00:00'))
    return coming.find(({ seriesId }) => seriesId === 'renrakukai')
  })
  const rota = region.rotas.find(({ body }) => body !== undefined)
  if (!meeting) throw new Error('no meeting')
  /** Kind, subject and key as the version before typed payloads wrote them. */
  const rows: [string, string, string][] = [
    ['year-calendar', '2026', 'year-calendar:2026'],
    ['retention', '2026-04-06', 'retention:old'],
    ['plan-ahead', '2026-05', 'plan-ahead:old'],
    ['workspace-left', 'slack T0LEFT 2026-04-01', 'workspace-left:slack T0LEFT 2026-04-01'],
    ['workspace-forgotten', 'slack T0LEFT 2026-04-01', 'workspace-forgotten:slack T0LEFT 2026-04-01'],
    ['workspace-people', 'slack T0LEFT', 'workspace-people:slack T0LEFT'],
    ['meeting-events', 'change:0', 'meeting-events:change:0'],
    ['rota-turn', `${rota?.id ?? 'none'} 1999-01-04`, 'rota-turn:old'],
  ]
  await product.database.inRegion(region.id, async ({ tx, regionId }) => {
    for (const [kind, subject, key] of rows)
      await tx.execute(sql`insert into reminders (region_id, kind, subject, key, due_at)
        values (${regionId}, ${kind}, ${subject}, ${key}, ${tokyo('2026-04-06T09:11').toString()})`)
  })
  /** Messages in the same way, each with what becomes of it. */
  const messages: [string, string, string | null][] = [
    ['agenda-withheld', `${meeting.id} public outsiders=U1,U2`, null],
    ['agenda-item', `${meeting.id} item`, 'meeting-gone'],
    ['late-report', '2026-04-05T00:00:00Z/2026-04-06T00:00:00Z', 'gone'],
    ['unreachable', 'sakura', null],
    ['year-calendar', `2026 ${region.bodies[0]?.id}`, null],
    ['rota-turn', 'none 1999-01-04', 'rota-gone'],
    ['digest', '2026-04-03', 'day-is-over'],
    ['workspace-left', 'slack T0LEFT 2026-04-01', 'came-back'],
  ]
  const keyOf = (kind: string) => `old:${kind}`
  await product.database.inRegion(region.id, async ({ tx, regionId }) => {
    for (const [kind, subject] of messages)
      await tx.execute(sql`insert into deliveries
        (region_id, kind, subject, key, reader_id, platform, workspace, account, planned_for, due_at)
        values (${regionId}, ${kind}, ${subject}, ${keyOf(kind)}, 'midori', 'practice', ${regionId}, 'midori',
          ${tokyo('2026-04-06T09:11').toString()}, ${tokyo('2026-04-06T09:11').toString()})`)
  })
  await product.until(tokyo('2026-04-06T09:12'))
  await product.database.inRegion(region.id, async ({ tx }) => {
    const at = tokyo('2026-04-06T09:12:30').toString()
    await tx.execute(sql`update reminders set due_at = ${at} where key = ${`agenda-draft:${meeting.id}`}`)
  })
  await product.until(tokyo('2026-04-06T09:13'))
  const ended = await product.database.inRegion(region.id, async ({ tx }) =>
    tx.execute<{ key: string; reason: string | null }>(
      sql`select key, reason from deliveries where state in ('sent', 'skipped')`,
    ),
  )
  const reasons = new Map(ended.rows.map(({ key, reason }) => [key, reason]))
  expect(messages.map(([kind]) => [kind, reasons.get(keyOf(kind))])).toEqual(
    messages.map(([kind, , reason]) => [kind, reason]),
  )
  // "Once" rests on the keys, which stay what they were.
  const coordinators = region.members.filter(({ roles }) => roles.includes('coordinator'))
  expect(
    [...reasons.keys()].filter((key) => key.startsWith(`agenda-draft:${meeting.id}:`)).toSorted(),
  ).toEqual(coordinators.map(({ id }) => `agenda-draft:${meeting.id}:${id}`).toSorted())
  const settled = await product.database.inRegion(region.id, async ({ tx }) =>
    tx.execute<{ key: string; result: string | null }>(
      sql`select key, result from reminders where key in ${rows.map(([, , key]) => key)} order by key`,
    ),
  )
  expect(Object.fromEntries(settled.rows.map(({ key, result }) => [key, result]))).toEqual({
    'meeting-events:change:0': 'nowhere',
    'plan-ahead:old': 'done',
    'retention:old': 'done',
    'rota-turn:old': 'rota-gone',
    'workspace-forgotten:slack T0LEFT 2026-04-01': 'came-back',
    'workspace-left:slack T0LEFT 2026-04-01': 'came-back',
    'workspace-people:slack T0LEFT': 'platform-not-running',
    'year-calendar:2026': 'done',
  })
})
