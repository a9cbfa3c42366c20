import type { Detector } from './finding.ts'
import { matchesOf } from './matches.ts'

const GAP = '[^\\d。\\n]{0,8}?'
const ACCOUNT = new RegExp(
  `(?:口座|振込先|通帳|(?:普通|当座|貯蓄|定期)(?:預金|貯金)?|account)(?:の?(?:番号|no\\.?|number))?${GAP}(?<here>\\d(?:[ -]?\\d){5,7})(?![\\d-])`,
  'dgiu',
)
const NUMBER_OF_AN_ACCOUNT =
  /(?:口座の?番号|account (?:number|no\.?))[ ]?(?:は|が|:|#)?[ ]?[「(]?(?<here>\d(?:[ -]?\d){3,12})(?![\d-])/dgiu
const BEFORE = /(?<![\d-])(?<here>\d{6,8})[ ]?(?:が|は|\()?[ ]?(?:の|という)?(?:口座|普通預金)(?:番号)?/dgu
const BANK =
  /(?:銀行|信金|信用金庫|信組|信用組合|労金|労働金庫|農協|JA|ゆうちょ|郵便局)[^。\n\d]{0,16}(?:支店|本店|出張所|支所|[店課])?[^。\n\d]{0,10}?(?:\(?\d{3}\)?[ ]?)?(?:普通|当座|貯蓄|\(普\)|普)[^。\n\d]{0,6}(?<here>\d(?:[ -]?\d){5,7})(?![\d-])/dgu
const BANK_ALONE =
  /(?:銀行|信金|信用金庫|信組|信用組合|労金|労働金庫|農協|ゆうちょ)(?:の)?[^。\n\d、]{0,12}(?<here>\d{7})(?!\d)/dgu
const BRANCH = /(?:支店|店)(?:番号?|コード)[ ]?(?:は|:|が)?[ ]?(?<here>\d{3})(?!\d)/dgu
/** The post office's bank: five digits from 1, and one to eight. */
const POST =
  /記号[ ]?(?:は|が|:)?[ ]?(?<first>[01]\d{4}(?:-\d)?)[^\d。]{0,6}番号[ ]?(?:は|が|:)?[ ]?(?<second>\d{2,8})(?!\d)/dgu
const POST_SHORT =
  /(?:ゆうちょ|郵便局|郵貯|口座|通帳)[^\d。\n]{0,10}(?<here>[01]\d{4}[ ]?-[ ]?\d{0,1}-?[ ]?\d{6,8})(?!\d)/dgu
const CARD = /(?<![\d-])(?<here>(?:3[47]\d{2}[ -]?\d{6}[ -]?\d{5}|[2-6]\d{3}(?:[ -]?\d{4}){3}))(?![\d-])/dgu
/** The check digit of cards (Luhn, ISO/IEC 7812-1). */
const isCard = (here: string): boolean => {
  const digits = [...here.replaceAll(/\D/gu, '')].toReversed().map(Number)
  const sum = digits.reduce((all, one, at) => all + (at % 2 === 0 ? one : one > 4 ? one * 2 - 9 : one * 2), 0)
  return sum % 10 === 0
}
const NUMBER_OF_A_CARD =
  /(?:キャッシュ|クレジット|デビット|銀行)カード(?:の?番号)?[ ]?(?:は|が|:)?[ ]?[「(]?(?<here>\d(?:[ -]?\d){5,15})(?![\d-])/dgu
const AMOUNT = /^[ ]?(?:円|件|人|名|回|万|千|口座)/u

/** Accounts at banks and the post office's, and payment cards. */
export const bankAccounts: Detector = (text) => {
  if (!/\d/.test(text)) return []
  const isNoAmount = (_: string, { index, 0: whole }: RegExpExecArray) =>
    !AMOUNT.test(text.slice(index + whole.length)) && !/(?:19|20)\d{2}[01]\d[0-3]\d$/u.test(whole)
  return [
    ...[...text.matchAll(POST)].flatMap(({ indices }) =>
      Object.values(indices?.groups ?? {}).map(([from, to]) => ({ kind: 'bank_account' as const, from, to })),
    ),
    ...matchesOf(text, POST_SHORT, 'bank_account'),
    ...matchesOf(text, NUMBER_OF_AN_ACCOUNT, 'bank_account', isNoAmount),
    ...[ACCOUNT, BANK, BANK_ALONE, NUMBER_OF_A_CARD].flatMap((one) =>
      matchesOf(text, one, 'bank_account', isNoAmount),
    ),
    ...matchesOf(text, BEFORE, 'bank_account'),
    ...matchesOf(text, BRANCH, 'bank_account'),
    ...matchesOf(
      text,
      CARD,
      'bank_account',
      (here, { index }) => isCard(here) || /カード/u.test(text.slice(Math.max(0, index - 14), index)),
    ),
  ]
}
