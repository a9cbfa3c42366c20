import type { Button, Card, ListItem, Part } from '../../bot/card.ts'
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

/** As many as a person reads; the rest is counted. */
const SHOWN = 40
const WHAT_SHOWN = 60

const shortened = (what: string): string => {
  const line = what.replaceAll(/\s+/gu, ' ')
  return line.length > WHAT_SHOWN ? `${line.slice(0, WHAT_SHOWN - 1)}…` : line
}

export const openFollowUpButton = (id: string, text: Catalogue): Button => ({
  label: text.followUps.list.open,
  press: { command: 'followup.show', options: { followup: id } },
})

/** What is past its day first, then by member where there are several. */
export const followUpListCard = (
  lines: readonly FollowUpLine[],
  { ofRegion, language, text }: { ofRegion: boolean; language: Language; text: Catalogue },
): Card => {
  const words = text.followUps.list
  const heading =
    lines.length === 0 ? words.none : ofRegion ? words.region(lines.length) : words.mine(lines.length)
  const shown = lines.slice(0, SHOWN)
  const item = ({ id, what, dueOn, code, member, overdue }: FollowUpLine): ListItem => {
    const detail = [...(code === null ? [] : [code]), ...(overdue || ofRegion ? [member] : [])]
    return {
      text: words.item(shortened(what), writeDate(dueOn, language)),
      ...(detail.length === 0 ? {} : { detail: detail.join(text.answers.listSeparator) }),
      button: openFollowUpButton(id, text),
    }
  }
  const rest = shown.filter(({ overdue }) => !overdue)
  const byMember = Map.groupBy(rest, ({ member }) => member)
  const single = byMember.size <= 1 && !rest.some(({ given }) => given)
  return {
    tag: 'followup.list',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...group(words.overdue, shown.filter(({ overdue }) => overdue).map(item)),
      ...(single
        ? group(undefined, rest.map(item))
        : [...byMember].flatMap(([member, theirs]) =>
            group(words.of(member, theirs.length), theirs.map(item)),
          )),
      ...(lines.length > SHOWN ? [{ part: 'note' as const, text: words.more(lines.length - SHOWN) }] : []),
      {
        part: 'buttons',
        buttons: [{ label: words.add, press: { command: 'followup.add', options: {} } }],
      },
    ],
  }
}

const group = (title: string | undefined, items: ListItem[]): Part[] =>
  items.length === 0
    ? []
    : [...(title === undefined ? [] : [{ part: 'text' as const, text: title }]), { part: 'list', items }]

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
  const button = (verb: 'done' | 'extend' | 'handover' | 'drop'): Button => ({
    label: words[verb],
    press: { command: `followup.${verb}`, options: { followup: view.id } },
    ...(verb === 'done' ? { style: 'primary' as const } : {}),
  })
  const heading = said ?? text.commands.followup.noun
  return {
    tag: said === undefined ? 'followup.show' : 'followup.changed',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'text', text: view.what },
      {
        part: 'fields',
        fields: [
          { label: words.who, value: view.member },
          { label: words.dueOn, value: writeDate(view.dueOn, language) },
          ...(view.code === null ? [] : [{ label: words.case, value: view.code }]),
          { label: words.givenBy, value: view.givenBy },
          ...(view.extended === 0 ? [] : [{ label: words.extended, value: words.times(view.extended) }]),
        ],
      },
      ...group(
        words.history,
        view.history.map(({ on, member, dueOn, reason }) => ({
          text: words.was(writeDate(on, language), member, writeDate(dueOn, language)),
          ...(reason === undefined ? {} : { detail: reason }),
        })),
      ),
      ...(view.mayChange
        ? [
            {
              part: 'buttons' as const,
              buttons: [button('done'), button('extend'), button('handover'), button('drop')],
            },
          ]
        : []),
    ],
  }
}

/** Said when one is given or closed. */
export const followUpSaidCard = (heading: string, next: string | undefined): Card => ({
  tag: 'followup.said',
  summary: heading,
  parts: [{ part: 'heading', text: heading }, ...(next ? [{ part: 'note' as const, text: next }] : [])],
})
