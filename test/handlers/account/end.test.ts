import { getTableName, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { leaveWorkspace } from '../../../src/actions/workspace/leave-workspace.ts'
import { calendarFeed } from '../../../src/app/calendar-feed.ts'
import type { Reply } from '../../../src/bot/port.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { columnData, columnsOf } from '../../../src/store/engine/data-classes.ts'
import { REGION_TABLES } from '../../../src/store/keeping/schema.ts'
import { setRecorder } from '../../../src/store/meeting/meeting-runs.ts'
import { nextMeetingWithoutAgenda } from '../../../src/store/meeting/meetings.ts'
import { loadRegion, saveRegion } from '../../../src/store/region/regions.ts'
import { codeIn, elsewhere } from '../../support/elsewhere.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const REGION = 'saikatsuhoku'
const T1 = { platform: 'slack', workspace: 'T1' } as const
const NOT_GOOD = 'このコードは使えません'

let product: Product
let practice: ReturnType<typeof people>
let slack: ReturnType<typeof elsewhere>
let web: ReturnType<typeof calendarFeed>

const linked = (region: Region): Region => ({
  ...region,
  workspaces: [{ platform: 'slack', id: 'T1' }],
  members: region.members.map((one) =>
    ['sakura', 'midori', 'riku'].includes(one.id)
      ? { ...one, accounts: [{ ...T1, user: `U-${one.id}` }] }
      : one,
  ),
})

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(linked(onlyLiaison(await sampleRegion())))
  practice = people(product)
  slack = elsewhere(product, T1)
  web = calendarFeed(product)
})

/** What `region apply` does with a file in which the member has no account any more. */
const withoutAccountsOf = (...ids: string[]) =>
  product.database.inRegion(REGION, async (scope) => {
    const region = await loadRegion(scope)
    const members = region.members.map((one) => (ids.includes(one.id) ? { ...one, accounts: [] } : one))
    await saveRegion(scope, { ...region, members })
  })
const addressIn = (reply: Reply): string =>
  /\/calendar\/[\w-]+\/[\w-]{43}\.ics/.exec(saidIn(reply))?.[0] ?? ''
const statusOf = async (address: string) => (await web.request(address)).status
const accountsOf = (member: string) =>
  product.database.inRegion(REGION, async (scope) =>
    (await loadRegion(scope)).members.find(({ id }) => id === member)?.accounts.map(({ user }) => user),
  )
const count = (from: string) =>
  product.database.inRegion(REGION, async ({ tx }) => {
    const { rows } = await tx.execute<{ rows: number }>(
      sql`select count(*)::int as rows from ${sql.raw(from)}`,
    )
    return rows[0]?.rows
  })

test('codes of and for somebody whose account was taken away link no stranger; their calendar is gone', async () => {
  const own = codeIn(await slack.types('U-sakura', 'tsunagi link'))
  const invited = codeIn(await slack.types('U-midori', 'tsunagi invite sakura'))
  const another = codeIn(await slack.types('U-midori', 'tsunagi invite himari'))
  const [hers, his] = [
    addressIn(await slack.types('U-sakura', 'calendar link')),
    addressIn(await slack.types('U-riku', 'calendar link')),
  ]
  expect(await Promise.all([hers, his].map(statusOf))).toEqual([200, 200])
  await withoutAccountsOf('sakura')
  expect(saidIn(await slack.types('U-stranger', `tsunagi link ${own}`))).toContain(NOT_GOOD)
  expect(saidIn(await slack.types('U-stranger', `tsunagi link ${invited}`))).toContain(NOT_GOOD)
  expect(await accountsOf('sakura')).toEqual([])
  expect(await Promise.all([hers, his].map(statusOf))).toEqual([404, 200])
  expect(saidIn(await slack.types('U-himari', `tsunagi link ${another}`))).not.toContain(NOT_GOOD)
})

test('what a coordinator made for others ends with them: codes, addresses of bodies, drafts, their place as recorder', async () => {
  const forSakura = codeIn(await slack.types('U-midori', 'tsunagi invite sakura'))
  const body = addressIn(await slack.types('U-midori', 'calendar link renrakukai'))
  expect(await statusOf(body)).toBe(200)
  await practice.keeps('midori', 'summary.submit', {}, { topic: '議題の案', text: '下書きです。' })
  await practice.keeps('midori', 'followup.add', {}, { what: '次の会議までに様式を直す。' })
  await product.database.inRegion(REGION, async (scope) => {
    const { series } = await loadRegion(scope)
    const next = await nextMeetingWithoutAgenda(
      scope,
      series.map(({ id }) => id),
      product.clock.now(),
    )
    await setRecorder(scope, next?.id ?? '', 'midori')
  })
  expect(await count('form_drafts')).toBeGreaterThan(0)
  await withoutAccountsOf('midori')
  expect(saidIn(await slack.types('U-stranger', `tsunagi link ${forSakura}`))).toContain(NOT_GOOD)
  expect(await statusOf(body)).toBe(404)
  expect(await count('form_drafts')).toBe(0)
  expect(await count("meeting_runs where recorder_id = 'midori'")).toBe(0)
  expect(await count('meeting_runs')).toBe(1)
})

test('somebody with another account left loses codes and address, and keeps what they typed', async () => {
  const region = await product.database.inRegion(REGION, loadRegion)
  const second = { platform: 'discord' as const, workspace: '900000000000000001', user: '1' }
  const members = region.members.map((one) =>
    one.id === 'sakura' ? { ...one, accounts: [...one.accounts, second] } : one,
  )
  const workspaces = [...region.workspaces, { platform: 'discord' as const, id: second.workspace }]
  await product.database.inRegion(REGION, (scope) => saveRegion(scope, { ...region, members, workspaces }))
  await practice.keeps('sakura', 'followup.add', {}, { what: '次の会議までに様式を直す。' })
  await slack.types('U-sakura', 'tsunagi link')
  await slack.presses('U-sakura', 'tsunagi.unlink', { account: 'slack T1' })
  expect(await accountsOf('sakura')).toEqual(['1'])
  expect(await count("connect_codes where member_id = 'sakura'")).toBe(0)
  expect(await count("form_drafts where member_id = 'sakura'")).toBe(1)
})

test('a workspace that removes the bot ends codes, addresses and open requests of its accounts; drafts outlast its grace', async () => {
  await slack.types('U-new', 'case list')
  await slack.types('U-sakura', 'tsunagi link')
  const address = addressIn(await slack.types('U-sakura', 'calendar link'))
  await practice.keeps('sakura', 'followup.add', {}, { what: '次の会議までに様式を直す。' })
  expect(await count('account_requests')).toBe(1)
  await product.database.inRegion(REGION, (scope) => leaveWorkspace(scope, T1, product.clock.now()))
  expect(await count('account_requests')).toBe(0)
  expect(await count('connect_codes')).toBe(0)
  expect(await statusOf(address)).toBe(404)
  expect(await count('form_drafts')).toBe(1)
})

test('a code that is used while its account is taken away leaves nobody linked', async () => {
  for (let times = 0; times < 5; times += 1) {
    await product.load(linked(onlyLiaison(await sampleRegion())))
    const code = codeIn(await slack.types('U-sakura', 'tsunagi link'))
    const [reply] = await Promise.all([
      slack.types(`U-stranger-${times}`, `tsunagi link ${code}`),
      withoutAccountsOf('sakura'),
    ])
    expect(saidIn(reply)).toMatch(/connecting\.(linked|refused)/)
    await withoutAccountsOf('sakura')
    expect(saidIn(await slack.types(`U-late-${times}`, `tsunagi link ${code}`))).toContain(NOT_GOOD)
    expect(await accountsOf('sakura')).toEqual([])
  }
})

test('what ends with an account or a person is declared, and every secret of a region is among it', () => {
  const ends = REGION_TABLES.flatMap((table) =>
    columnsOf(table).flatMap(([, column]) => {
      const data = columnData(column)
      if (data?.class !== 'member' || data.ends === 'never') return []
      return [`${getTableName(table)}.${column.name} ${data.ends.with} ${data.ends.by}`]
    }),
  )
  expect(ends.sort()).toEqual([
    'calendar_feeds.made_by person row',
    'calendar_feeds.owner_id account row',
    'connect_codes.made_by account row',
    'connect_codes.member_id account row',
    'form_drafts.member_id person row',
    'meeting_runs.recorder_id person null',
  ])
  const secret = REGION_TABLES.filter((table) =>
    columnsOf(table).some(([, column]) => columnData(column)?.class === 'secret'),
  ).map(getTableName)
  for (const table of secret)
    expect(
      ends.some((end) => end.startsWith(`${table}.`)),
      table,
    ).toBe(true)
})
