import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonalData } from '../../../src/domain/privacy/find-personal-data.ts'
import type { Detector } from '../../../src/domain/privacy/finding.ts'
import { maskFindings, SUGGESTIONS } from '../../../src/domain/privacy/mask-findings.ts'
import { originalSpan, uniform } from '../../../src/domain/privacy/normalise.ts'
import { hasMyNumberCheckDigit } from '../../../src/domain/privacy/plain-numbers.ts'

const wide = (character: string) =>
  /[!-~]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character

/** A number as somebody might type it: any width, any dash, a space, a line break or a hidden mark after a digit. */
const typed = (number: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...[...number].map((character) =>
        fc.tuple(
          character === '-'
            ? fc.constantFrom('-', '‐', '－', '–', '—', 'ー', '−')
            : fc.constantFrom(character, wide(character)),
          fc.constantFrom('', '', '', '', ' ', '　', '\u200b', '\n'),
        ),
      ),
    )
    .map((pieces) =>
      pieces
        .map((pair) => pair.join(''))
        .join('')
        .replace(/[\s\u200b]+$/u, ''),
    )

const digitsOf = (text: string) => text.normalize('NFKC').replaceAll(/\D/gu, '')

describe('however a number is typed, its place covers its digits and nothing beside it', () => {
  test.each([
    ['phone', '090-0000-1234'],
    ['phone', '0480-00-1234'],
    ['phone', '03-0000-1234'],
    ['my_number', '1234-5678-9012'],
    ['postal_code', '349-0123'],
  ])('%s %s', (kind, number) => {
    const around = fc.constantFrom('', '。', 'は', '（', '😀', 'ｶﾞ', '連絡、')
    fc.assert(
      fc.property(typed(number), around, around, (written, before, after) => {
        const text = before + written + after
        const [finding, ...more] = findPersonalData(text)
        expect(more).toEqual([])
        expect(finding?.kind).toBe(kind)
        const found = text.slice(finding?.start, finding?.end)
        expect(digitsOf(found)).toBe(digitsOf(number))
        expect(found.replace(/^（/u, '').trim()).toBe(written.trim())
      }),
      { numRuns: 300 },
    )
  })
})

test('the way back from the uniform text leads to where each character came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (original) => {
      const same = uniform(original)
      expect(same.starts).toHaveLength(same.text.length)
      expect(same.ends).toHaveLength(same.text.length)
      let last = 0
      for (let at = 0; at < same.text.length; at += 1) {
        const { start, end } = originalSpan(same, at, at + 1)
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(original.length)
        last = start
      }
    }),
  )
})

test('widths, dashes and hidden marks are made one; vowels stay long and list numbers stay list numbers', () => {
  expect(uniform('ﾌﾘｶﾞﾅ：０９０ー１\u200b２').text).toBe('フリガナ:090-12')
  expect(uniform('コーポ　①').text).toBe('コーポ ①')
})

test('the check digit of an individual number, by the published example', () => {
  expect(hasMyNumberCheckDigit('983205673214')).toBe(true)
  expect(hasMyNumberCheckDigit('983205673215')).toBe(false)
  expect(hasMyNumberCheckDigit('98320567321')).toBe(false)
})

test('each single slip in an individual number’s digits is still found', () => {
  const slip = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 9 }))
  fc.assert(
    fc.property(slip, ([at, digit]) => {
      const number = '983205673214'
      const slipped = number.slice(0, at) + digit + number.slice(at + 1)
      const [finding] = findPersonalData(`番号 ${slipped} です`)
      expect(finding).toEqual({
        kind: 'my_number',
        start: 3,
        end: 15,
      })
    }),
  )
})

test('a further detector gets what the patterns left, and never overlaps them', () => {
  const surnames: Detector = (text) =>
    [...text.matchAll(/架空|見本\d*/gu)].map(({ 0: found, index }) => ({
      kind: 'person_name',
      from: index,
      to: index + found.length,
    }))
  const text = '架空さん 見本090-0000-1234'
  expect(
    maskFindings(text, findPersonalData(text, { find: surnames, isMember: () => false, notNames: () => [] })),
  ).toBe('【架空】さん 【見本】【090-0000-1234】')
})

test('the writer’s whole text comes back with each place marked, and each kind has something to write instead', () => {
  const text = '連絡は090-0000-1234へ。\n生年月日：S60.3.5'
  const findings = findPersonalData(text)
  expect(maskFindings(text, findings)).toBe('連絡は【090-0000-1234】へ。\n生年月日：【S60.3.5】')
  expect(findings.map(({ kind }) => SUGGESTIONS[kind])).toEqual(['leave_out', 'birth_year'])
  expect(maskFindings(text, [])).toBe(text)
})

describe('a hundred thousand characters meant to hang it', () => {
  const nasties = [
    ...['1', '0', '1 ', '0-', '090-', '090-0000-1234 ', '12-', '1.', '1(', '1)', '〒1'],
    ...[
      '市',
      '漢',
      '漢字1',
      'あ',
      'ー',
      '丁目',
      '1丁目',
      '一丁目',
      '1-',
      '番地',
      '大字',
      '荘',
      '荘1',
      'コーポあ',
    ],
    ...['a', 'a@', 'a.', 'a@a.', '昭和', '昭和6', '1985年', '生年月日', '誕生日は', '3月', '元'],
    ...[
      '氏名',
      '氏名：',
      '名前は',
      '名前はあ',
      '電話',
      '手帳',
      '手帳番号',
      '記号1',
      '番号',
      '受給者証あ',
      '住所：',
      '住所：あ',
    ],
    ...['\n', ' ', '(', '\u200b', 'ｶﾞ', 'ﾞ', '😀'],
  ]
  test.each(nasties)('%j', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    // What grows with the square of the length takes hours at this one: a minute is no measure of speed.
    const begun = performance.now()
    findPersonalData(text)
    expect(performance.now() - begun).toBeLessThan(60_000)
  })
})
