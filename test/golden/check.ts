import { expect } from 'vitest'
import type { Language } from '../../src/bot/port.ts'
import { elsewhere } from './elsewhere.ts'
import { everyday } from './everyday.ts'
import { expectGolden } from './golden.ts'
import { calendarAt } from './house.ts'
import { paperTexts, renderedTexts } from './write-out.ts'

/** Everything of the practice workspace: cards, forms, messages, their rendering, papers, a calendar. */
export const checkEveryday = async (language: Language): Promise<void> => {
  const { record, product, calendar } = await everyday(language)
  const texts = record.texts()
  expect(Object.keys(texts).length).toBeGreaterThan(20)
  await expectGolden(`everyday-${language}`, {
    ...texts,
    ...renderedTexts(record),
    ...(await paperTexts(record)),
    'papers/calendar.ics.txt': await calendarAt(product, calendar),
  })
}

/** What real workspaces add to it. */
export const checkElsewhere = async (language: Language): Promise<void> => {
  const { record } = await elsewhere(language)
  await expectGolden(`elsewhere-${language}`, { ...record.texts(), ...renderedTexts(record) })
}
