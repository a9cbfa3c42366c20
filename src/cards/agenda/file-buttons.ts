import { type Button, button } from '../../bot/card.ts'
import { PAPER_FORMATS } from '../../domain/meeting/paper-format.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** A meeting's agenda in hand: a button for each of its files. */
export const agendaFileButtons = (meeting: string, text: Catalogue): Button[] =>
  PAPER_FORMATS.map((as) => button(text.document.formats[as], 'agenda.export', { meeting, as }))
