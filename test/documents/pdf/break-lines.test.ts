import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines } from '../../../src/documents/pdf/break-lines.ts'

/** A wide letter is two, any other one. */
const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\p{ASCII}]/u.test(character) ? 1 : 2), 0)

test('no 、 。 」 or ー begins a line and no （ or 「 ends one', () => {
  const text = '本人は「休みの日に、電車を見に行きたい」と話す。スーパーバイザー（見本）は、ちょっと待つ。'
  for (let width = 8; width < 40; width += 1)
    for (const line of breakLines(text, width, widthOf)) {
      expect(line).not.toMatch(/^[、。」）ーっょ]/)
      expect(line).not.toMatch(/[「（]$/)
    }
})

test('a word stays whole where it can, and an address is broken where it must be', () => {
  expect(breakLines('次の GSV strengths は', 12, widthOf)).toEqual(['次の GSV', 'strengths は'])
  expect(breakLines('https://papers.example.jp/aaaaaaaaaa', 10, widthOf).join('')).toBe(
    'https://papers.example.jp/aaaaaaaaaa',
  )
})

test('line feeds end lines, an empty text is one empty line', () => {
  expect(breakLines('一つ\n\n二つ', 40, widthOf)).toEqual(['一つ', '', '二つ'])
  expect(breakLines('', 40, widthOf)).toEqual([''])
})

test('nothing but spaces and line ends is lost, and no line is too wide', () => {
  const text = fc.string({ unit: fc.constantFrom(...'あ、。「」（）ーっaB1- \n　', 'ｶﾞ') })
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 30 }), (typed, width) => {
      const lines = breakLines(typed, width, widthOf)
      expect(lines.join('').replace(/\s/g, '')).toBe(typed.replace(/\s/g, ''))
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
    }),
  )
})
