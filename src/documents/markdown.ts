import type { Item, ListItem, Part, Sheet } from '../bot/card.ts'
import { cleanLine, cleanLines, cleanText } from './clean-text.ts'

/** A sheet as CommonMark with tables. Nothing that was typed can become markup. */
export const markdownOf = ({ parts }: Sheet): string =>
  `${parts
    .map((part, at) => markdownPart(part, parts[at + 1]))
    .filter((part) => part !== '')
    .join('\n\n')}\n`

/** `next`: what comes below it. */
const markdownPart = (part: Part, next: Part | undefined): string => {
  switch (part.part) {
    case 'marks':
      return part.marks.map((mark) => `**${line(mark)}**`).join('　')
    case 'title':
      return `# ${part.lines.map(line).join('　')}`
    case 'heading':
      return `## ${line(part.text)}`
    case 'text':
      return next?.part === 'list' ? `**${line(part.text)}**` : broken(part.text)
    case 'fields':
      return part.fields
        .map(({ label, value }) => `- **${line(label)}**　${cleanLines(value).map(line).join('<br>')}`)
        .join('\n')
    case 'list':
      return part.items.map((item, at) => listItem(item, part.ordered ? `${at + 1}.` : '-')).join('\n')
    case 'items':
      return part.items.map(markdownItem).join('\n')
    case 'table':
      return markdownTable(part.columns, part.rows)
    case 'note':
      return `> ${line(part.text)}`
    case 'divider':
      return '---'
    case 'buttons':
    case 'select':
      return ''
    default:
      return part satisfies never
  }
}

const listItem = ({ text, detail }: ListItem, sign: string): string =>
  `${sign} ${line(text)}${detail === undefined ? '' : `<br>${broken(detail)}`}`

const markdownItem = ({ number, text, tags, clock, duration, who, paragraphs }: Item): string => {
  const named = `${line(number)} ${line(text)}${tags.map(line).join('')}`
  const first = [named, line(clock), line(duration), line(who)].filter((part) => part !== '')
  return [
    `- ${first.join('　')}`,
    ...paragraphs.flatMap(({ label, texts }) =>
      texts.length === 1
        ? [`  - **${line(label)}**　${texts.map(broken).join('')}`]
        : [`  - **${line(label)}**`, ...texts.map((text) => `    - ${broken(text)}`)],
    ),
  ].join('\n')
}

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells, index) => `| ${cells.map((cell) => (index === 1 ? cell : line(cell))).join(' | ')} |`)
    .join('\n')

/** Its line ends kept. */
const broken = (typed: string): string => cleanText(typed).split('\n').map(line).join('<br>')

/** Addresses are left to be followed; elsewhere what could be read as markup is escaped. */
const line = (typed: string): string =>
  cleanLine(typed)
    .split(/(https?:\/\/[^\s<>"'`|\\()[\]{}]+)/)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : escaped(part)))
    .join('')

const escaped = (plain: string): string =>
  plain.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/^([-+=]|\d+[.)])/, '\\$1')
