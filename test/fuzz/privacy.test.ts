import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadDictionary } from '../../src/app/dictionary.ts'
import { findPersonalData, markFindings } from '../../src/domain/privacy/find-personal-data.ts'
import { maskFindings } from '../../src/domain/privacy/mask-findings.ts'
import { nameGuard } from '../../src/domain/privacy/names/name-guard.ts'
import { fuzz, IS_LONG } from './inputs.ts'
import { nasty } from './nasty.ts'

const names = nameGuard(loadDictionary(), ['架空 りく'])
const FIELD_MOST = 4_000

const piece = fc.oneof(
  fc.constantFrom(
    '090-0000-0000',
    'S60.3.5生',
    '〒000-0000',
    '見本県見本市1丁目2-3',
    '氏名：',
    '架空太郎さん',
    '（',
    '）',
  ),
  fc.constantFrom('受給者証', '手帳', '番号', '１２３４５６７８９０', '様', 'の', '、', '\n', 'a@a.invalid'),
  nasty(FIELD_MOST),
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('').slice(0, FIELD_MOST))

test('the guard finds places in the text, in order, without overlap, whatever is written', () =>
  fuzz('the privacy guard', text, (written) => {
    const findings = findPersonalData(written, names)
    for (const [index, { start, end }] of findings.entries()) {
      expect(start).toBeLessThan(end)
      expect(end).toBeLessThanOrEqual(written.length)
      expect(start).toBeGreaterThanOrEqual(findings[index - 1]?.end ?? 0)
    }
    markFindings(written, findings)
    maskFindings(written, findings)
  }))

/** What makes a pattern that goes back look again at everything before. */
const UNITS = [
  ...[
    'a',
    ' ',
    '0',
    '1-',
    '\u3042',
    '\u3099',
    '\u{1f600}',
    '(',
    '\n',
    '\0',
    '\ufdfa',
    '-',
    '1 ',
    '- ',
    'a.',
    '@',
  ],
  ...[
    'a@a.',
    '丁目',
    '氏名:',
    '氏名 ',
    '090-',
    '山田',
    'さん',
    '山田さん',
    '山田太郎',
    '市',
    '県',
    '様',
    '漢字1',
  ],
  ...[
    'LINE',
    'ID',
    'LINE a',
    '@a',
    'ナンバー',
    '大宮5',
    '銀行',
    '口座',
    '普通1',
    '小学校',
    '見本小',
    '1年',
    '組',
  ],
  ...[
    '在留カード',
    'AB1',
    'ア・',
    'ア=',
    'Ab ',
    'AB ',
    '一 ',
    'あ ',
    '〇',
    '〇九',
    '1の',
    '見本1の',
    'ちゃん',
    '「あ',
    'くん',
  ],
  ...[
    'a at ',
    'アット',
    'あだ名',
    '母の',
    '\u{20bb7}',
    '\u{20bb7}田',
    '1歳',
    'Mr ',
    'born',
    '昭和・',
    '住所',
  ],
  ...['生年月日', 'ア', 'S60.3.5', 'ｶﾞ', '～', '1\n', 'Aさん、'],
]
/** The most that is looked through at one time, but for the command line's own `pii check`. */
const LENGTH = IS_LONG ? 100_000 : 20_000
/** Of the processor's time, so that others' work on the machine does not count. */
const WITHIN_SECONDS = IS_LONG ? 10 : 2

const secondsOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

describe(`a text of ${LENGTH} characters is looked through in the time that its length asks for`, () => {
  test.each(UNITS)('%j', (unit) => {
    const written = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)
    findPersonalData(written.slice(0, 1_000), names)
    const seconds = secondsOf(() => markFindings(written, findPersonalData(written, names)))
    // One sign may stand for a whole phrase, and is looked through as that.
    const meant = Math.max(1, written.normalize('NFKC').length / LENGTH)
    expect(seconds).toBeLessThan(WITHIN_SECONDS * meant)
  })
})
