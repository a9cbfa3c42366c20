import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { type GsvSession, sessionsOf } from '../../../src/store/gsv/gsv-sessions.ts'
import { meetingsBetween } from '../../../src/store/meeting/meetings.ts'
import { asOwner } from '../../support/database.ts'
import { people, saidIn } from '../../support/people.ts'
import { exampleRegion, type Product, startProduct, tokyo } from '../../support/product.ts'

/** 大東市 (seed 000): the first network meeting is on 15 April, the second on 17 June. */
let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>
let meetings: string[]

const posted = (place: string): string[] =>
  seen.posts
    .filter((post) => ('user' in post.place ? post.place.user : post.place.channel) === place)
    .map(({ card }) => saidIn(card))
const stored = async (): Promise<GsvSession> => {
  const [first] = await product.database.inRegion('daito', (scope) => sessionsOf(scope, meetings))
  if (!first) throw new Error('no groups')
  return first
}
const together = ({ groups }: GsvSession) => groups.map(({ memberIds }) => memberIds)
const askedToPresent = (): string[] => [
  ...new Set(
    seen.posts.flatMap(({ place, card }) =>
      'user' in place && saidIn(card).includes('事例を出していただけますか') ? [place.user] : [],
    ),
  ),
]

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const region = await exampleRegion('daito')
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product, 'daito')
  meetings = await product.database.inRegion('daito', async (scope) => {
    const all = await meetingsBetween(scope, tokyo('2026-06-01T00:00'), tokyo('2027-01-01T00:00'))
    return all.map(({ id }) => id)
  })
})

const offers = (user: string, meeting = meetings[0] ?? '') =>
  at.submits(user, 'gsv.offer', {}, { meeting, pattern: 'supporter', case: '' })

test('who offered presents; the rota asks others of other offices until every group has a case', async () => {
  expect(saidIn(await at.types('koharu', 'gsv offer'))).toContain('6月17日（水） 相談支援ネットワーク')
  expect(saidIn(await offers('koharu'))).toContain('事前打合せは会議の3営業日前（6月12日（金）ごろ）')
  await product.until(tokyo('2026-06-08T12:00'))
  const asked = askedToPresent()
  expect(asked).toHaveLength(4)
  expect(asked).not.toContain('sakura')
  const [first = '', ...rest] = asked
  const meeting = meetings[0] ?? ''
  const answer = (user: string, values: Record<string, string>) =>
    at.submits(user, 'gsv.answer', { meeting }, { pattern: 'strengths', case: '', reason: '', ...values })
  expect(saidIn(await answer(first, { answer: 'decline' }))).toContain('理由を一言')
  expect(saidIn(await answer(first, { answer: 'decline', reason: '電話は090-1234-5678' }))).toContain('電話')
  await answer(first, { answer: 'decline', reason: '行事と重なります' })
  await product.until(tokyo('2026-06-09T12:00'))
  const next = askedToPresent().filter((user) => !asked.includes(user))
  expect(next).toHaveLength(1)
  for (const user of [...rest, ...next]) await answer(user, { answer: 'accept' })
  expect(saidIn(await offers('sakura'))).toContain('もう事例がそろっています')
  expect(saidIn(await at.types('aoi', 'gsv groups'))).toContain('行事と重なります')
})

test('groups are formed, confirmed and told; two absentees move few; the leader is no colleague of the presenter', async () => {
  for (const user of ['koharu', 'satsuki', 'shiori', 'sora', 'chihiro']) await offers(user)
  expect(saidIn(await at.types('koharu', 'gsv groups'))).toContain('役割ではできません')
  const draft = saidIn(await at.types('aoi', 'gsv groups'))
  expect(draft).toContain('グループ5')
  const first = await stored()
  expect(first.groups.map(({ memberIds }) => memberIds.length).toSorted()).toEqual([5, 5, 5, 6, 6])
  expect(saidIn(await at.types('akari', 'gsv groups'))).toBe(draft)
  const { members } = await exampleRegion('daito')
  const officeOf = (id: string | undefined) => members.find((one) => one.id === id)?.office
  for (const { facilitatorId, presenterId } of first.groups) {
    expect(['kumo', 'ajisai', 'komorebi', 'asagao']).toContain(officeOf(facilitatorId))
    expect(officeOf(facilitatorId)).not.toBe(officeOf(presenterId))
  }
  const [away = '', other = ''] = first.groups.flatMap(({ memberIds }) => memberIds.at(-1) ?? [])
  for (const user of [away, other]) {
    const deputy = user === 'aoi' ? 'akari' : 'aoi'
    await at.submits('aoi', 'absence.take', { member: user }, { from: 'R8.6.17', to: 'R8.6.17', deputy })
  }
  const meeting = meetings[0] ?? ''
  const again = await at.presses('aoi', 'gsv.groups', { meeting, seen: '1', act: 'again' })
  expect(saidIn(again)).toContain('お休み')
  const second = await stored()
  expect(together(second).flat()).not.toContain(away)
  const stayed = together(second).filter(
    (ids, i) => ids.filter((id) => together(first)[i]?.includes(id)).length >= 4,
  )
  expect(stayed.length).toBeGreaterThanOrEqual(4)
  expect(saidIn(await at.presses('akari', 'gsv.groups', { meeting, seen: '1', act: 'confirm' }))).toContain(
    '先に変えました',
  )
  await at.presses('aoi', 'gsv.groups', { meeting, seen: '2', act: 'confirm' })
  await product.until(tokyo('2026-06-01T16:00'))
  expect(posted('network').join()).toContain('グループ5')
  const [group] = second.groups
  await product.until(tokyo('2026-06-16T12:00'))
  expect(posted(group?.facilitatorId ?? '').join()).toContain('の事前打合せ　6月12日（金）')
  expect(posted(group?.presenterId ?? '').join()).toContain('の事前打合せ　6月12日（金）')
  expect(posted(group?.memberIds.at(-1) ?? '').join()).toContain('グループ1')
  const seenByLeader = saidIn(await at.types(group?.facilitatorId ?? '', 'gsv next'))
  expect(seenByLeader).toContain('順番にアイデアを話す')
  expect(seenByLeader).toContain('あなたのグループ: 1')
})

test('what the presenter takes away is sealed and guarded; four weeks later it is asked after, and opens the next session', async () => {
  for (const user of ['koharu', 'satsuki', 'shiori', 'sora', 'chihiro']) await offers(user)
  await at.types('aoi', 'gsv groups')
  await at.presses('aoi', 'gsv.groups', { meeting: meetings[0] ?? '', seen: '1', act: 'confirm' })
  expect(saidIn(await at.types('koharu', 'gsv outcome'))).toContain('記録する事例がありません')
  await product.until(tokyo('2026-06-18T12:00'))
  const asked = posted('koharu').find((card) => card.includes('使ってみるアイデアと次にすること'))
  const presentation = /"presentation":"([0-9a-f-]{36})"/.exec(asked ?? '')?.[1] ?? ''
  const outcome = { ideas: '朝の散歩に誘う。', next: '一緒に公園へ行く。', by: 'R8.7.10' }
  const named = { ...outcome, ideas: '氏名：架空 はなこ' }
  expect(saidIn(await at.submits('koharu', 'gsv.outcome', { presentation }, named))).toContain('名前')
  expect(saidIn(await at.submits('tsumugi', 'gsv.outcome', { presentation }, outcome))).toContain('だけです')
  expect(
    saidIn(await at.submits('koharu', 'gsv.outcome', { presentation }, { ...outcome, by: 'R8.6.1' })),
  ).toContain('今日からあと')
  expect(saidIn(await at.submits('koharu', 'gsv.outcome', { presentation }, outcome))).toContain(
    '記録しました',
  )
  await at.submits('koharu', 'gsv.outcome', { presentation }, outcome)
  const followUps = await asOwner(product.databaseUrl, 'daito', async (owner) => {
    const { rows } = await owner.query('select member_id, due_on::text from follow_ups')
    return rows
  })
  expect(followUps).toEqual([{ member_id: 'koharu', due_on: '2026-07-10' }])
  await product.until(tokyo('2026-07-15T12:00'))
  expect(posted('koharu').join()).toContain('決めたことの、その後')
  expect(saidIn(await at.presses('koharu', 'gsv.result', { presentation }))).toContain('一緒に公園へ行く')
  await at.submits('koharu', 'gsv.result', { presentation }, { result: '週に二度歩いている。' })
  expect(saidIn(await at.types('aoi', 'gsv next'))).toContain('週に二度歩いている')
  const group = (await stored()).groups.find(({ presenterId }) => presenterId === 'koharu')
  const strangers = together(await stored())
    .flat()
    .filter((id) => !group?.memberIds.includes(id) && id !== 'akari' && id !== 'aoi')
  const unseen = saidIn(await at.types(strangers[0] ?? '', 'gsv next'))
  expect(unseen).not.toContain('週に二度')
  expect(unseen).toContain('会で話していただきます')
})
