import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AGENDA_TEMPLATES, LIAISON_SECTIONS } from '../../../src/domain/agenda/templates.ts'
import {
  currentItem,
  type LiveItem,
  numberOf,
  realMinutes,
  shouldEndAt,
} from '../../../src/domain/meeting/live.ts'

const at = (time: string) => Temporal.Instant.from(`2026-06-17T${time}:00Z`)
const item = (position: number, more: Partial<LiveItem> = {}): LiveItem => ({
  position,
  section: 'plan_review',
  planned: 6,
  extended: 0,
  startedAt: null,
  endedAt: null,
  outcome: null,
  ...more,
})

test('the current item is the one begun and not ended; it should end after its minutes and what was added', () => {
  const items = [
    item(1, { startedAt: at('05:00'), endedAt: at('05:07') }),
    item(2, { startedAt: at('05:07'), extended: 5 }),
    item(3),
  ]
  const current = currentItem(items)
  expect(current?.position).toBe(2)
  expect(current && shouldEndAt(current)).toEqual(at('05:18'))
  expect(items.map(realMinutes)).toEqual([7, undefined, undefined])
  expect(currentItem([item(1)])).toBeUndefined()
})

test('items are numbered by their section on the agenda, also where sections before it are empty', () => {
  const items = [
    item(1, { section: 'monitoring_result' }),
    item(2, { section: 'monitoring_result' }),
    item(3, { section: 'notice' }),
  ]
  expect(items.map(({ position }) => numberOf(items, position))).toEqual(['3(1)', '3(2)', '6(1)'])
  const council = AGENDA_TEMPLATES.plenary.map((section, index) => item(index + 1, { section }))
  expect(council.map(({ position }) => numberOf(council, position))).toEqual([
    '1(1)',
    '2(1)',
    '3(1)',
    '4(1)',
    '5(1)',
  ])
})

test('no two items of an agenda have one number', () => {
  const sections = fc.array(fc.constantFrom(...LIAISON_SECTIONS), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(sections, (chosen) => {
      const inOrder = chosen.toSorted((a, b) => LIAISON_SECTIONS.indexOf(a) - LIAISON_SECTIONS.indexOf(b))
      const items = inOrder.map((section, index) => item(index + 1, { section }))
      const numbers = items.map(({ position }) => numberOf(items, position))
      expect(new Set(numbers).size).toBe(items.length)
    }),
  )
})
