/**
 * Decodes a text file in whatever encoding Japanese programs write: by its byte order mark, by what can only be one,
 * or by which reading looks like Japanese. Undefined where none fits.
 */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return decode(bytes, marked[1])
  const wide = wideEncoding(bytes)
  if (wide) return decode(bytes, wide)
  if (hasEscapes(bytes)) return decode(bytes, 'iso-2022-jp')
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== undefined) return utf8
  const read = ['shift_jis', 'euc-jp'].flatMap((encoding) => decode(bytes, encoding) ?? [])
  return read.toSorted((a, b) => strangeness(a) - strangeness(b))[0]
}

const MARKS = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
] as const

const decode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const LOOKED_AT_BYTES = 20_000

/** UTF-16 without its mark: line ends, commas and digits have a zero byte on the same side; a wide space on the other. */
const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, LOOKED_AT_BYTES); at += 1)
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < 3) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** ESC $ begins Japanese in ISO-2022-JP. */
const hasEscapes = (bytes: Uint8Array): boolean =>
  bytes.some((byte, at) => byte === 0x1b && bytes[at + 1] === 0x24) && !bytes.some((byte) => byte > 0x7f)

/** Half-width kana, rare kanji and private characters are what the wrong encoding makes of common text. */
const strangeness = (text: string): number => {
  const strange = text.match(/[\uFF61-\uFF9F\uE000-\uF8FF\u3400-\u4DBF]/gu)?.length ?? 0
  const usual =
    text.match(/[\u3041-\u3096\u30A1-\u30FA]|[年月日者番号名担当所期間計画開始終了]/gu)?.length ?? 0
  return (strange - usual) / text.length
}
