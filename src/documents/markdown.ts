import type { Block, ItemRow, Sheet } from './block.ts'
import { cleanLine, cleanText } from './clean-text.ts'

/** A sheet as CommonMark with tables. Nothing that was typed can become markup. */
export const markdownOf = ({ blocks }: Sheet): string =>
  `${blocks
    .map((block) => markdownBlock(block))
    .filter((part) => part !== '')
    .join('\n\n')}\n`

const markdownBlock = (block: Block): string => {
  switch (block.block) {
    case 'marks':
      return block.marks.map((mark) => `**${line(mark)}**`).join('　')
    case 'title':
      return `# ${block.lines.map(line).join('　')}`
    case 'facts':
      return block.rows
        .map(({ label, lines }) => `- **${line(label)}**　${lines.map(line).join('<br>')}`)
        .join('\n')
    case 'heading':
      return `## ${line(block.text)}`
    case 'items':
      return block.items.map(markdownItem).join('\n')
    case 'lines':
      return [
        ...(block.label === undefined ? [] : [`**${line(block.label)}**\n`]),
        ...block.lines.map((one) => `- ${line(one)}`),
      ].join('\n')
    case 'table':
      return markdownTable(
        block.columns.map(({ label }) => label),
        block.rows,
      )
    case 'note':
      return `> ${line(block.text)}`
    default:
      return block satisfies never
  }
}

const markdownItem = ({ number, text, tags, clock, duration, who, paragraphs }: ItemRow): string => {
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
