import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeKeysIn, withoutCodes } from '../../../src/domain/case/hide-codes.ts'

const CODES = ['S-0142', 'U-012', '25-031', '0142', '2026', '12', 'K2024-001', 'A-12']
const read = (text: string) => withoutCodes(text, CODES)

test('a code is hidden in every spelling that people type', () => {
  for (const typed of [
    'S-0142',
    's-0142',
    'Ｓ－０１４２',
    'ｓ‐０１４２',
    'S‑0142',
    'S–0142',
    'S—0142',
    'S−0142',
    'Sー0142',
    'Sｰ0142',
    'S_0142',
    'S.0142',
    'S・0142',
    'S0142',
    'Ｓ０１４２',
    'S 0142',
    'S　０１４２',
    'S - 0142',
    'S-\u200b0142',
    'k2024001',
    'K 2024-001',
    '25‐031',
    '２５－０３１',
  ])
    expect(read(`昨日は${typed}の件で、${typed}。（${typed}）`), typed).toBe('昨日は○○の件で、○○。（○○）')
})

test('what only contains the letters or digits of one is left', () => {
  for (const text of [
    'S-01421',
    'XS-142',
    'S-014',
    'A 12人',
    '10:0142',
    '03-2026-1111',
    '2026-06-17',
    '令和8年6月17日',
    '14時から',
    'B型',
  ])
    expect(read(text), text).toBe(text)
  expect(read('S-0142-2')).toBe('○○-2')
  expect(read('https://papers.example.jp/s-0142')).toBe('https://papers.example.jp/○○')
})

test('a code of one to three digits is hidden where it is called one: nothing else tells it from a number', () => {
  expect(read('12人、12時、12件')).toBe('12人、12時、12件')
  expect(read('ケース12の方、番号：１２、No.12、#12、利用者12')).toBe(
    'ケース○○の方、番号：○○、No.○○、#○○、利用者○○',
  )
})

test('ids, days and what a press carries stay as they are', () => {
  const shown = {
    id: 'S-0142',
    at: '2026-06-17T05:00:00Z',
    meeting: '0142aaaa-0000-4000-8000-0000000a0012',
    button: { label: 'S-0142', press: { command: 'case.show', options: { case: 'S-0142' } } },
  }
  expect(read(JSON.stringify(shown.button.label))).toBe('"○○"')
  expect(withoutCodes(shown, CODES)).toEqual({ ...shown, button: { ...shown.button, label: '○○' } })
})

const hyphen = fc.constantFrom('-', '－', '‐', '‑', '–', '—', '−', 'ー', 'ｰ', '_', '・', ' - ', '')
const wide = (text: string) =>
  text.replaceAll(/[0-9A-Za-z]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
const letters = fc.stringMatching(/^[A-Z]{1,3}$/)
const number = fc.stringMatching(/^\d{3,6}$/)
const between = fc.constantFrom('の件', '、', '。', '（', '\n', 'さんは')

test('property: no text around it, and no spelling, lets a region’s code through', () => {
  fc.assert(
    fc.property(
      letters,
      number,
      fc.array(fc.tuple(hyphen, fc.boolean(), fc.boolean(), between), { minLength: 1, maxLength: 5 }),
      (letter, digits, spellings) => {
        const text = spellings
          .map(([join, isWide, isLower, after]) => {
            const plain = `${isLower ? letter.toLowerCase() : letter}${join}${digits}`
            return `本日、${isWide ? wide(plain) : plain}${after}`
          })
          .join('')
        const shown = withoutCodes({ lines: [text] }, [`${letter}-${digits}`]).lines.join('')
        expect(shown.normalize('NFKC')).not.toContain(digits)
        expect(codeKeysIn({ lines: [text] })).toContain(`${letter}${digits}`)
      },
    ),
  )
})
