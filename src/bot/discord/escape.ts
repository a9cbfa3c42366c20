const CONTROLS = /[\p{Cc}\u2028\u2029]/gu
const ANYWHERE = /[\\*_~`|[\]<>#@]/g
const LINE_START = /^(\s*)([-+=])/gm
const NUMBERED = /^(\s*\d+)([.)])/gm
const ADDRESS = /:(?=\/\/)/g

/** Plain text for a TextDisplay: whatever was typed, it cannot mention, link or format there. Line breaks are kept. */
export const escapeText = (text: string): string =>
  plainLines(text)
    .replace(ANYWHERE, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\$2')
    .replace(ADDRESS, '\\:')

/** For inside a code block, where only the fence itself means something. */
export const escapeCode = (text: string): string =>
  plainLines(text).replaceAll('\n', ' ').replaceAll('`', 'ˋ')

const plainLines = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROLS, (character) => (character === '\n' ? '\n' : ' '))

/** A stretch of escaped text, without half an escape at its end. */
export const cutEscaped = (escaped: string, limit: number): string => {
  if (escaped.length <= limit) return escaped
  let kept = ''
  for (const piece of escaped.match(/\\[\s\S]|[\s\S]/gu) ?? []) {
    if (kept.length + piece.length > limit - 1) break
    kept += piece
  }
  return `${kept}…`
}
