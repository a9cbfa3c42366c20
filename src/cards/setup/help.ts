import { type Card, card, list, note, paragraph } from '../../bot/card.ts'
import type { Catalogue } from '../../text/catalogue.ts'

export type HelpView = {
  name: string
  roles: string[]
  lines: { en: string; ja: string; description: string }[]
}

export const helpCard = ({ name, roles, lines }: HelpView, text: Catalogue): Card => {
  const words = text.help
  return card(
    'help',
    words.heading,
    paragraph(words.intro(name, roles.join(text.answers.listSeparator))),
    list(lines.map(({ en, ja, description }) => ({ text: words.line(en, ja), detail: description }))),
    note(words.note),
  )
}
