import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PageLine, paginate } from '../../../src/documents/pdf/page-line.ts'

const line = (height: number, keepsNext = false, before = 0): PageLine => ({
  cells: [],
  height,
  before,
  keepsNext,
})

test('a heading is never last on a page', () => {
  const lines = [line(70), line(20, true), line(20)]
  expect(paginate(lines, 100).map((page) => page.length)).toEqual([1, 2])
})

test('room above is kept within a page and left out at its beginning', () => {
  const [first, second] = paginate([line(40), line(20, false, 10), line(40, false, 10)], 100)
  expect(first?.map(({ y }) => y)).toEqual([0, 50])
  expect(second?.map(({ y }) => y)).toEqual([0])
})

test('a group higher than a page is parted rather than lost', () => {
  const lines = [...Array.from({ length: 9 }, () => line(20, true)), line(20)]
  expect(paginate(lines, 100).map((page) => page.length)).toEqual([5, 5])
})

test("a table's head is set again where it goes over", () => {
  const head = [line(10, true)]
  const body = Array.from({ length: 5 }, () => ({ ...line(30), head }))
  const pages = paginate([...head, ...body], 100)
  expect(pages.map((page) => page.map(({ line: { height } }) => height))).toEqual([
    [10, 30, 30, 30],
    [10, 30, 30],
  ])
})

test('whatever the lines: all are placed, in order, within their page; what keeps its next has it there where a page can hold both', () => {
  const any = fc.record({
    cells: fc.constant([]),
    height: fc.integer({ min: 1, max: 40 }),
    before: fc.integer({ min: 0, max: 12 }),
    keepsNext: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (lines) => {
      const pages = paginate(lines, 100)
      expect(pages.flat().map((placed) => placed.line)).toEqual(lines)
      for (const page of pages) {
        let bottom = 0
        for (const { line: own, y } of page) {
          expect(y).toBeGreaterThanOrEqual(bottom)
          bottom = y + own.height
        }
        expect(bottom).toBeLessThanOrEqual(100)
      }
    }),
  )
})
