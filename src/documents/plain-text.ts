import type { Item, ListItem, Part, Sheet } from '../bot/card.ts'
import { cleanLine, cleanLines } from './clean-text.ts'

/** A sheet as plain text, in lines that any program shows as they are. */
export const plainTextOf = ({ parts }: Sheet): string =>
  `${parts
    .map(plainPart)
    .filter((part) => part !== '')
    .join('\n\n')}\n`

/** As a file of Windows: what town halls open it with takes UTF-8 by its mark, and CRLF for the end of a line. */
export const plainTextFile = (sheet: Sheet): Uint8Array =>
  new TextEncoder().encode(`\u{feff}${plainTextOf(sheet).replaceAll('\n', '\r\n')}`)

const INDENT = '　　'
const RULE = '－'.repeat(20)

const plainPart = (part: Part): string => {
  switch (part.part) {
    case 'marks':
      return part.marks.map((mark) => `【${cleanLine(mark)}】`).join('')
    case 'title':
      return part.lines.map(cleanLine).join('\n')
    case 'heading':
      return cleanLine(part.text)
    case 'text':
      return cleanLines(part.text).join('\n')
    case 'fields':
      return part.fields.map(({ label, value }) => labelled(label, [value], '')).join('\n')
    case 'list':
      return part.items.map((item, at) => listItem(item, part.ordered ? `${at + 1}. ` : '・')).join('\n')
    case 'items':
      return part.items.map(plainItem).join('\n')
    case 'table':
      return [part.columns, ...part.rows].map((cells) => cells.map(cleanLine).join('\t')).join('\n')
    case 'note':
      return `※ ${cleanLine(part.text)}`
    case 'divider':
      return RULE
    case 'buttons':
    case 'select':
      return ''
    default:
      return part satisfies never
  }
}

/** `label　value`, further lines below it. */
const labelled = (label: string, values: readonly string[], indent: string): string => {
  const [first = '', ...rest] = values.flatMap(cleanLines)
  return [`${indent}${cleanLine(label)}　${first}`, ...rest.map((line) => `${indent}${INDENT}${line}`)].join(
    '\n',
  )
}

const listItem = ({ text, detail }: ListItem, sign: string): string =>
  [
    `${sign}${cleanLine(text)}`,
    ...(detail === undefined ? [] : cleanLines(detail).map((one) => INDENT + one)),
  ].join('\n')

const plainItem = ({ number, text, tags, clock, duration, who, paragraphs }: Item): string => {
  const named = `${cleanLine(number)} ${cleanLine(text)}${tags.map(cleanLine).join('')}`
  const first = [named, cleanLine(clock), cleanLine(duration), cleanLine(who)].filter((part) => part !== '')
  return [
    first.join('　'),
    ...paragraphs.map(({ label, texts }) =>
      texts.length === 1
        ? labelled(label, texts, INDENT)
        : [INDENT + cleanLine(label), ...texts.map((one) => listItem({ text: one }, `${INDENT}・`))].join(
            '\n',
          ),
    ),
  ].join('\n')
}
