import { type Press, pressOf } from './press.ts'

/**
 * What people see, in a closed set of parts: a card in a chat and a paper that is filed are written in the same ones,
 * and every renderer draws all of them. All texts are plain: a renderer escapes them, so that nothing typed by a person
 * can mention, link or format on any platform. Line breaks are kept.
 */
export type Card = {
  /** Stable name of what is being said, e.g. `agenda.posted`: for tests, the ledger and the conformance suite. */
  tag: string
  /** One line for notifications and screen readers, on platforms that show one. */
  summary: string
  parts: Part[]
  /** Where the place is a workspace's list of events (`EVENTS`): what stands there. */
  event?: CardEvent
}

/** A meeting among a workspace's events. `id` is the meeting's; instants are ISO strings in UTC. */
export type CardEvent = {
  id: string
  name: string
  about: string
  where: string
  startsAt: string
  endsAt: string
  cancelled: boolean
}

export type Part = ChatPart | PaperPart

/** What chats draw natively. On paper there is nothing to press: buttons and selects are left out there. */
export type ChatPart =
  | { part: 'heading'; text: string }
  | { part: 'text'; text: string }
  | { part: 'fields'; fields: Field[] }
  | { part: 'list'; ordered?: boolean; items: ListItem[] }
  /** `shares`: of the width, on paper; they add up to 1. */
  | { part: 'table'; columns: string[]; shares?: number[]; rows: string[][] }
  | { part: 'divider' }
  | { part: 'buttons'; buttons: Button[] }
  | { part: 'select'; label: string; press: Press; option: string; choices: Choice[] }
  | { part: 'note'; text: string }

/** What papers set in a way of their own; a chat draws `inChat` of it. */
type PaperPart =
  /** What the whole paper is, over one or more lines. */
  | { part: 'title'; lines: string[] }
  /** Framed, in the corner: 取扱注意. */
  | { part: 'marks'; marks: string[] }
  /** Items of an agenda or of minutes, with their times and presenters in columns. */
  | { part: 'items'; items: Item[] }

/** A value may be of several lines. */
export type Field = { label: string; value: string }

/** One line, with at most one thing to do there. `detail` is smaller and comes below. */
export type ListItem = { text: string; detail?: string; button?: Button }

/** One line with its time and who presents it, and what is written below. */
export type Item = {
  number: string
  text: string
  /** Its papers: 【資料1】, each whole. */
  tags: string[]
  clock: string
  duration: string
  who: string
  /** Several texts under one label are told apart by a dot each. */
  paragraphs: { label: string; texts: string[] }[]
}

export type Button = {
  label: string
  press: Press
  style?: 'primary' | 'danger'
  /** Confirmation asked for before the press counts, where it cannot be undone. */
  confirm?: { question: string; yes: string; no: string }
}

/** In a select: choosing runs `press` with `option` set to the value. */
export type Choice = { value: string; label: string; detail?: string }

/** A paper as it is filed: its parts, what the file says about itself, and what stands at the foot of each page. */
export type Sheet = {
  language: 'ja' | 'en'
  title: string
  issuedAt: Temporal.ZonedDateTime
  /** Between the page's number and how many there are. */
  pageBetween: string
  parts: Part[]
}

type Nothing = undefined | null | false
/** Builders drop `undefined`, `null` and `false`, so that callers need no conditional spread. */
export type Maybe<T> = T | Nothing | readonly Maybe<T>[]

/** What stands in one place of a card: a part, several, or nothing. */
export type Parts = Maybe<Part>

/** Flattens, in order, and drops what is absent. */
export const present = <T>(...maybe: readonly Maybe<T>[]): T[] =>
  maybe.flatMap((one): T[] => {
    if (Array.isArray(one)) return present<T>(...(one as readonly Maybe<T>[]))
    return one === undefined || one === null || one === false ? [] : [one as T]
  })

/**
 * A card under its heading, which is its summary too; where that differs, `said` is the summary and a heading a part.
 */
export const card = (tag: string, said: string | { summary: string }, ...parts: Parts[]): Card => ({
  tag,
  summary: typeof said === 'string' ? said : said.summary,
  parts: present<Part>(typeof said === 'string' && heading(said), parts),
})

export const heading = (text: string): Part => ({ part: 'heading', text })

/** A text; undefined for an empty one. */
export const paragraph = (text: string | Nothing): Part | undefined =>
  text ? { part: 'text', text } : undefined

export const note = (text: string | Nothing): Part | undefined => (text ? { part: 'note', text } : undefined)

export const divider = (): Part => ({ part: 'divider' })

export const field = (label: string, value: string | Nothing): Field | undefined =>
  typeof value === 'string' ? { label, value } : undefined

export const fields = (...rows: Maybe<Field>[]): Part | undefined => {
  const some = present<Field>(rows)
  return some.length === 0 ? undefined : { part: 'fields', fields: some }
}

export const list = (...items: Maybe<ListItem>[]): Part | undefined => {
  const some = present<ListItem>(items)
  return some.length === 0 ? undefined : { part: 'list', items: some }
}

/** A list that is counted: steps, or a ranking. */
export const numbered = (...items: Maybe<ListItem>[]): Part | undefined => {
  const some = present<ListItem>(items)
  return some.length === 0 ? undefined : { part: 'list', ordered: true, items: some }
}

export const table = (columns: string[], rows: string[][], shares?: number[]): Part => ({
  part: 'table',
  columns,
  rows,
  shares,
})

export const buttons = (...some: Maybe<Button>[]): Part | undefined => {
  const there = present<Button>(some)
  return there.length === 0 ? undefined : { part: 'buttons', buttons: there }
}

export const button = (
  label: string,
  command: string,
  options: Record<string, string | undefined> = {},
  look: Pick<Button, 'style' | 'confirm'> = {},
): Button => ({ label, press: pressOf(command, options), ...look })

/** Parts below a line that names them; nothing where there are none. */
export const under = (title: string | Nothing, ...parts: Parts[]): Part[] => {
  const below = present<Part>(parts)
  return below.length === 0 ? [] : present<Part>(paragraph(title), below)
}

/** A part of a paper as a chat shows it. */
export const inChat = (part: Part): ChatPart => {
  switch (part.part) {
    case 'title':
      return { part: 'heading', text: part.lines.join(' ') }
    case 'marks':
      return { part: 'note', text: part.marks.join('　') }
    case 'items':
      return { part: 'list', items: part.items.map(asListItem) }
    default:
      return part
  }
}

const asListItem = ({ number, text, tags, clock, duration, who, paragraphs }: Item): ListItem => {
  const columns = [clock, duration, who].filter((column) => column !== '').join('・')
  const detail = [columns, ...paragraphs.map(({ label, texts }) => [label, ...texts].join('\n'))]
    .filter((line) => line !== '')
    .join('\n')
  return { text: `${number} ${text}${tags.join('')}`.trim(), detail: detail === '' ? undefined : detail }
}
