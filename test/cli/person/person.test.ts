import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { beforeEach, expect, inject, onTestFinished, test } from 'vitest'
import { requestAccount } from '../../../src/actions/account/request-account.ts'
import { type Assembly, assemble, planRegions } from '../../../src/app/assemble.ts'
import { type Config, readConfig } from '../../../src/app/config.ts'
import { eraseCase } from '../../../src/cli/case/erase.ts'
import { erasePerson } from '../../../src/cli/person/erase.ts'
import { exportPerson } from '../../../src/cli/person/export.ts'
import { readRegionFile } from '../../../src/cli/region/read-region-file.ts'
import { virtualClock } from '../../../src/domain/calendar/clock.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { addPledge } from '../../../src/store/account/pledges.ts'
import { makeFeed } from '../../../src/store/calendar/calendar-feeds.ts'
import { keyring } from '../../../src/store/engine/encryption.ts'
import { loadRegion, saveRegion } from '../../../src/store/region/regions.ts'
import { makeCode } from '../../../src/store/workspace/connect-codes.ts'
import { keepPeople } from '../../../src/store/workspace/workspace-people.ts'
import { catalogues } from '../../../src/text/catalogue.ts'
import { asOwner, freshDatabase } from '../../support/database.ts'
import { people, saidIn } from '../../support/people.ts'
import { sampleRegion, tokyo } from '../../support/product.ts'

const NOW = tokyo('2026-04-08T10:00')
const clock = { now: () => NOW }
const MARKER = 'しるしの言葉'
let config: Config
let databaseUrl: string
let region: Region
let bot: Assembly
let at: ReturnType<typeof people>

beforeEach(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-person-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  databaseUrl = await freshDatabase()
  const key = randomBytes(32)
  const given = { DATABASE_URL: databaseUrl, REDIS_URL: 'redis://127.0.0.1:1', DATA_DIR: dataDir }
  const read = readConfig({ ...given, TSUNAGI_KEY: key.toString('base64') })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  config = read.config
  region = await sampleRegion()
  const parts = {
    databaseUrl,
    redisUrl: inject('redisUrl'),
    keyring: keyring([key]),
    clock: virtualClock(NOW),
  }
  bot = assemble({ ...parts, log: pino({ level: 'silent' }), queuePrefix: `{test-${key.toString('hex')}}` })
  onTestFinished(() => bot.close())
  await bot.database.inRegion(region.id, (scope) => saveRegion(scope, region))
  await planRegions(bot)
  at = people(bot)
  const plan = { kind: 'new', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6' }
  const texts = { assessment: MARKER, wishes: MARKER, policy: MARKER, content: MARKER }
  await at.submits('sakura', 'case.register', {}, { code: 'S-0900', ...plan })
  await at.submits('sakura', 'summary.submit', { case: 'S-0900' }, { case: 'S-0900', ...texts })
  await at.keeps('sakura', 'summary.notice', {}, { topic: '下書き', content: '自分の下書き' })
})

const stored = () => bot.database.inRegion(region.id, loadRegion)
const rows = (statement: string) =>
  asOwner(databaseUrl, region.id, async (owner) => (await owner.query(statement)).rows)

/** The region with nobody named in a rota, a group or a seat's special part. */
const withoutDuties = (of: Region): Region => ({
  ...of,
  rotas: [],
  series: of.series.map(({ groups: _, ...series }) => series),
  bodies: of.bodies.map((body) => ({
    ...body,
    members: body.members.map((seat) => ('member' in seat ? { member: seat.member } : seat)),
  })),
})

test('everything about a member is given, their own words with it, and nothing written of a case', async () => {
  const said = await exportPerson('sakura', undefined, config, clock)
  const text = JSON.stringify(said.data)
  expect(said.data).toMatchObject({ region: region.id, member: { id: 'sakura', name: '架空 さくら' } })
  expect(text).toContain('自分の下書き')
  expect(text).toContain('S-0900')
  expect(text).not.toContain(MARKER)
  expect(said.data).toMatchObject({
    rows: { 'audit_log.member_id': expect.arrayContaining([expect.anything()]) },
  })
  expect(await rows(`select member_id, subject_id from audit_log where action = 'person.export'`)).toEqual([
    { member_id: null, subject_id: 'sakura' },
  ])
  expect((await exportPerson('nobody', undefined, config, clock)).lines.join()).toContain('nobody という方は')
})

test('who still has cases in hand is not erased, and what to hand over is named', async () => {
  const said = await erasePerson('sakura', { yes: true }, config, clock)
  expect(said.ok).toBe(false)
  expect(said.lines.join('\n')).toContain('担当しているケース 1 件')
  expect((await stored()).members.find(({ id }) => id === 'sakura')?.name).toBe('架空 さくら')
  expect(await rows(`select form from form_drafts where member_id = 'sakura'`)).toHaveLength(1)
})

test('who has handed over is erased: the name and what is only theirs goes, what they did stays', async () => {
  await at.submits('sakura', 'case.close', { case: 'S-0900' }, { closedOn: 'R8.4.8', reason: 'moved_away' })
  await bot.database.inRegion(region.id, (scope) => saveRegion(scope, withoutDuties(region)))
  const dry = await erasePerson('sakura', { yes: false }, config, clock)
  expect(dry.lines.join()).toContain('--yes')
  expect((await stored()).members.find(({ id }) => id === 'sakura')?.name).toBe('架空 さくら')

  expect(await erasePerson('sakura', { yes: true }, config, clock)).toMatchObject({ ok: true })
  const after = await stored()
  expect(after.members.find(({ id }) => id === 'sakura')).toEqual({
    id: 'sakura',
    name: '（名前を消した方）',
    roles: [],
    accounts: [],
  })
  expect(await rows(`select form from form_drafts where member_id = 'sakura'`)).toEqual([])
  expect((await rows(`select id from audit_log where member_id = 'sakura'`)).length).toBeGreaterThan(0)
  expect(saidIn(await at.types('midori', 'case show S-0900'))).not.toContain('さくら')
})

/** Sakura as she stands in a workspace: her account, her code, her calendar's namesake, a swap, and a stand-in. */
const traces = async () => {
  const account = { platform: 'slack', workspace: 'T0900', user: 'U0900' } as const
  const withAccount = {
    ...region,
    members: region.members.map((one) => (one.id === 'sakura' ? { ...one, accounts: [account] } : one)),
  }
  await bot.database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, withAccount)
    await makeCode(scope, { memberId: 'sakura', mayConnect: false }, NOW)
    await makeCode(scope, { memberId: 'midori', mayConnect: false }, NOW)
    await requestAccount(scope, account, '架空 さくら', NOW)
    await keepPeople(
      scope,
      account,
      [
        { user: 'U0900', name: '架空 さくら' },
        { user: 'U0901', name: '架空 みどり' },
      ],
      NOW,
    )
    await makeFeed(scope, { owner: 'body', ownerId: 'sakura' }, 'midori', NOW)
  })
  return withAccount
}

test('what tells who a member is in a workspace is given, and goes with them; nobody else’s does', async () => {
  const withAccount = await traces()
  const { data } = await exportPerson('sakura', undefined, config, clock)
  const given = (data as { rows: Record<string, unknown[]> }).rows
  expect(given['connect_codes.member_id']).toEqual([
    expect.not.objectContaining({ codeHash: expect.anything() }),
  ])
  expect(given['account_requests.account']).toMatchObject([{ account: 'U0900', name: '架空 さくら' }])
  expect(given['workspace_people.account']).toMatchObject([{ account: 'U0900' }])
  expect(given['calendar_feeds.owner_id']).toEqual([])
  expect(Object.keys(given)).toEqual(
    expect.arrayContaining([
      'attendances.deputy_id',
      'follow_up_changes.member_id',
      'practice_reads.member_id',
      'rota_swaps.by_id',
      'rota_swaps.of_id',
    ]),
  )

  await at.submits('sakura', 'case.close', { case: 'S-0900' }, { closedOn: 'R8.4.8', reason: 'moved_away' })
  await bot.database.inRegion(region.id, (scope) => saveRegion(scope, withoutDuties(withAccount)))
  expect(await erasePerson('sakura', { yes: true }, config, clock)).toMatchObject({ ok: true })
  expect(await rows('select member_id from connect_codes')).toEqual([{ member_id: 'midori' }])
  expect(await rows('select account from account_requests')).toEqual([])
  expect(await rows('select account from workspace_people')).toEqual([{ account: 'U0901' }])
  expect(await rows('select owner_id from calendar_feeds')).toEqual([{ owner_id: 'sakura' }])
})

test('what a council member confirmed is given, and goes with them', async () => {
  for (const memberId of ['iin-01', 'iin-02'])
    await bot.database.inRegion(region.id, (scope) =>
      addPledge(scope, { bodyId: 'zentaikai', memberId, at: NOW }),
    )
  const { data } = await exportPerson('iin-01', undefined, config, clock)
  expect((data as { rows: Record<string, unknown[]> }).rows['pledges.member_id']).toMatchObject([
    { bodyId: 'zentaikai', memberId: 'iin-01' },
  ])
  expect(await erasePerson('iin-01', { yes: true }, config, clock)).toMatchObject({ ok: true })
  expect(await rows('select member_id from pledges')).toEqual([{ member_id: 'iin-02' }])
})

test('a closed case’s texts go at once; an open case keeps them', async () => {
  expect((await eraseCase('S-0900', { yes: true }, config, clock)).lines.join()).toContain('終了していません')
  await at.submits('sakura', 'case.close', { case: 'S-0900' }, { closedOn: 'R8.4.8', reason: 'moved_away' })
  expect((await eraseCase('S-0900', { yes: false }, config, clock)).lines.join()).toContain('--yes')
  expect(await rows('select version from summary_versions')).toHaveLength(1)
  expect(await eraseCase('S-0900', { yes: true }, config, clock)).toMatchObject({ ok: true })
  expect(await rows('select version from summary_versions')).toEqual([])
  expect(await rows(`select subject_kind from audit_log where action = 'case.purge'`)).toHaveLength(1)
})

test('a member without a role is taken only without an account', async () => {
  const member = '{ id: x, name: 見本 いない, roles: [] }'
  const file = (text: string) =>
    readRegionFile(`id: west\nname: 見本\nmembers: [${text}]\n`, catalogues.ja.regionFile)
  expect(file(member).ok).toBe(true)
  const wrong = file(
    member.replace('roles: []', 'roles: [], accounts: [{ platform: slack, workspace: T, user: U }]'),
  )
  expect(wrong).toMatchObject({
    ok: false,
    faults: [{ message: expect.stringContaining('roles を1つ以上') }],
  })
})
