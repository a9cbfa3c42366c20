import { expect, test } from 'vitest'
import { codesLike } from '../../../src/domain/case/code-like.ts'

test('what may be a code is found in every text, as codes are stored; a mere number is none', () => {
  const card = { heading: 'ｓ－０１４２と 012', items: [{ text: '12人、3件', detail: 'K2024-001' }] }
  expect([...codesLike(card)].toSorted()).toEqual(['012', 'K2024-001', 'S-0142'])
})
