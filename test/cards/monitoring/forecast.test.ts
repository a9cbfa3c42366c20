import { expect, test } from 'vitest'
import { renderCard as discordCard } from '../../../src/bot/discord/render-card.ts'
import { wordsIn } from '../../../src/bot/discord/words.ts'
import { renderCard as slackCard } from '../../../src/bot/slack/render-card.ts'
import { forecastCard } from '../../../src/cards/monitoring/forecast.ts'
import { type ForecastFacts, forecast } from '../../../src/domain/monitoring/forecast/forecast.ts'
import { catalogues } from '../../../src/text/catalogue.ts'

const month = (iso: string) => Temporal.PlainYearMonth.from(iso)
const region = (offices: number, municipalities: number): ForecastFacts => ({
  from: month('2026-11'),
  offices: Array.from({ length: offices }, (_, index) => ({
    id: `o${index}`,
    name: `相談室 み${index}`,
    fullTime: index === 0 ? undefined : 2,
    opening:
      index === 1
        ? { newUsers: 3, from: month('2027-01'), kinds: '児童、精神' }
        : index === 2
          ? { newUsers: 0, from: month('2027-01') }
          : undefined,
  })),
  municipalities: Array.from({ length: municipalities }, (_, index) => ({
    id: `m${index}`,
    name: `み${index}市`,
  })),
  counts: Array.from({ length: offices }, (_, index) => ({
    office: `o${index}`,
    municipality: 'm0',
    month: month(index === 0 ? '2027-03' : '2026-11'),
    monitoring: 2400 - 240 * index,
    renewals: 120,
    newPlans: 24,
  })),
  selfPlans: Array.from({ length: municipalities }, (_, index) => ({
    municipality: `m${index}`,
    wished: 1,
    unwished: index,
    cases: 1000,
  })),
})
const card = (facts: ForecastFacts, language: 'ja' | 'en' = 'ja') =>
  forecastCard(forecast(facts), '見本圏域', language, catalogues[language])
const lists = (facts: ForecastFacts) =>
  card(facts).parts.flatMap((part) => (part.part === 'list' ? [part.items] : []))

test('every month with its figures, and their sum', () => {
  const table = card(region(2, 1)).parts.find(({ part }) => part === 'table')
  expect(table).toMatchObject({ columns: ['月', 'モニタリング', '必要な計画', 'うち更新'] })
  const rows = table?.part === 'table' ? table.rows : []
  expect(rows).toHaveLength(13)
  expect(rows[0]).toEqual(['令和8年11月', '2,160', '144', '120'])
  expect(rows[4]).toEqual(['令和9年3月', '2,400', '144', '120'])
  expect(rows[12]).toEqual(['合計', '4,560', '288', '240'])
})

test('the month with most to do, self-plans and openings come first', () => {
  const fields = card(region(3, 2)).parts.find(({ part }) => part === 'fields')
  expect(fields).toEqual({
    part: 'fields',
    fields: [
      { label: '最も多い月', value: '令和8年11月（合わせて4,368件）' },
      { label: 'セルフプラン', value: '3件（0.2%）' },
      { label: '新しく受けられる人数', value: '合わせて3人' },
    ],
  })
})

test('five offices at most are named: by full-time equivalent, those that told none after them; with what they can take', () => {
  expect(lists(region(9, 1))[0]).toHaveLength(5)
  const [items = []] = lists(region(4, 1))
  expect(items).toEqual([
    {
      text: '相談室 み1　1人・ひと月あたり96.0件',
      detail: '12か月で2,304件、令和9年1月から3人受けられます（児童、精神）',
    },
    { text: '相談室 み2　1人・ひと月あたり86.0件', detail: '12か月で2,064件、いまは受けられません' },
    {
      text: '相談室 み3　1人・ひと月あたり76.0件',
      detail: '12か月で1,824件、受けられる人数は届いていません',
    },
    {
      text: '相談室 み0　常勤換算は届いていません',
      detail: '12か月で2,544件、受けられる人数は届いていません',
    },
  ])
})

test('the five municipalities with most unwished self-plans are named, and how many others have some', () => {
  const made = card(region(1, 8))
  const [, items = []] = lists(region(1, 8))
  expect(items.map(({ text }) => text.split('　')[0])).toEqual(['み7市', 'み6市', 'み5市', 'み4市', 'み3市'])
  expect(items[0]).toEqual({
    text: 'み7市　希望1件、希望ではない7件（0.8%）',
    detail: '1,000ケースのうち、希望0.1%、希望ではない0.7%',
  })
  expect(made.parts).toContainEqual({
    part: 'note',
    text: 'ほかに3の市町村にセルフプランがあります。',
  })
})

test('where nothing is registered, it says so and nothing else', () => {
  const { parts } = card({ ...region(2, 2), counts: [], selfPlans: [] })
  expect(parts).toEqual([{ part: 'heading', text: 'まだ計画が登録されていないため、見通しを出せません' }])
})

test('self-plans are told where no plan is registered', () => {
  const { parts } = card({ ...region(2, 3), counts: [] })
  expect(parts.filter(({ part }) => part === 'list')).toHaveLength(1)
})

test('the largest region’s card is shown whole on Slack and Discord, with its table in columns', () => {
  for (const language of ['ja', 'en'] as const) {
    const large = card(region(100, 30), language)
    const rows = large.parts.flatMap((part) => (part.part === 'table' ? part.rows : []))
    const intro = catalogues[language].forecast.intro.slice(0, 20)
    const discord = JSON.stringify(discordCard(large, { words: wordsIn(language) }))
    const slack = slackCard(large)
    expect(discord).toContain('```')
    expect(slack.map(({ type }) => type)).toContain('table')
    for (const shown of [discord, JSON.stringify(slack)])
      for (const cell of [...rows.flat(), intro]) expect(shown).toContain(cell)
  }
})
