import { expect, test } from 'vitest'
import { simulate } from '../../src/cli/simulate/simulate.ts'

/** The ways of working of seven regions, each as its published papers count a year. */
const YEARS = {
  saikatsuhoku: {
    series: [
      { id: 'zentaikai', kind: 'plenary', meetings: 2, cancelled: 0, agendasPosted: 2 },
      { id: 'unei', kind: 'steering', meetings: 12, cancelled: 0, agendasPosted: 12 },
      { id: 'chosei', kind: 'coordination', meetings: 12, cancelled: 0, agendasPosted: 12 },
      { id: 'renrakukai', kind: 'liaison', meetings: 12, cancelled: 0, agendasPosted: 12 },
      { id: 'gsv-kita', kind: 'gsv', meetings: 12, withGsv: 12 },
      { id: 'gsv-minami', kind: 'gsv', meetings: 12, withGsv: 12 },
    ],
    gsv: [
      { series: 'gsv-kita', sessions: 12, groups: 12, cases: 12, outcomes: 12 },
      { series: 'gsv-minami', sessions: 12, groups: 12, cases: 12, outcomes: 12 },
    ],
    rotas: [{ id: 'kanji', turns: { 白岡市: 1 } }],
    // Eleven offices four times, a new one every month.
    visits: 56,
  },
  tsurugashima: {
    series: [{ id: 'renrakukai', kind: 'liaison', meetings: 52, agendasPosted: 52, withGsv: 13 }],
    gsv: [],
    rotas: [],
    visits: 0,
  },
  daito: {
    series: [{ id: 'network', kind: 'case_study', meetings: 6 }],
    gsv: [{ series: 'network', sessions: 6, groups: 30, cases: 30, outcomes: 30 }],
    rotas: [],
    visits: 0,
  },
  handa: {
    series: [
      { id: 'gsv', meetings: 12, withGsv: 12 },
      { id: 'renrakukai', kind: 'liaison', meetings: 12, agendasPosted: 12 },
      { id: 'unei', kind: 'steering', meetings: 6, agendasPosted: 6 },
      { id: 'jizen', kind: 'secretariat', meetings: 6, agendasPosted: 6 },
      { id: 'shinjin', kind: 'supervision', meetings: 4 },
    ],
    gsv: [{ series: 'gsv', sessions: 12, groups: 48, cases: 48, outcomes: 48 }],
    rotas: [],
    visits: 2,
  },
  josho: {
    series: [
      { id: 'staff', kind: 'case_review', meetings: 52, agendasPosted: 52, cases: 52 },
      { id: 'unei', kind: 'steering', meetings: 24, agendasPosted: 24 },
      { id: 'gsv', kind: 'gsv', meetings: 12, withGsv: 12 },
    ],
    gsv: [{ series: 'gsv', sessions: 12 }],
    rotas: [
      {
        id: 'tanki',
        turns: { 見本福祉会: 2, 架空の里: 2, 例示会: 2, 見本学園: 2, 架空ホーム: 2, 例示の森: 2 },
      },
    ],
    visits: 0,
  },
  wakasa: {
    series: [
      { id: 'jirei', kind: 'case_study', meetings: 12 },
      { id: 'gsv', kind: 'gsv', meetings: 24, withGsv: 24 },
      { id: 'gsv-tsuruga', kind: 'gsv', meetings: 4, withGsv: 4 },
      { id: 'gyosei-obama', meetings: 2, agendasPosted: 2 },
      { id: 'gyosei-mihama', meetings: 2, agendasPosted: 2 },
      { id: 'gyosei-takahama', meetings: 2, agendasPosted: 2 },
      { id: 'gyosei-ohi', meetings: 2, agendasPosted: 2 },
      { id: 'gyosei-wakasa', meetings: 2, agendasPosted: 2 },
      { id: 'leader', kind: 'training', meetings: 6 },
    ],
    gsv: [
      { series: 'gsv', sessions: 24 },
      { series: 'gsv-tsuruga', sessions: 4 },
    ],
    rotas: [],
    visits: 10,
  },
  koriyama: {
    series: [
      { id: 'jirei', kind: 'case_study', meetings: 12, agendasPosted: 12 },
      { id: 'godo', kind: 'coordination', meetings: 12, agendasPosted: 12 },
    ],
    gsv: [],
    rotas: [],
    visits: 7,
  },
}

type Year = {
  series: { longestMinutes: number }[]
  visits: { visits: number }[]
  deliveries: { planned: number; sent: number }
  followUps: Record<'opened' | 'done' | 'dropped' | 'open', number>
}

test.for(Object.entries(YEARS))(
  '%s lives through fiscal 2026 with the counts it is known for, nothing twice, nothing lost',
  async ([id, { visits, ...counts }]) => {
    const file = new URL(`../../examples/regions/${id}.yaml`, import.meta.url).pathname
    const spoken = await simulate(file, '2026-04-01', '2027-03-31')
    expect(spoken.data).toMatchObject({
      region: id,
      ...counts,
      clashes: { onClosedDays: 0, twiceAtOnce: 0 },
      deliveries: { duplicates: 0, lost: 0 },
    })
    const year = spoken.data as Year
    expect(year.visits.reduce((sum, office) => sum + office.visits, 0)).toBe(visits)
    expect(Math.max(...year.series.map(({ longestMinutes }) => longestMinutes))).toBeLessThanOrEqual(120)
    expect(year.deliveries.planned).toBeGreaterThan(100)
    expect(year.deliveries.sent).toBe(year.deliveries.planned)
    const { opened, done, dropped, open } = year.followUps
    expect(done + dropped + open).toBe(opened)
  },
)
