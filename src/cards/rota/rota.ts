import { button, buttons, type Card, card, field, fields, list, note, paragraph } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate, writeFullDate } from '../../domain/calendar/write-date.ts'
import type { AnswerFault } from '../../domain/rota/swap-request.ts'
import type { Party, Turn } from '../../domain/rota/turn.ts'
import type { Catalogue } from '../../text/catalogue.ts'

type NamedTurn = { name: string; from: Temporal.PlainDate; to: Temporal.PlainDate }

/** Who is on now, a line a rota. */
export const rotaNowCard = (
  rotas: { id: string; name: string; on: NamedTurn[] }[],
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.rota.now
  return card(
    'rota.now',
    words.heading,
    list(
      rotas.map(({ id, name, on }) => ({
        text: `${name}: ${on.length > 0 ? on.map((one) => one.name).join(text.answers.listSeparator) : words.none}`,
        detail: on[0] ? words.until(writeFullDate(on[0].to, language)) : undefined,
        button: button(words.list, 'rota.list', { rota: id }),
      })),
    ),
  )
}

/** The turns ahead of one rota. */
export const rotaListCard = (
  rota: { id: string; name: string; turns: (NamedTurn & { mine: boolean })[]; maySwap: boolean },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.rota.list
  const heading = words.heading(rota.name)
  const days = ({ from, to }: NamedTurn) =>
    text.rota.days(writeFullDate(from, language), writeFullDate(to, language))
  return card(
    'rota.list',
    heading,
    rota.turns.length === 0
      ? paragraph(words.none)
      : list(
          rota.turns.map((turn) => ({
            text: `${turn.name}${turn.mine ? words.mine : ''}`,
            detail: days(turn),
          })),
        ),
    rota.maySwap && buttons(button(words.swap, 'rota.swap', { rota: rota.id })),
  )
}

/** Asks the other side of a swap, with both answers. */
export const swapAskedCard = (
  swap: { id: string; by: string; rota: string; mine: Temporal.PlainDate; theirs: Temporal.PlainDate },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.rota.swap
  const heading = words.asked(swap.by)
  const press = (agrees: 'yes' | 'no') => ({ command: 'rota.answer', options: { swap: swap.id, agrees } })
  return card(
    'rota.swap-asked',
    heading,
    paragraph(swap.rota),
    fields(
      field(words.gives, writeDate(swap.mine, language)),
      field(words.takes, writeDate(swap.theirs, language)),
    ),
    buttons(
      { label: words.yes, press: press('yes'), style: 'primary' },
      { label: words.no, press: press('no') },
    ),
  )
}

/** Announces in the body's channel whose turn begins, and who comes next. */
export const rotaTurnCard = (
  turn: { rota: string; party: string; next?: { party: string; from: Temporal.PlainDate } },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.rota.turnCard
  const heading = words.heading(turn.rota, turn.party)
  const { next } = turn
  return card('rota.turn', heading, next && note(words.next(next.party, writeFullDate(next.from, language))))
}

/** Explains why two turns cannot be swapped, and which could. */
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
