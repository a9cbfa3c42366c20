import type { Card } from '../../bot/card.ts'
import type { Catalogue } from '../../text/catalogue.ts'

export type HelpView = {
  name: string
  roles: string[]
  lines: { en: string; ja: string; description: string }[]
}

export const helpCard = ({ name, roles, lines }: HelpView, text: Catalogue): Card => {
  const words = text.help
  return {
    tag: 'help',
    summary: words.heading,
    parts: [
      { part: 'heading', text: words.heading },
      { part: 'text', text: words.intro(name, roles.join(text.answers.listSeparator)) },
      {
        part: 'list',
        items: lines.map(({ en, ja, description }) => ({ text: words.line(en, ja), detail: description })),
      },
      { part: 'note', text: words.note },
    ],
  }
}
