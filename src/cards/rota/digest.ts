import { button, type ListItem } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { RotaLine } from '../../domain/rota/rota-lines.ts'
import type { Party } from '../../domain/rota/turn.ts'
import type { Catalogue } from '../../text/catalogue.ts'

type Reader = { language: Language; text: Catalogue; partyOf: (party: Party) => string }

/** Digest line about a rota. */
export const rotaItem =
  ({ language, text, partyOf }: Reader) =>
  (line: RotaLine): ListItem => {
    const words = text.rota.digest
    const day = (date: Temporal.PlainDate) => writeDate(date, language)
    switch (line.kind) {
      case 'turn':
        return {
          text: words.turn(line.rota, partyOf(line.party), text.rota.days(day(line.from), day(line.to))),
        }
      case 'asked':
        return {
          text: words.asked(line.rota, partyOf(line.by)),
          detail: words.days(day(line.mine), day(line.theirs)),
          button: button(words.answer, 'rota.answer', { swap: line.swapId }),
        }
      case 'answered':
        return {
          text: words[line.state](line.rota, partyOf(line.of)),
          detail: words.changedDays(day(line.mine), day(line.theirs)),
        }
      default:
        return line satisfies never
    }
  }
