import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalData, markFindings } from '../../../src/domain/privacy/find-personal-data.ts'

const kinds = (text: string) =>
  findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

test.each([
  ['phone', '090-1234-5678', '電話は090-1234-5678です'],
  ['phone', '０９０ー１２３４ー５６７８', '０９０ー１２３４ー５６７８'],
  ['phone', '048-765-4321', '自宅 048-765-4321'],
  ['phone', '(048)765-4321', '(048)765-4321まで'],
  ['phone', '+81 90 1234 5678', '+81 90 1234 5678'],
  ['phone', '0120-123-456', '0120-123-456'],
  ['phone', '090\n1234\n5678', '090\n1234\n5678'],
  ['email', 'mihon@example.jp', '連絡は mihon@example.jp へ'],
  ['postal_code', '〒349-0111', '〒349-0111'],
  ['postal_code', '349-0111', '349-0111に住む'],
  ['my_number', '1234 5678 9012', 'マイナンバー 1234 5678 9012'],
  ['my_number', '983205673214', '983205673214'],
  ['certificate_number', '1234567890', '受給者証番号 1234567890'],
  ['certificate_number', '12-34567', '療育手帳 第12-34567号'],
  ['birth_date', '昭和60年3月5日', '昭和60年3月5日生まれの方'],
  ['birth_date', 'S60.3.5', '生年月日：S60.3.5'],
  ['birth_date', '1985年3月5日', '1985年3月5日生'],
  ['address', '白岡市見本1丁目2-3', '白岡市見本1丁目2-3に住む'],
  ['address', '杉戸町見本2-9-29', '杉戸町見本2-9-29'],
  ['address', '大字見本台123', '大字見本台123'],
  ['person_name', '架空 花子', '氏名：架空 花子'],
])('%s: %s', (kind, place, text) => {
  expect(kinds(text)).toContainEqual([kind, place])
})

test.each([
  ['S-0142のケース'],
  ['令和8年4月1日から利用'],
  ['昭和60年生まれ'],
  ['120分、10:00-12:00'],
  ['3-4人で、1-2か月'],
  ['白岡市内のアパートで一人暮らし'],
  ['第89条の3第5項'],
  ['週2回、1回2時間'],
  ['6月ごと(R8.9~R9.3)'],
  ['就労継続支援B型に週5日'],
  ['平成30年4月に退院'],
  ['令和8年4月1日の生活は落ち着いている'],
  ['障害支援区分3、支給量 月23日'],
  ['月額12,000円'],
  ['2番目の希望、1番の課題'],
  ['市町村3件、IQ 50-60'],
  ['20261121'],
  ['父60代・母50代'],
])('harmless: %s', (text) => {
  expect(findPersonalData(text)).toEqual([])
})

const wide = (text: string) =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

test('a number is found however it is written, and its place covers its digits', () => {
  const digit = fc.integer({ min: 0, max: 9 }).map(String)
  const number = fc.array(digit, { minLength: 8, maxLength: 8 }).map((digits) => digits.join(''))
  fc.assert(
    fc.property(
      number,
      fc.constantFrom('-', '‐', 'ー', '－', ' ', '　', '', '\n'),
      fc.boolean(),
      fc.constantFrom('', 'よろしく。', '電話', '「'),
      (digits, between, full, before) => {
        const plain = `090${between}${digits.slice(0, 4)}${between}${digits.slice(4)}`
        const typed = full ? wide(plain) : plain
        const text = `${before}${typed}まで`
        const [finding] = findPersonalData(text)
        if (!finding) throw new Error(`not found: ${text}`)
        expect(text.slice(finding.start, finding.end)).toBe(typed)
      },
    ),
  )
})

test('findings are in order and never overlap, whatever the text', () => {
  const piece = fc.constantFrom(
    '090-1234-5678',
    'S60.3.5生',
    '〒349-0111',
    'あ',
    '1',
    '-',
    '市',
    '丁目',
    '@',
    '手帳',
    '\n',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const findings = findPersonalData(text)
      for (const [index, { start, end }] of findings.entries()) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(start).toBeGreaterThanOrEqual(findings[index - 1]?.end ?? 0)
      }
    }),
  )
})

test('the writer is shown each place, with a little around it', () => {
  const text = '朝の支度を一緒に整える。連絡は090-1234-5678へ。'
  expect(markFindings(text, findPersonalData(text))).toBe('…度を一緒に整える。連絡は【090-1234-5678】へ。')
})

test.each(['1', '0-', '市', '漢字1', 'a@', '昭和', '090-'])(
  'a long text of %s is looked through without hanging',
  (piece) => {
    expect(() => findPersonalData(piece.repeat(20_000))).not.toThrow()
  },
)
