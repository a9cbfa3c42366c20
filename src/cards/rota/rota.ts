import type { Card } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate, writeFullDate } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'

type NamedTurn = { name: string; from: Temporal.PlainDate; to: Temporal.PlainDate }

/** Who is on now, a line a rota. */
export const rotaNowCard = (
  rotas: { id: string; name: string; on: NamedTurn[] }[],
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.rota.now
  return {
    tag: 'rota.now',
    summary: words.heading,
    parts: [
      { part: 'heading', text: words.heading },
      {
        part: 'list',
        items: rotas.map(({ id, name, on }) => ({
          text: `${name}: ${on.length > 0 ? on.map((one) => one.name).join(text.answers.listSeparator) : words.none}`,
          ...(on[0] ? { detail: words.until(writeFullDate(on[0].to, language)) } : {}),
          button: { label: words.list, press: { command: 'rota.list', options: { rota: id } } },
        })),
      },
    ],
  }
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
  return {
    tag: 'rota.list',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...(rota.turns.length === 0
        ? [{ part: 'text' as const, text: words.none }]
        : [
            {
              part: 'list' as const,
              items: rota.turns.map((turn) => ({
                text: `${turn.name}${turn.mine ? words.mine : ''}`,
                detail: days(turn),
              })),
            },
          ]),
      ...(rota.maySwap
        ? [
            {
              part: 'buttons' as const,
              buttons: [{ label: words.swap, press: { command: 'rota.swap', options: { rota: rota.id } } }],
            },
          ]
        : []),
    ],
  }
}

/** The question to the other side, with both answers. */
export const swapAskedCard = (
  swap: { id: string; by: string; rota: string; mine: Temporal.PlainDate; theirs: Temporal.PlainDate },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.rota.swap
  const heading = words.asked(swap.by)
  const press = (agrees: 'yes' | 'no') => ({ command: 'rota.answer', options: { swap: swap.id, agrees } })
  return {
    tag: 'rota.swap-asked',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: swap.rota },
      {
        part: 'fields',
        fields: [
          { label: words.gives, value: writeDate(swap.mine, language) },
          { label: words.takes, value: writeDate(swap.theirs, language) },
        ],
      },
      {
        part: 'buttons',
        buttons: [
          { label: words.yes, press: press('yes'), style: 'primary' },
          { label: words.no, press: press('no') },
        ],
      },
    ],
  }
}

/** To the body's channel: whose turn begins, and who comes next. */
export const rotaTurnCard = (
  turn: { rota: string; party: string; next?: { party: string; from: Temporal.PlainDate } },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.rota.turnCard
  const heading = words.heading(turn.rota, turn.party)
  const { next } = turn
  return {
    tag: 'rota.turn',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...(next
        ? [{ part: 'note' as const, text: words.next(next.party, writeFullDate(next.from, language)) }]
        : []),
    ],
  }
}
