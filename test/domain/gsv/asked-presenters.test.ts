import { beforeAll, expect, test } from 'vitest'
import { askedPresenters, type SessionPresenters } from '../../../src/domain/gsv/asked-presenters.ts'
import { type GroupSeries, sitsInGroups } from '../../../src/domain/gsv/participants.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { exampleRegion } from '../../support/product.ts'
import { day } from '../arbitrary-dates.ts'

let region: Region
let series: GroupSeries

beforeAll(async () => {
  region = await exampleRegion('daito')
  const found = region.series.find(sitsInGroups)
  if (!found) throw new Error('大東市 has no groups')
  series = found
})

const session = (date: string, more: Partial<SessionPresenters> = {}): SessionPresenters => ({
  meetingId: date,
  date: day(date),
  accepted: [],
  declined: [],
  absent: new Set(),
  ...more,
})
const officeOf = (id: string) => region.members.find((member) => member.id === id)?.office

test('one for each group, of other offices than each other and than last time', () => {
  const [first, second] = askedPresenters(region, series, [], [session('2026-04-15'), session('2026-06-17')])
  const offices = [first, second].map((asked) => asked?.memberIds.map(officeOf) ?? [])
  expect(offices.map((list) => new Set(list).size)).toEqual([5, 5])
  expect(offices[1]?.filter((office) => offices[0]?.includes(office))).toHaveLength(2)
})

test('who accepted is not asked again, who declined or is away not at all, and the next is', () => {
  const asked = (more: Partial<SessionPresenters>) =>
    askedPresenters(region, series, [], [session('2026-04-15', more)])[0]?.memberIds ?? []
  const [one = '', other = '', ...rest] = asked({})
  const now = asked({ accepted: [rest[0] ?? ''], declined: [one], absent: new Set([other]) })
  expect(now).toHaveLength(4)
  for (const id of [one, other, rest[0]]) expect(now).not.toContain(id)
})

test('who is new comes early', () => {
  const before = askedPresenters(region, series, [], [session('2026-04-15')])[0]?.memberIds
  expect(before).not.toContain('tsumugi')
  const newcomer = {
    ...region,
    members: region.members.map((member) =>
      member.id === 'tsumugi' ? { ...member, specialistSince: day('2026-01-05') } : member,
    ),
  }
  expect(askedPresenters(newcomer, series, [], [session('2026-04-15')])[0]?.memberIds).toContain('tsumugi')
})

test('chief specialists are kept for leading where they are fewer than two a group', async () => {
  const handa = await exampleRegion('handa')
  const own = handa.series.find(sitsInGroups)
  if (!own) throw new Error('半田市 has no groups')
  const asked = askedPresenters(handa, own, [], [session('2026-04-17'), session('2026-05-15')])
  const chiefs = handa.members.filter(({ roles }) => roles.includes('chief_specialist')).map(({ id }) => id)
  const ids = asked.flatMap(({ memberIds }) => memberIds)
  expect(ids).toHaveLength(8)
  expect(ids.filter((id) => chiefs.includes(id))).toEqual([])
})
