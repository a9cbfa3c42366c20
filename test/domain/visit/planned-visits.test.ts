import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readRegionFile } from '../../../src/cli/region/read-region-file.ts'
import { isBusinessDay } from '../../../src/domain/calendar/working-calendar.ts'
import { calendarOf } from '../../../src/domain/region/calendar.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { plannedVisits } from '../../../src/domain/visit/planned-visits.ts'
import { catalogues } from '../../../src/text/catalogue.ts'

const regionOf = async (name: string): Promise<Region> => {
  const file = new URL(`../../../examples/regions/${name}.yaml`, import.meta.url)
  const read = readRegionFile(await readFile(file, 'utf8'), catalogues.ja.regionFile)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.region
}
const day = (iso: string) => Temporal.PlainDate.from(iso)
/** Of a fiscal year. */
const visitsOf = (region: Region, year: number) =>
  plannedVisits(region, calendarOf(region), day(`${year}-04-01`), day(`${year + 1}-03-31`))
const perOffice = (visits: { officeId: string }[]) =>
  [...Map.groupBy(visits, ({ officeId }) => officeId).values()].map(({ length }) => length)

test('郡山市: 7 offices in one year, the other 16 in the next, then round again', async () => {
  const region = await regionOf('koriyama')
  const years = [2026, 2027, 2028].map((year) => visitsOf(region, year))
  expect(years.map((visits) => perOffice(visits).length)).toEqual([7, 16, 7])
  expect(years.flatMap(perOffice).every((count) => count === 1)).toBe(true)
})

test('埼葛北地区: twelve offices four times, 48; a new one twelve times in its first year', async () => {
  const region = await regionOf('saikatsuhoku')
  const first = Map.groupBy(visitsOf(region, 2026), ({ officeId }) => officeId)
  expect(first.get('tsubame')).toHaveLength(12)
  expect(first.get('kumo')).toHaveLength(4)
  expect(visitsOf(region, 2026)).toHaveLength(11 * 4 + 12)
  expect(visitsOf(region, 2027)).toHaveLength(48)
})

test('若狭地域: 15 offices once in a year and a half', async () => {
  const region = await regionOf('wakasa')
  const round = plannedVisits(region, calendarOf(region), day('2026-04-01'), day('2027-09-30'))
  expect(perOffice(round)).toEqual(Array(15).fill(1))
  expect(visitsOf(region, 2026)).toHaveLength(10)
})

test('半田市: two visits a year, to other offices each time', async () => {
  const region = await regionOf('handa')
  const years = [2026, 2027, 2028].map((year) => visitsOf(region, year))
  expect(years.map(({ length }) => length)).toEqual([2, 2, 2])
  expect(perOffice(years.flat())).toEqual(Array(6).fill(1))
})

test.each(['koriyama', 'saikatsuhoku', 'wakasa', 'handa'])(
  '%s: on business days, one a day, evenly, and the same from whatever day it is asked',
  async (name) => {
    const region = await regionOf(name)
    const calendar = calendarOf(region)
    const visits = visitsOf(region, 2026)
    expect(visits.every(({ on }) => isBusinessDay(calendar, on))).toBe(true)
    expect(new Set(visits.map(({ on }) => on.toString())).size).toBe(visits.length)
    const halves = visits.filter(({ on }) => Temporal.PlainDate.compare(on, day('2026-10-01')) < 0).length
    expect(Math.abs(visits.length - 2 * halves)).toBeLessThanOrEqual(2)
    const from = day('2026-09-10')
    const later = plannedVisits(region, calendar, from, day('2027-03-31'))
    expect(later).toEqual(visits.filter(({ on }) => Temporal.PlainDate.compare(on, from) >= 0))
    const turns = perOffice(visits.map(({ visitorId }) => ({ officeId: visitorId })))
    expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1)
  },
)
