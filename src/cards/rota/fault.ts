import type { Language } from '../../bot/port.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { AnswerFault } from '../../domain/rota/swap-request.ts'
import type { Party, Turn } from '../../domain/rota/turn.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** Why two turns cannot be swapped, and which could. */
export const swapFaultSentence = (
  fault: AnswerFault,
  partyOf: (party: Party) => string,
  language: Language,
  text: Catalogue,
): string => {
  const words = text.rota.swapFault
  const day = (date: Temporal.PlainDate) => writeDate(date, language)
  const works = (turns: readonly Turn[]) => turns.map(({ from, party }) => `${day(from)} ${partyOf(party)}`)
  switch (fault.reason) {
    case 'no-such-turn':
      return words.noSuchTurn(day(fault.date), works(fault.works))
    case 'not-yours':
      return words.notYours(day(fault.date), partyOf(fault.party), works(fault.works))
    case 'with-oneself':
      return words.withOneself(works(fault.works))
    case 'past-turn':
      return words.pastTurn(day(fault.date), works(fault.works))
    case 'left':
      return words.left(partyOf(fault.party), works(fault.works))
    case 'not-asked-of-you':
      return words.notAskedOfYou(partyOf(fault.askedOf))
    case 'already-answered':
      return fault.state === 'agreed' ? words.alreadyAgreed : words.alreadyRefused
    case 'turns-changed':
      return words.turnsChanged
    default:
      return fault satisfies never
  }
}
