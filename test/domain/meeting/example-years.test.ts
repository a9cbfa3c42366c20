import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readRegionFile } from '../../../src/cli/region/read-region-file.ts'
import { isBusinessDay } from '../../../src/domain/calendar/working-calendar.ts'
import { wantedMeetings } from '../../../src/domain/meeting/wanted-meetings.ts'
import { calendarOf } from '../../../src/domain/region/calendar.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { yearCalendar } from '../../../src/domain/series/year-calendar.ts'
import { catalogues } from '../../../src/text/catalogue.ts'

/** What each region is known for in a fiscal year, by series: nothing more, nothing less. */
const YEARS: Record<string, Record<string, number>> = {
  saikatsuhoku: { zentaikai: 2, unei: 12, chosei: 12, renrakukai: 12, 'gsv-kita': 12, 'gsv-minami': 12 },
  daito: { network: 6 },
  handa: { gsv: 12, renrakukai: 12, unei: 6, jizen: 6, shinjin: 4 },
  josho: { staff: 52, unei: 24, gsv: 12 },
  wakasa: {
    jirei: 12,
    gsv: 24,
    'gsv-tsuruga': 4,
    'gyosei-obama': 2,
    'gyosei-mihama': 2,
    'gyosei-takahama': 2,
    'gyosei-ohi': 2,
    'gyosei-wakasa': 2,
    leader: 6,
  },
  koriyama: { jirei: 12, godo: 12 },
  tsurugashima: { renrakukai: 52 },
}

const readExample = async (name: string): Promise<Region> => {
  const file = new URL(`../../../examples/regions/${name}.yaml`, import.meta.url)
  const read = readRegionFile(await readFile(file, 'utf8'), catalogues.ja.regionFile)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.region
}
const day = (text: string) => Temporal.PlainDate.from(text)
const yearOf = (region: Region, year: number) => {
  const wanted = wantedMeetings(region, day(`${year}-04-01`), day(`${year + 1}-03-31`))
  const planned = wanted.map((one, index) => ({ ...one, id: String(index) }))
  return { planned, calendar: yearCalendar(region, planned) }
}
const countsOf = (region: Region, year: number) =>
  Object.fromEntries(yearOf(region, year).calendar.series.map(({ id, meetings }) => [id, meetings.length]))

test.each(Object.keys(YEARS))('%s meets in fiscal 2026 as often as it is known for', async (name) => {
  expect(countsOf(await readExample(name), 2026)).toEqual(YEARS[name])
})

test.each(Object.keys(YEARS))(
  '%s: no meeting on a closed day, nobody and no body twice at once',
  async (name) => {
    const region = await readExample(name)
    const calendar = calendarOf(region)
    for (const year of [2026, 2027]) {
      const { planned, calendar: made } = yearOf(region, year)
      for (const { startsAt, cancelled } of planned) {
        const on = startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
        expect(cancelled !== null || isBusinessDay(calendar, on), on.toString()).toBe(true)
      }
      expect(made.clashes.filter(({ kind }) => kind !== 'week')).toEqual([])
    }
  },
)

test('上小: the steering committee meets twice a month in the years a plan is made, else every other month', async () => {
  const region = await readExample('josho')
  const counts = [2026, 2027, 2028, 2029].map((year) => countsOf(region, year).unei)
  expect(counts).toEqual([24, 6, 6, 24])
})

test('鶴ヶ島 and 上小 meet in every week of the year', async () => {
  for (const [name, id] of [
    ['tsurugashima', 'renrakukai'],
    ['josho', 'staff'],
  ] as const) {
    const { planned } = yearOf(await readExample(name), 2026)
    const weeks = planned
      .filter(({ seriesId }) => seriesId === id)
      .map(({ startsAt }) => startsAt.toZonedDateTimeISO('Asia/Tokyo'))
      .map((at) => `${at.yearOfWeek}-${at.weekOfYear}`)
    expect(new Set(weeks).size).toBe(52)
  }
})
