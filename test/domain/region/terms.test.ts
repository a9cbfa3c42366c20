import { expect, test } from 'vitest'
import { chairOf } from '../../../src/domain/meeting/permission.ts'
import { wantedMeetings } from '../../../src/domain/meeting/wanted-meetings.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { everOnRoster, holderOf, rosterOf } from '../../../src/domain/region/roster.ts'
import { exampleRegion } from '../../support/product.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const changed = async (change: (region: Region) => Partial<Region>): Promise<Region> => {
  const region = await exampleRegion('saikatsuhoku')
  return { ...region, ...change(region) }
}
/** 調整会議 with other seats, or rotas beside the region's own. */
const chosei = (members: Region['bodies'][number]['members'], rotas: Region['rotas'] = []) =>
  changed((region) => ({
    bodies: region.bodies.map((body) => (body.id === 'chosei' ? { ...body, members } : body)),
    rotas: [...region.rotas, ...rotas],
  }))
const rota = (over: Partial<Region['rotas'][number]>): Region['rotas'][number] => ({
  id: 'shikai',
  name: '司会',
  kind: 'chair',
  body: 'chosei',
  turn: 'month',
  lasts: 1,
  from: day('2026-04-01'),
  order: [{ member: 'midori' }, { member: 'daichi' }],
  ...over,
})

test('the host moves on 1 April: its officer sits on 調整会議, and the one before no longer does', async () => {
  const region = await exampleRegion('saikatsuhoku')
  const hosts = (on: string) =>
    rosterOf(region, 'chosei', day(on)).filter((id) => ['kaoru', 'yukari', 'makoto'].includes(id))
  expect(hosts('2027-03-31')).toEqual(['kaoru'])
  expect(hosts('2027-04-01')).toEqual(['yukari'])
  expect(hosts('2028-04-01')).toEqual(['makoto'])
  expect(everOnRoster(region, 'chosei')).toEqual(expect.arrayContaining(['kaoru', 'yukari', 'megumi']))
})

test('seats, members and offices are there within their terms', async () => {
  const seated = await chosei([
    { member: 'riku', since: day('2026-05-01'), until: day('2026-06-30') },
    { office: 'kumo', since: day('2026-07-01') },
  ])
  expect(rosterOf(seated, 'chosei', day('2026-04-30'))).toEqual([])
  expect(rosterOf(seated, 'chosei', day('2026-06-30'))).toEqual(['riku'])
  expect(rosterOf(seated, 'chosei', day('2026-07-01'))).toEqual(['aoi', 'riku'])
  const left = {
    ...seated,
    members: seated.members.map((one) => (one.id === 'riku' ? { ...one, until: day('2026-08-31') } : one)),
    offices: seated.offices.map((one) => (one.id === 'kumo' ? { ...one, until: day('2026-09-30') } : one)),
  }
  expect(rosterOf(left, 'chosei', day('2026-09-01'))).toEqual(['aoi'])
  expect(rosterOf(left, 'chosei', day('2026-10-01'))).toEqual([])
})

test('the chair is the seat’s of that day, else whose turn a chair rota says, else nobody', async () => {
  const byRota = await chosei([{ office: 'kikan' }], [rota({})])
  expect(chairOf(byRota, 'chosei', day('2026-04-27'))).toBe('midori')
  expect(chairOf(byRota, 'chosei', day('2026-05-25'))).toBe('daichi')
  const bySeat = await chosei([{ member: 'nagisa', duty: 'chair', until: day('2026-04-30') }], [rota({})])
  expect(chairOf(bySeat, 'chosei', day('2026-04-27'))).toBe('nagisa')
  expect(chairOf(bySeat, 'chosei', day('2026-05-25'))).toBe('daichi')
  expect(chairOf(await exampleRegion('saikatsuhoku'), 'chosei', day('2026-05-25'))).toBeUndefined()
})

test('a recorder by meetings records their meeting, and stays until the next', async () => {
  const { body: _, ...noBody } = rota({ kind: 'recorder', turn: 'meeting', series: 'chosei' })
  const region = await chosei([{ office: 'kikan' }], [noBody])
  const recorder = (on: string) => holderOf(region, 'chosei', 'recorder', day(on))
  expect(recorder('2026-04-27')).toBe('midori')
  expect(recorder('2026-05-10')).toBe('midori')
  expect(recorder('2026-05-25')).toBe('daichi')
  expect(recorder('2026-06-22')).toBe('midori')
})

test('a body’s meetings are within its life', async () => {
  const region = await changed(({ bodies }) => ({
    bodies: bodies.map((one) =>
      one.id === 'unei' ? { ...one, from: day('2026-06-01'), until: day('2026-09-30') } : one,
    ),
  }))
  const held = wantedMeetings(region, day('2026-04-01'), day('2027-03-31'))
    .filter(({ seriesId }) => seriesId === 'unei')
    .map(({ nominal }) => nominal.month)
  expect(held).toEqual([6, 7, 8, 9])
})
