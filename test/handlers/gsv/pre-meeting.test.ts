import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { sessionOf } from '../../../src/store/gsv/gsv-sessions.ts'
import { heldPreMeetings } from '../../../src/store/gsv/pre-meetings.ts'
import { meetingsBetween } from '../../../src/store/meeting/meetings.ts'
import { people, saidIn } from '../../support/people.ts'
import { exampleRegion, type Product, startProduct, tokyo } from '../../support/product.ts'

/** 大東市: the network meeting of 17 June, its pre-meetings on the 12th. */
let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>
let meeting: string
let leader: string
const PRESENTER = 'koharu'

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const region = await exampleRegion('daito')
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product, 'daito')
  const found = await product.database.inRegion('daito', async (scope) =>
    meetingsBetween(scope, tokyo('2026-06-17T00:00'), tokyo('2026-06-18T00:00')),
  )
  meeting = found[0]?.id ?? ''
  for (const user of [PRESENTER, 'satsuki', 'shiori', 'sora', 'chihiro'])
    await at.submits(user, 'gsv.offer', {}, { meeting, pattern: 'supporter', case: '' })
  await at.types('aoi', 'gsv groups')
  await at.presses('aoi', 'gsv.groups', { meeting, seen: '1', act: 'confirm' })
  const session = await product.database.inRegion('daito', (scope) => sessionOf(scope, meeting))
  leader = session?.groups.find(({ presenterId }) => presenterId === PRESENTER)?.facilitatorId ?? ''
})

const OF_GROUP = () => ({ meeting, presenter: PRESENTER })
const says = async (user = leader) => saidIn(await at.presses(user, 'gsv.prepared', OF_GROUP()))
const puts = (on: string, user = leader) => at.submits(user, 'gsv.postpone', OF_GROUP(), { on })
const held = () =>
  product.database.inRegion('daito', async (scope) => {
    const days = ['2026-06-01', '2026-06-30'].map((one) => Temporal.PlainDate.from(one))
    const [from, to] = days as [Temporal.PlainDate, Temporal.PlainDate]
    return (await heldPreMeetings(scope, from, to)).map((one) => `${one.held.facilitatorId} ${one.held.on}`)
  })
const asksOf = (user: string) =>
  seen.posts.filter(
    ({ place, card }) => 'user' in place && place.user === user && saidIn(card).includes('は済みましたか'),
  )

test('on the day who leads is asked, and says once that they met; others may not say it', async () => {
  expect(await says()).toContain('事前打合せの日は6月12日（金）です')
  await product.until(tokyo('2026-06-12T12:00'))
  expect(asksOf(leader)).toHaveLength(1)
  expect(asksOf(PRESENTER)).toEqual([])
  expect(await says(PRESENTER)).toContain('ファシリテーターと調整役です')
  expect(await held()).toEqual([])
  expect(await says()).toContain('済みと記録しました')
  expect(await says('aoi')).toContain('済んだと記録してあります')
  expect(await held()).toEqual([`${leader} 2026-06-12`])
  await product.until(tokyo('2026-06-22T12:00'))
  expect(asksOf(leader)).toHaveLength(1)
})

test('put off, both hear of it and the question comes on the new day', async () => {
  await puts('R8.6.16')
  await product.until(tokyo('2026-06-12T12:00'))
  expect(asksOf(leader)).toEqual([])
  await product.until(tokyo('2026-06-16T12:00'))
  expect(asksOf(leader)).toHaveLength(1)
  const told = seen.posts.filter(({ place }) => 'user' in place && place.user === PRESENTER)
  expect(told.map(({ card }) => saidIn(card)).join()).toContain('の事前打合せ　6月16日（火）')
  await says()
  expect(await held()).toEqual([`${leader} 2026-06-16`])
})

test('nobody said it in time: the day they met is set right after the session, and said then', async () => {
  await product.until(tokyo('2026-06-18T12:00'))
  expect(saidIn(await puts('2026-06-15'))).toContain('済み')
  await says()
  expect(await held()).toEqual([`${leader} 2026-06-15`])
})

test.each(['2026-05-29', '2026-06-18'])(
  'a day outside of those it may be on is refused (%s)',
  async (day) => {
    const reply = await puts(day)
    expect(reply.kind === 'correct' && reply.faults.fields.on).toContain('6月1日（月）から')
  },
)

test('a button of groups that were formed again, or of a session that is cancelled, says that it is gone', async () => {
  expect(saidIn(await at.presses(leader, 'gsv.prepared', { meeting, presenter: 'nobody' }))).toContain(
    'なくなりました',
  )
  await at.submits('aoi', 'meeting.cancel', { meeting }, { reason: '台風' })
  expect(await says()).toContain('なくなりました')
})
