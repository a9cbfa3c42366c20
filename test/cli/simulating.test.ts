import { expect, test } from 'vitest'
import { simulate } from '../../src/cli/simulate/simulate.ts'
import { isBusinessDay } from '../../src/domain/calendar/working-calendar.ts'
import { wantedMeetings } from '../../src/domain/meeting/wanted-meetings.ts'
import { calendarOf } from '../../src/domain/region/calendar.ts'
import { rosterOf } from '../../src/domain/region/roster.ts'
import { sampleRegion } from '../support/product.ts'

const SAMPLE = new URL('../../examples/regions/saikatsuhoku.yaml', import.meta.url).pathname
const day = (text: string) => Temporal.PlainDate.from(text)

test('埼葛北 lives through fiscal 2026 with the counts it is known for, nothing twice, nothing lost', {
  timeout: 400_000,
}, async () => {
  const spoken = await simulate(SAMPLE, '2026-04-01', '2027-03-31')
  expect(spoken.ok).toBe(true)
  expect(spoken.data).toMatchObject({
    region: 'saikatsuhoku',
    series: [
      { id: 'zentaikai', kind: 'plenary', meetings: 2, cancelled: 0 },
      { id: 'unei', kind: 'steering', meetings: 12, cancelled: 0 },
      { id: 'chosei', kind: 'coordination', meetings: 12, cancelled: 0 },
      { id: 'renrakukai', kind: 'liaison', meetings: 12, cancelled: 0, agendasPosted: 12 },
      { id: 'gsv-kita', kind: 'gsv', meetings: 12, withGsv: 12 },
      { id: 'gsv-minami', kind: 'gsv', meetings: 12, withGsv: 12 },
    ],
    deliveries: { duplicates: 0, lost: 0 },
    gsv: [
      { series: 'gsv-kita', sessions: 12, groups: 12, cases: 12, outcomes: 12 },
      { series: 'gsv-minami', sessions: 12, groups: 12, cases: 12, outcomes: 12 },
    ],
    rotas: [{ id: 'kanji', turns: { 白岡市: 1 } }],
  })
  const { series, deliveries, reminders } = spoken.data as {
    series: { longestMinutes: number }[]
    deliveries: { planned: number; sent: number }
    reminders: { monitoring: number; summary: number; meeting: number }
  }
  expect(Math.max(...series.map(({ longestMinutes }) => longestMinutes))).toBeLessThanOrEqual(120)
  expect(deliveries.sent).toBe(deliveries.planned)
  for (const count of [reminders.monitoring, reminders.summary, reminders.meeting])
    expect(count).toBeGreaterThan(0)
})

test('鶴ヶ島 meets weekly, never over its two hours, and no month of the quarter is without GSV', {
  timeout: 400_000,
}, async () => {
  const file = new URL('../../examples/regions/tsurugashima.yaml', import.meta.url).pathname
  const spoken = await simulate(file, '2026-04-01', '2026-06-30')
  expect(spoken.data).toMatchObject({
    series: [{ id: 'renrakukai', meetings: 13, cancelled: 0, agendasPosted: 13, withGsv: 3 }],
    deliveries: { duplicates: 0, lost: 0 },
  })
  const { series } = spoken.data as { series: { longestMinutes: number }[] }
  expect(Math.max(...series.map(({ longestMinutes }) => longestMinutes))).toBeLessThanOrEqual(120)
})

test('no meeting of the year is on a closed day, and nobody is in two at once', async () => {
  const region = await sampleRegion()
  const meetings = wantedMeetings(region, day('2026-04-01'), day('2027-03-31'))
  expect(meetings).toHaveLength(62)
  const calendar = calendarOf(region)
  const held = meetings.map(({ seriesId, startsAt, durationMinutes }) => {
    const body = region.series.find(({ id }) => id === seriesId)?.body ?? ''
    return { startsAt, endsAt: startsAt.add({ minutes: durationMinutes }), people: rosterOf(region, body) }
  })
  for (const { startsAt } of held)
    expect(isBusinessDay(calendar, startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate())).toBe(true)
  const before = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0
  for (const [index, one] of held.entries())
    for (const other of held.slice(index + 1)) {
      if (!before(one.startsAt, other.endsAt) || !before(other.startsAt, one.endsAt)) continue
      expect(one.people.filter((person) => other.people.includes(person))).toEqual([])
    }
})

test.each([
  ['2026-04-01', '2026-03-31'],
  ['2026-13-01', '2027-03-31'],
])('a period from %s to %s is refused', async (from, to) => {
  expect((await simulate(SAMPLE, from, to)).ok).toBe(false)
})
