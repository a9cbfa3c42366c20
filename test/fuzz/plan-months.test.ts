import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MonthsOptions, monitoringMonths } from '../../src/cli/monitoring/months.ts'
import { fuzz, TRACE } from './inputs.ts'
import { nasty, slipped } from './nasty.ts'

const typed = (...meant: string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...meant) },
    { weight: 1, arbitrary: slipped(meant[0] ?? '') },
    { weight: 1, arbitrary: nasty() },
  )
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 })

const options = fc.record({
  start: typed('R8.4.1', '1868-01-01', '9999-01-01', '2024-02-29', '令和元年5月1日'),
  end: typed('R9.3.31', '9999-12-31', '2025-02-28', '1868-01-31'),
  kind: typed('new', 'change', 'renewal'),
  interval: maybe(typed('1', '3', '6', '12', '６月ごと')),
  first: maybe(typed('R8.7', '9999-12', '1868-01')),
  last: maybe(typed('R9.3', '9999-12', '1868-01')),
  line: maybe(fc.array(typed('3月ごと(H28.7~H29.4)', '1月ごと(R8.4~R9.3)', 'R8.5・R8.8'), { maxLength: 4 })),
  newStart: maybe(typed('decision', 'next')),
}) as fc.Arbitrary<MonthsOptions>

test('the months of any plan are told, or what to write instead', () =>
  fuzz('months of a plan', options, (given) => {
    const said = monitoringMonths(given)
    const words = said.lines.join('\n')
    expect(words).not.toMatch(TRACE)
    if (!said.ok) expect(words).not.toBe('')
  }))
