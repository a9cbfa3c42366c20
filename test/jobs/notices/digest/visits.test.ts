import { beforeEach, expect, test } from 'vitest'
import { planVisits } from '../../../../src/actions/visit/plan-visits.ts'
import { type RecordingPlatform, recordingPlatform } from '../../../../src/cli/simulate/recording-platform.ts'
import { visitsBetween } from '../../../../src/store/visit/visits.ts'
import { asOwner } from '../../../support/database.ts'
import { people, saidIn } from '../../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../../support/product.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>

const day = (iso: string) => Temporal.PlainDate.from(iso)
const told = (user: string): string[] =>
  seen.posts
    .filter(({ place }) => 'user' in place && place.user === user)
    .map(({ card }) => saidIn(card))
    .filter((text) => text.includes('訪問'))
/** Of the spring; the first of these is to 相談室 れんこん（見本）. */
const planned = () =>
  product.database.inRegion('saikatsuhoku', async (scope) =>
    (await visitsBetween(scope, day('2026-04-01'), day('2026-06-30'))).toSorted((a, b) =>
      Temporal.PlainDate.compare(a.plannedOn, b.plannedOn),
    ),
  )

beforeEach(async () => {
  product = await startProduct(tokyo('2026-03-16T10:00'))
  const region = await sampleRegion()
  await product.load({
    ...region,
    series: [],
    visits: {
      from: day('2026-04-01'),
      cycleMonths: 12,
      visitors: ['midori'],
      rounds: [{ officeKinds: [], offices: ['renkon'], times: 2, fromMonth: 1, toMonth: 2 }],
      newOffices: [],
    },
  })
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
})

test('who visits is told a week ahead and on the day, weekly until it is reported, and the municipality then', async () => {
  const [first] = await planned()
  if (!first) throw new Error('nothing is planned')
  expect(first.plannedOn.toString()).toBe('2026-04-14')
  await product.until(tokyo('2026-04-06T12:00'))
  expect(told('midori')).toEqual([])
  await product.until(tokyo('2026-04-07T12:00'))
  expect(told('midori')).toHaveLength(1)
  expect(told('midori')[0]).toContain('4月14日（火）　相談室 れんこん')
  await product.until(tokyo('2026-04-14T12:00'))
  expect(told('midori')).toHaveLength(2)
  expect(told('midori')[1]).toContain('今日　相談室 れんこん')
  await product.until(tokyo('2026-04-20T12:00'))
  expect(told('midori')).toHaveLength(3)
  expect(told('midori')[2]).toContain('報告がまだです')

  const report = { doneOn: 'R8.4.14', report: 'A-WORD-TO-LOOK-FOR' }
  const done = await at.submits('midori', 'visit.done', { visit: first.id }, report)
  expect(saidIn(done)).toContain('報告しました')
  expect(saidIn(await at.presses('midori', 'visit.done', { visit: first.id }))).toContain('報告しています')
  await product.until(tokyo('2026-04-21T12:00'))
  expect(told('yukari').join()).toContain('訪問の報告')
  expect(told('makoto')).toEqual([])
  expect(saidIn(await at.types('yukari', '/訪問 一覧'))).toContain('報告があったもの')
  expect(saidIn(await at.presses('yukari', 'visit.show', { visit: first.id }))).toContain('WORD-TO')
  await asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    const { rows } = await owner.query("select encode(report, 'escape') as report from visits")
    expect(JSON.stringify(rows)).not.toContain('WORD')
  })
})

test('others neither see nor report it; a day to come is refused; a changed file is planned anew', async () => {
  const before = await planned()
  const visit = before[0]?.id ?? ''
  const report = { doneOn: 'R8.3.16', report: '書き方を見た。' }
  expect(saidIn(await at.submits('riku', 'visit.done', { visit }, report))).toContain('見つかりません')
  expect(saidIn(await at.presses('makoto', 'visit.show', { visit }))).toContain('見つかりません')
  const ahead = await at.submits('midori', 'visit.done', { visit }, { ...report, doneOn: 'R8.3.17' })
  expect(saidIn(ahead)).toContain('今日までの日付')
  await product.database.inRegion('saikatsuhoku', async (scope) => {
    const region = { ...(await sampleRegion()), series: [] }
    await planVisits(scope, region, product.clock.now())
  })
  expect(await planned()).toHaveLength(14)
})
