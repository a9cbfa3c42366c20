import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dueMonths,
  dueMonthsOfLines,
  INTERVALS,
  type Interval,
  lineFault,
  PLAN_KINDS,
  proposeDueMonths,
} from '../../../src/domain/monitoring/due-months.ts'
import published from '../../fixtures/monitoring/published-cases.json' with { type: 'json' }
import { anyDate, day, month } from '../arbitrary-dates.ts'

const texts = (months: Temporal.PlainYearMonth[]) => months.map(String)
const validity = (start: string, end: string) => ({ start: day(start), end: day(end) })
const interval = (months: number): Interval => {
  const found = INTERVALS.find((one) => one === months)
  if (!found) throw new Error(`no interval: ${months}`)
  return found
}
const line = (everyMonths: number, first: string, last: string) => ({
  everyMonths: interval(everyMonths),
  first: month(first),
  last: month(last),
})

describe('the ministry’s published examples', () => {
  test.each(published)(
    '$id: the printed line gives the published months',
    ({ input, expected_due_months }) => {
      const lines = input.intervals.map((one) =>
        line(one.every_months, one.certificate_first, one.certificate_last),
      )
      const due = dueMonthsOfLines(lines)
      expect(texts(due.months)).toEqual(expected_due_months)
      expect([due.basis, due.proposed]).toEqual(['certificate', false])
      const within = validity(input.validity_start, input.validity_end)
      expect(lines.map((one) => lineFault(one, within))).toEqual(lines.map(() => undefined))
    },
  )

  test.each(['2012', '2017'])('%s: counting back from the end month gives them too', (edition) => {
    const monthsOf = (id: string) =>
      published
        .filter((one) => one.id.startsWith(`mhlw-${edition}-${id}`))
        .flatMap((one) => one.expected_due_months)
    const year = edition === '2012' ? 2012 : 2016
    const within = validity(`${year}-05-01`, `${year + 1}-04-30`)
    const renewal = proposeDueMonths({ validity: within, kind: 'renewal', interval: 3 })
    expect(texts(renewal.months)).toEqual(monthsOf('ex1'))
    const first = proposeDueMonths({ validity: within, kind: 'new', interval: 6 })
    expect(texts(first.months)).toEqual(monthsOf('ex2'))
  })
})

test('the printed line wins over the interval; with neither there is nothing to say', () => {
  const plan = {
    validity: validity('2026-04-01', '2027-03-31'),
    kind: 'renewal' as const,
    interval: 6 as const,
  }
  const printed = dueMonths({ ...plan, lines: [line(3, '2026-06', '2027-03')] })
  expect(texts(printed?.months ?? [])).toEqual(['2026-06', '2026-09', '2026-12', '2027-03'])
  expect(printed?.basis).toBe('certificate')
  const computed = dueMonths({ ...plan, lines: [] })
  expect(texts(computed?.months ?? [])).toEqual(['2026-09', '2027-03'])
  expect([computed?.basis, computed?.proposed]).toEqual(['end-month', true])
  expect(dueMonths({ lines: [], validity: plan.validity, kind: plan.kind })).toBeUndefined()
})

test('lines add up, in order and each month once; months may be written out', () => {
  const due = dueMonthsOfLines([
    { months: [month('2027-03'), month('2026-12')] },
    line(1, '2026-04', '2026-06'),
    line(6, '2026-06', '2026-12'),
  ])
  expect(texts(due.months)).toEqual(['2026-04', '2026-05', '2026-06', '2026-12', '2027-03'])
})

describe('a new plan’s first three months', () => {
  const plan = { validity: validity('2026-04-15', '2027-04-30'), kind: 'new' as const, interval: 6 as const }

  test('begin in the month of the decision, or in the next where the municipality counts so', () => {
    const fromDecision = ['2026-04', '2026-05', '2026-06', '2026-10', '2027-04']
    expect(texts(proposeDueMonths(plan).months)).toEqual(fromDecision)
    const fromNext = ['2026-05', '2026-06', '2026-07', '2026-10', '2027-04']
    expect(texts(proposeDueMonths(plan, 'next').months)).toEqual(fromNext)
  })

  test('end with the validity where it is shorter, and keep the end month even of a single month', () => {
    const short = { ...plan, validity: validity('2026-04-15', '2026-04-30') }
    expect(texts(proposeDueMonths(short).months)).toEqual(['2026-04'])
    expect(texts(proposeDueMonths(short, 'next').months)).toEqual(['2026-04'])
  })
})

test('a validity turned round has no due months', () => {
  const reversed = validity('2027-04-01', '2026-03-31')
  for (const kind of PLAN_KINDS)
    expect(proposeDueMonths({ validity: reversed, kind, interval: 1 }).months).toEqual([])
})

test('of any proposal: the end month is due, nothing outside the validity, nothing twice, in order', () => {
  const plan = fc.record({
    start: anyDate('2010-01-01', '2040-12-31'),
    days: fc.integer({ min: 0, max: 2500 }),
    kind: fc.constantFrom(...PLAN_KINDS),
    interval: fc.constantFrom(...INTERVALS),
    first: fc.constantFrom('decision' as const, 'next' as const),
  })
  fc.assert(
    fc.property(plan, ({ start, days, kind, interval: every, first }) => {
      const end = start.add({ days })
      const months = texts(
        proposeDueMonths({ validity: { start, end }, kind, interval: every }, first).months,
      )
      expect(months.at(-1)).toBe(end.toPlainYearMonth().toString())
      expect(months.every((one) => one >= start.toPlainYearMonth().toString())).toBe(true)
      expect(months).toEqual([...new Set(months)].sort())
    }),
  )
})

test('the last month of a line is due whenever the line is without fault', () => {
  const parts = fc.record({
    every: fc.constantFrom(...INTERVALS),
    first: fc.integer({ min: -3, max: 40 }),
    length: fc.integer({ min: -3, max: 40 }),
  })
  const within = validity('2026-04-01', '2029-03-31')
  fc.assert(
    fc.property(parts, ({ every, first, length }) => {
      const from = month('2026-04').add({ months: first })
      const mine = { everyMonths: every, first: from, last: from.add({ months: length }) }
      const faultless = first >= 0 && length >= 0 && length % every === 0 && first + length < 36
      expect(lineFault(mine, within) === undefined).toBe(faultless)
      if (faultless) expect(String(dueMonthsOfLines([mine]).months.at(-1))).toBe(String(mine.last))
    }),
  )
})

describe('a line that does not fit says how', () => {
  const within = validity('2026-04-01', '2027-03-31')

  test('its end before its beginning', () => {
    expect(lineFault(line(3, '2027-03', '2026-06'), within)).toEqual({ reason: 'last-before-first' })
  })

  test('an end that the steps do not reach, with the month they would', () => {
    const fault = lineFault(line(3, '2026-06', '2027-02'), within)
    expect(fault).toEqual({ reason: 'last-not-reached', would: month('2026-12') })
    expect(fault && 'would' in fault && String(fault.would)).toBe('2026-12')
  })

  test('a month outside the validity', () => {
    const fault = lineFault({ months: [month('2026-04'), month('2027-04')] }, within)
    expect(fault?.reason).toBe('outside-validity')
    expect(fault && 'month' in fault && String(fault.month)).toBe('2027-04')
  })
})

test('a mistyped century ends', () => {
  expect(dueMonthsOfLines([line(1, '2026-04', '9999-12')]).months.length).toBe(1200)
  const endless = validity('1900-01-01', '9999-12-31')
  const months = proposeDueMonths({ validity: endless, kind: 'renewal', interval: 1 }).months
  expect([months.length, String(months.at(-1))]).toEqual([1200, '9999-12'])
})
