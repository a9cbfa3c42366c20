import { escapeCode } from './escape.ts'

/** Wide characters take two columns of a code block. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** What a phone shows of a code block without breaking its lines. */
const WIDTH = 48
const LENGTH = 1_500

export type TableText = { kind: 'block'; text: string; left: number } | { kind: 'lines'; lines: string[] }

/** Aligned columns where they fit across a phone, otherwise a line per row. `left`: rows that had no room. */
export const renderTable = (columns: string[], rows: string[][]): TableText => {
  const cells = [columns, ...rows].map((row) => columns.map((_, at) => escapeCode(row[at] ?? '').trim()))
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))))
  const across = widths.reduce((sum, width) => sum + width, 2 * (widths.length - 1))
  if (across > WIDTH || columns.length === 0)
    return { kind: 'lines', lines: rows.map((row) => inWords(columns, row)) }
  const lines = cells.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
  const shown: string[] = []
  let length = 0
  for (const line of lines) {
    length += line.length + 1
    if (length > LENGTH) break
    shown.push(line)
  }
  return { kind: 'block', text: `\`\`\`\n${shown.join('\n')}\n\`\`\``, left: lines.length - shown.length }
}

const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/** `14:00　内容: 開会　分: 10`: the first column names the row. */
const inWords = (columns: string[], row: string[]): string =>
  row.map((cell, at) => (at === 0 || !columns[at] ? cell : `${columns[at]}: ${cell}`)).join('　')
