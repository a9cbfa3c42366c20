import { expect, test } from 'vitest'
import { countClashes } from '../../../src/cli/simulate/count-clashes.ts'
import { simulate } from '../../../src/cli/simulate/simulate.ts'
import { wantedMeetings } from '../../../src/domain/meeting/wanted-meetings.ts'
import { exampleRegion } from '../../support/product.ts'

const exampleFile = (id: string) => new URL(`../../../examples/regions/${id}.yaml`, import.meta.url).pathname
const SAMPLE = exampleFile('saikatsuhoku')
const EXAMPLES = ['daito', 'handa', 'josho', 'koriyama', 'saikatsuhoku', 'tsurugashima', 'wakasa']
const NO_CLASH = { onClosedDays: 0, twiceAtOnce: 0 }
const day = (text: string) => Temporal.PlainDate.from(text)

test('埼葛北 lives through two months: each meeting with its agenda, nothing twice, nothing lost', {
  timeout: 400_000,
}, async () => {
  const spoken = await simulate(SAMPLE, '2026-04-01', '2026-05-31')
  expect(spoken.data).toMatchObject({
    region: 'saikatsuhoku',
    series: [
      { id: 'zentaikai', kind: 'plenary', cancelled: 0 },
      { id: 'unei', kind: 'steering', meetings: 2, cancelled: 0 },
      { id: 'chosei', kind: 'coordination', meetings: 2, cancelled: 0 },
      { id: 'renrakukai', kind: 'liaison', meetings: 2, cancelled: 0, agendasPosted: 2 },
      { id: 'gsv-kita', kind: 'gsv', meetings: 2, withGsv: 2 },
      { id: 'gsv-minami', kind: 'gsv', meetings: 2, withGsv: 2 },
    ],
    gsv: ['gsv-kita', 'gsv-minami'].map((one) => ({ series: one, sessions: 2, preMeetings: 2 })),
    deliveries: { duplicates: 0, lost: 0 },
    clashes: NO_CLASH,
  })
  const { series, deliveries, reminders, followUps } = spoken.data as {
    series: { longestMinutes: number }[]
    deliveries: { planned: number; sent: number }
    reminders: { monitoring: number; summary: number; meeting: number }
    followUps: Record<'opened' | 'done' | 'dropped' | 'open', number>
  }
  expect(Math.max(...series.map(({ longestMinutes }) => longestMinutes))).toBeLessThanOrEqual(120)
  expect(deliveries.sent).toBe(deliveries.planned)
  const { opened, done, dropped, open } = followUps
  expect(done + dropped + open).toBe(opened)
  expect(opened).toBeGreaterThan(0)
  for (const count of [reminders.monitoring, reminders.summary, reminders.meeting])
    expect(count).toBeGreaterThan(0)
})

test('上小 reviews one case at each weekly staff meeting, and what was given to do is done, put off or dropped', {
  timeout: 400_000,
}, async () => {
  const spoken = await simulate(exampleFile('josho'), '2026-04-01', '2026-05-31')
  expect(spoken.data).toMatchObject({
    series: [
      { id: 'staff', meetings: 8, agendasPosted: 8, cases: 8 },
      { id: 'unei', meetings: 4 },
      { id: 'gsv', meetings: 2 },
    ],
    rotas: [{ id: 'tanki', turns: { 見本福祉会: 1, 架空の里: 1 } }],
    clashes: NO_CLASH,
    deliveries: { duplicates: 0, lost: 0 },
  })
  const { followUps } = spoken.data as { followUps: { opened: number; done: number; extended: number } }
  expect(followUps.opened).toBeGreaterThanOrEqual(8)
  expect(followUps.done).toBeGreaterThan(0)
  expect(followUps.extended).toBeGreaterThan(0)
})

test.each(EXAMPLES)(
  '%s: no meeting of the year is on a closed day, and nobody is in two at once',
  async (id) => {
    const region = await exampleRegion(id)
    const meetings = wantedMeetings(region, day('2026-04-01'), day('2027-03-31')).filter(
      ({ cancelled }) => cancelled === null,
    )
    expect(meetings.length).toBeGreaterThan(5)
    expect(countClashes(region, meetings)).toEqual(NO_CLASH)
  },
)

test('a meeting on a holiday is counted, and everybody who would have to sit in two', async () => {
  const region = await exampleRegion('josho')
  const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant()
  const staff = { seriesId: 'staff', startsAt: at('2026-05-05T09:30'), durationMinutes: 60 }
  const gsv = { seriesId: 'gsv', startsAt: at('2026-05-05T10:00'), durationMinutes: 75 }
  const after = { seriesId: 'unei', startsAt: at('2026-05-07T13:30'), durationMinutes: 60 }
  const ofCentre = region.members.filter(({ office }) => office === 'kikan').length
  expect(countClashes(region, [after, gsv, staff])).toEqual({ onClosedDays: 2, twiceAtOnce: ofCentre })
})

test.each([
  ['2026-04-01', '2026-03-31'],
  ['2026-13-01', '2027-03-31'],
])('a period from %s to %s is refused', async (from, to) => {
  expect((await simulate(SAMPLE, from, to)).ok).toBe(false)
})
