import type { KnownBlock, Button as SlackButton } from '@slack/types'
import type { Button, Card, ListItem, Part } from '../card.ts'
import { encodePress } from '../press.ts'
import { cut, LIMIT, plain } from './limits.ts'

/** A card as blocks, at most `limit` of them; what does not fit is told in one last block, without its buttons. */
export const renderCard = (card: Card, limit: number = LIMIT.messageBlocks): KnownBlock[] =>
  folded(card.parts.flatMap(renderPart), limit)

/** What notifications and screen readers get. Escaped: this text alone is read as Slack's markup. */
export const fallbackText = (card: Card): string =>
  cut(card.summary, LIMIT.fallback).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const renderPart = (part: Part, index: number): KnownBlock[] => {
  switch (part.part) {
    case 'heading':
      return [{ type: 'header', text: plain(part.text, LIMIT.header) }]
    case 'text':
      return texts(part.text)
    case 'fields':
      return chunked(part.fields, LIMIT.fieldsPerSection).map((fields) => ({
        type: 'section',
        fields: fields.map(({ label, value }) => plain(`${label}\n${value}`, LIMIT.field)),
      }))
    case 'list':
      return listBlocks(part.items, part.ordered === true, index)
    case 'table':
      return texts([part.columns, ...part.rows].map((row) => row.join(' ｜ ')).join('\n'))
    case 'divider':
      return [{ type: 'divider' }]
    case 'buttons':
      return chunked(part.buttons, LIMIT.buttonsPerRow).map((buttons, row) => ({
        type: 'actions',
        elements: buttons.map((button, at) => renderButton(button, `${index}-${row}-${at}`)),
      }))
    case 'select':
      return [
        {
          type: 'section',
          block_id: `${encodePress(part.press)}#${index}`,
          text: plain(part.label, LIMIT.section),
          accessory: {
            type: 'static_select',
            action_id: `choose:${part.option}`,
            options: part.choices.slice(0, LIMIT.options).map(({ value, label, detail }) => ({
              text: plain(label, LIMIT.option),
              value,
              ...(detail === undefined ? {} : { description: plain(detail, LIMIT.option) }),
            })),
          },
        },
      ]
    case 'note':
      return [{ type: 'context', elements: [plain(part.text, LIMIT.context)] }]
    default:
      return part satisfies never
  }
}

/** Long text goes on in further sections, cut at line ends where there are any. */
const texts = (text: string): KnownBlock[] =>
  pieces(text, LIMIT.section).map((piece) => ({ type: 'section', text: plain(piece, LIMIT.section) }))

const pieces = (text: string, limit: number): string[] => {
  const found: string[] = []
  let piece = ''
  for (const line of text.split('\n')) {
    const joined = piece === '' ? line : `${piece}\n${line}`
    if (joined.length <= limit) piece = joined
    else {
      if (piece !== '') found.push(piece)
      piece = cut(line, limit)
    }
  }
  return [...found, piece]
}

/** Lines with a button are a block each; those between them share one. */
const listBlocks = (items: ListItem[], ordered: boolean, index: number): KnownBlock[] => {
  const blocks: KnownBlock[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) blocks.push(...texts(lines.join('\n')))
    lines = []
  }
  for (const [at, item] of items.entries()) {
    const line = `${ordered ? `${at + 1}. ` : '・'}${item.text}${item.detail === undefined ? '' : `\n${item.detail}`}`
    if (item.button) {
      flush()
      const accessory = renderButton(item.button, `${index}-${at}`)
      blocks.push({ type: 'section', text: plain(line, LIMIT.section), accessory })
    } else lines.push(line)
  }
  flush()
  return blocks
}

const renderButton = ({ label, press, style, confirm }: Button, place: string): SlackButton => ({
  type: 'button',
  action_id: `press:${place}`,
  text: plain(label, LIMIT.button),
  value: encodePress(press),
  ...(style === undefined ? {} : { style }),
  ...(confirm === undefined
    ? {}
    : {
        confirm: {
          title: plain(label, LIMIT.confirmTitle),
          text: plain(confirm.question, LIMIT.confirmText),
          confirm: plain(confirm.yes, LIMIT.confirmButton),
          deny: plain(confirm.no, LIMIT.confirmButton),
        },
      }),
})

const folded = (blocks: KnownBlock[], limit: number): KnownBlock[] => {
  if (blocks.length <= limit) return blocks
  const rest = blocks.slice(limit - 1).flatMap((block) => {
    if (block.type === 'section' && block.text) return [block.text.text]
    if (block.type === 'header') return [block.text.text]
    return []
  })
  return [...blocks.slice(0, limit - 1), { type: 'section', text: plain(rest.join('\n'), LIMIT.section) }]
}

const chunked = <T>(items: readonly T[], size: number): T[][] => {
  const chunks: T[][] = []
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size))
  return chunks
}
