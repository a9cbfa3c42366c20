import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeMonth } from '../../../src/domain/calendar/write-date.ts'
import { readInterval, readMonitoringLine } from '../../../src/domain/monitoring/certificate-text.ts'
import { INTERVALS } from '../../../src/domain/monitoring/due-months.ts'
import { anyMonth } from '../arbitrary-dates.ts'

const read = (text: string) => {
  const line = readMonitoringLine(text)
  if (!line || !('everyMonths' in line)) return undefined
  return `${line.everyMonths}: ${line.first} ${line.last}`
}

describe('lines as certificates and people write them', () => {
  test.each([
    ['3月ごと(H28.7~H29.4)', '3: 2016-07 2017-04'],
    ['３月ごと（Ｈ２８．７～Ｈ２９．４）', '3: 2016-07 2017-04'],
    ['3月ごと（H28.7〜H29.4）', '3: 2016-07 2017-04'],
    [' 3 月ごと ( H28. 7 ~ H29. 4 ) ', '3: 2016-07 2017-04'],
    ['3か月ごと（平成28年7月～平成29年4月）', '3: 2016-07 2017-04'],
    ['3ヶ月毎「H28.7~H29.4」', '3: 2016-07 2017-04'],
    ['3カ月に1回：H28.7から H29.4まで', '3: 2016-07 2017-04'],
    ['3月ごと（平成28年7月から平成29年4月まで）', '3: 2016-07 2017-04'],
    ['毎月ごと(H28.5~H28.7)', '1: 2016-05 2016-07'],
    ['毎月（令和8年4月～令和8年6月）', '1: 2026-04 2026-06'],
    ['1月ごと(R8.4~R8.6)', '1: 2026-04 2026-06'],
    ['6か月ごと R8.9-R9.3', '6: 2026-09 2027-03'],
    ['6月ごと 2026-09-2027-03', '6: 2026-09 2027-03'],
    ['6月ごと(2026-09~2027-03)', '6: 2026-09 2027-03'],
    ['12月ごと(R8.9~R9.9)', '12: 2026-09 2027-09'],
    ['1年ごと(R8.9~R9.9)', '12: 2026-09 2027-09'],
  ])('%s', (text, line) => {
    expect(read(text)).toBe(line)
  })
})

test.each([
  '5月ごと(R8.4~R9.4)',
  '0月ごと(R8.4~R9.4)',
  '3月ごと',
  '3月ごと(R8.4)',
  '3月ごと(R8.13~R9.4)',
  '3月ごと(H28.7~10)',
  'H28.7~H29.4',
  '',
  '3月ごと(R8.4~R9.4)と6月ごと(R9.5~R9.11)',
])('%j is no line', (text) => {
  expect(readMonitoringLine(text)).toBeUndefined()
})

test('every line written out is read again', () => {
  const brackets = fc.constantFrom(['(', ')'], ['（', '）'], ['', ''])
  const tilde = fc.constantFrom('~', '～', '〜', ' ～ ')
  fc.assert(
    fc.property(
      fc.constantFrom(...INTERVALS),
      anyMonth(),
      anyMonth(),
      brackets,
      tilde,
      (every, a, b, around, to) => {
        const [open, close] = around
        const text = `${every}月ごと${open}${writeMonth(a, 'ja')}${to}${writeMonth(b, 'ja')}${close}`
        expect(read(text)).toBe(`${every}: ${a} ${b}`)
      },
    ),
  )
})

test('whatever is typed is answered, never thrown at, and quickly', () => {
  const piece = fc.constantFrom('3', '月', 'ごと', '(', 'H28', '.', '7', '~', '-', ')', '毎', 'から', ' ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      readMonitoringLine(pieces.join(''))
      readInterval(pieces.join(''))
    }),
  )
})

describe('an interval alone', () => {
  test.each([
    ['6', 6],
    ['６', 6],
    ['6か月', 6],
    ['６ヵ月ごと', 6],
    ['6月毎', 6],
    ['6か月に1回', 6],
    ['毎月', 1],
    ['毎月ごと', 1],
    ['1', 1],
    ['毎年', 12],
    ['12月ごと', 12],
    ['5', undefined],
    ['0', undefined],
    ['', undefined],
    ['6週間', undefined],
    ['6月ごと(R8.9~R9.3)', undefined],
  ])('%j: %s', (text, expected) => {
    expect(readInterval(text)).toBe(expected)
  })
})
