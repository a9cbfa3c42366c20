import fc from 'fast-check'

/** What has broken programs before, each short. Written in escapes, so that it can be read here. */
const SHORT = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202e\u2066abc\u2069',
  '\u200b\u200d\u2060',
  '\r\n',
  '\r',
  '\u2028\u2029\u0085',
  '\u001b[31m',
  '\u0007\u0008\u007f\u009f',
  `Z${'\u0335\u0321\u034e'.repeat(40)}`,
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}',
  '\u{1f1ef}\u{1f1f5}',
  '\u{e0041}\u{e007f}',
  '\ufdfa\ufdfa',
  '\uff10\uff11\uff19',
  '\u3042\u3099',
  '\u00bd\u2460\u216b',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '{"__proto__":{"admin":true}}',
  "' or 1=1; drop table cases; --",
  '%00',
  '%',
  '%s%n$1\\1',
  '#{7*7}{{7*7}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<!channel> <@U0> <https://example.invalid|x>',
  '@everyone <@&1> **_~`||\\',
  "=cmd|'/c calc'!A1",
  '../../../../etc/passwd',
  'https://user:pass@[::1]:99999/\\',
  '-1',
  '-0',
  '0x10',
  '1e309',
  'NaN',
  '-Infinity',
  '9007199254740993',
  '99999999999999999999999999',
  '2147483648',
  'null',
  'undefined',
  'true',
  '00000000-0000-0000-0000-000000000000',
  '0-0-0-0-0',
  '令和元年5月1日',
  '明治45年7月30日',
  '昭和64年1月7日',
  'R0.1.1',
  '2026-02-29',
  '2024-02-29',
  '9999-12-31',
  '10000-01-01',
  '-271821-04-20',
  '24:00',
  '25時70分',
  '2026-04-01T00:00:00+09:00[Asia/Tokyo]',
  'S-0901',
  'sakura',
  '090-0000-0000',
] as const

/** Made long, it shows what looks at a text again and again. */
const REPEATED = [
  'a',
  ' ',
  '0',
  '1-',
  '\u3042',
  '\u3099',
  '\u{1f600}',
  '(',
  '[',
  '=',
  'a=',
  '\n',
  ',',
  '"',
  '\ufdfa',
  '\u4e01\u76ee',
  '\u6c0f\u540d:',
  '090-',
  '@',
  'a@a.',
  '山田',
  'さん',
  '～',
  '\0',
] as const

const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SHORT) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 20 }) },
)

const long = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...REPEATED), fc.constantFrom(100, 5_000, most), pieces)
    .map(([unit, length, end]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + end)

/** A text nobody meant, now and then a long one. `most`: the longest, in UTF-16 units. */
export const nasty = (most = 100_000): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 10, arbitrary: pieces },
    { weight: 4, arbitrary: fc.array(pieces, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: long(most) },
  )

/** What a text that is meant becomes by a slip or with intent: something put in, cut out, or said twice. */
export const slipped = (meant: string, most?: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(meant.length), fc.nat(4), nasty(most), fc.nat(3))
    .map(([at, cut, put, how]) =>
      how === 0 ? meant : how === 1 ? meant.slice(0, at) : meant.slice(0, at) + put + meant.slice(at + cut),
    )
