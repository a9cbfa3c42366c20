import { type Button, type Card, type ChatPart, inChat } from '../card.ts'
import { encodePress } from '../press.ts'

/** A card in lines. A button is a line of its own: what it says, and the press to send back; a choice also says the option and its value. */
export const renderCard = (card: Card): string[] => card.parts.flatMap((part) => linesOf(inChat(part)))

const buttonLine = ({ label, press }: Button): string => `[${oneLine(label)}] ${encodePress(press)}`

const oneLine = (text: string): string => text.replace(/[\s[\]]+/gu, ' ').trim()

/** Typed text never looks like a button. */
const plain = (text: string): string[] =>
  text.split('\n').map((line) => (line.startsWith('[') ? ` ${line}` : line))

const linesOf = (part: ChatPart): string[] => {
  switch (part.part) {
    case 'heading':
    case 'text':
    case 'note':
      return plain(part.text)
    case 'fields':
      return part.fields.flatMap(({ label, value }) => plain(`${label}: ${value}`))
    case 'list':
      return part.items.flatMap(({ text, detail, button }, at) => [
        ...plain(`${part.ordered ? `${at + 1}.` : '・'}${text}`),
        ...(detail === undefined ? [] : plain(detail)),
        ...(button ? [buttonLine(button)] : []),
      ])
    case 'table':
      return [part.columns, ...part.rows].flatMap((row) => plain(row.join(' | ')))
    case 'select':
      return [
        ...plain(part.label),
        ...part.choices.map(
          ({ value, label }) => `${buttonLine({ label, press: part.press })} >${part.option} ${value}`,
        ),
      ]
    case 'buttons':
      return part.buttons.map(buttonLine)
    case 'divider':
      return ['---']
    default:
      return part satisfies never
  }
}
