import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  field,
  fields,
  type ListItem,
  list,
  note,
  paragraph,
  present,
  under,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'

export type FollowUpLine = {
  id: string
  what: string
  dueOn: Temporal.PlainDate
  code: string | null
  member: string
  overdue: boolean
  /** Given by the reader to somebody else. */
  given: boolean
}

/** Most lines shown: as many as a person reads; the rest is counted. */
const SHOWN = 40
const WHAT_SHOWN = 60

const shortened = (what: string): string => {
  const line = what.replaceAll(/\s+/gu, ' ')
  return line.length > WHAT_SHOWN ? `${line.slice(0, WHAT_SHOWN - 1)}…` : line
}

export const openFollowUpButton = (id: string, text: Catalogue): Button =>
  button(text.followUps.list.open, 'followup.show', { followup: id })

/** Lists overdue ones first, then by member where there are several. */
export const followUpListCard = (
  lines: readonly FollowUpLine[],
  { ofRegion, language, text }: { ofRegion: boolean; language: Language; text: Catalogue },
): Card => {
  const words = text.followUps.list
  const heading =
    lines.length === 0 ? words.none : ofRegion ? words.region(lines.length) : words.mine(lines.length)
  const shown = lines.slice(0, SHOWN)
  const item = ({ id, what, dueOn, code, member, overdue }: FollowUpLine): ListItem => {
    const detail = present(code, (overdue || ofRegion) && member).join(text.answers.listSeparator)
    return {
      text: words.item(shortened(what), writeDate(dueOn, language)),
      detail: detail || undefined,
      button: openFollowUpButton(id, text),
    }
  }
  const rest = shown.filter(({ overdue }) => !overdue)
  const byMember = Map.groupBy(rest, ({ member }) => member)
  const single = byMember.size <= 1 && !rest.some(({ given }) => given)
  return card(
    'followup.list',
    heading,
    under(words.overdue, list(shown.filter(({ overdue }) => overdue).map(item))),
    single
      ? list(rest.map(item))
      : [...byMember].map(([member, theirs]) =>
          under(words.of(member, theirs.length), list(theirs.map(item))),
        ),
    lines.length > SHOWN && note(words.more(lines.length - SHOWN)),
    buttons(button(words.add, 'followup.add')),
  )
}

export type FollowUpView = {
  id: string
  what: string
  member: string
  dueOn: Temporal.PlainDate
  code: string | null
  givenBy: string
  extended: number
  history: { on: Temporal.PlainDate; member: string; dueOn: Temporal.PlainDate; reason?: string }[]
  mayChange: boolean
}

/** One follow-up with what can be done about it. `said`: what has just happened to it. */
export const followUpCard = (
  view: FollowUpView,
  language: Language,
  text: Catalogue,
  said?: string,
): Card => {
  const words = text.followUps.show
  const step = (verb: 'done' | 'extend' | 'handover' | 'drop'): Button =>
    button(words[verb], `followup.${verb}`, { followup: view.id })
  const heading = said ?? text.commands.followup.noun
  return card(
    said === undefined ? 'followup.show' : 'followup.changed',
    heading,
    paragraph(view.what),
    fields(
      field(words.who, view.member),
      field(words.dueOn, writeDate(view.dueOn, language)),
      field(words.case, view.code),
      field(words.givenBy, view.givenBy),
      view.extended !== 0 && field(words.extended, words.times(view.extended)),
    ),
    under(
      words.history,
      list(
        view.history.map(({ on, member, dueOn, reason }) => ({
          text: words.was(writeDate(on, language), member, writeDate(dueOn, language)),
          detail: reason,
        })),
      ),
    ),
    view.mayChange &&
      buttons({ ...step('done'), style: 'primary' }, step('extend'), step('handover'), step('drop')),
  )
}

/** Confirms that one is given or closed. */
export const followUpSaidCard = (heading: string, next: string | undefined): Card =>
  card('followup.said', heading, note(next))
