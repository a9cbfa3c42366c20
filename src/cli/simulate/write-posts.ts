import { type Card, type ChatPart, inChat } from '../../bot/card.ts'
import type { Post } from './recording-platform.ts'

/** Formats the posts of the councils' channels as text, in order. */
export const writePosts = (posts: readonly Post[]): string =>
  posts
    .filter(({ place }) => 'channel' in place)
    .map(({ card }) => `${writeCard(card)}\n\n----------------------------------------\n`)
    .join('\n')

const writeCard = ({ parts }: Card): string =>
  parts
    .map((part) => writePart(inChat(part)))
    .filter(Boolean)
    .join('\n')

const writePart = (part: ChatPart): string => {
  switch (part.part) {
    case 'heading':
      return `■ ${part.text}`
    case 'text':
      return part.text
    case 'note':
      return part.text
    case 'fields':
      return part.fields.map(({ label, value }) => `${label}　${value}`).join('\n')
    case 'list':
      return part.items
        .map(
          ({ text, detail }) =>
            `  ${text}${detail === undefined ? '' : `（${detail.replaceAll('\n', '、')}）`}`,
        )
        .join('\n')
    case 'table':
      return [part.columns, ...part.rows].map((row) => row.join('\t')).join('\n')
    case 'divider':
    case 'buttons':
    case 'select':
      return ''
    default:
      return part satisfies never
  }
}
