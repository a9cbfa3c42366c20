import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paginate, type Strip } from '../../src/documents/strip.ts'

const strip = (height: number, keepsNext = false, before = 0): Strip => ({
  cells: [],
  height,
  before,
  keepsNext,
})

test('a heading is never last on a page', () => {
  const strips = [strip(70), strip(20, true), strip(20)]
  expect(paginate(strips, 100).map((page) => page.length)).toEqual([1, 2])
})

test('room above is kept within a page and left out at its beginning', () => {
  const [first, second] = paginate([strip(40), strip(20, false, 10), strip(40, false, 10)], 100)
  expect(first?.map(({ y }) => y)).toEqual([0, 50])
  expect(second?.map(({ y }) => y)).toEqual([0])
})

test('a group higher than a page is parted rather than lost', () => {
  const strips = [...Array.from({ length: 9 }, () => strip(20, true)), strip(20)]
  expect(paginate(strips, 100).map((page) => page.length)).toEqual([5, 5])
})

test("a table's head is set again where it goes over", () => {
  const head = [strip(10, true)]
  const body = Array.from({ length: 5 }, () => ({ ...strip(30), head }))
  const pages = paginate([...head, ...body], 100)
  expect(pages.map((page) => page.map(({ strip: { height } }) => height))).toEqual([
    [10, 30, 30, 30],
    [10, 30, 30],
  ])
})

test('whatever the strips: all are placed, in order, within their page; what keeps its next has it there where a page can hold both', () => {
  const any = fc.record({
    cells: fc.constant([]),
    height: fc.integer({ min: 1, max: 40 }),
    before: fc.integer({ min: 0, max: 12 }),
    keepsNext: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (strips) => {
      const pages = paginate(strips, 100)
      expect(pages.flat().map((placed) => placed.strip)).toEqual(strips)
      for (const page of pages) {
        let bottom = 0
        for (const { strip: own, y } of page) {
          expect(y).toBeGreaterThanOrEqual(bottom)
          bottom = y + own.height
        }
        expect(bottom).toBeLessThanOrEqual(100)
      }
    }),
  )
})
