import type { Card, Part } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import type { Press } from '../../bot/press.ts'
import { writeDate, writeDateTime } from '../../domain/calendar/write-date.ts'
import type { GroupsView } from '../../domain/gsv/groups-view.ts'
import type { GsvStep, PATTERNS } from '../../domain/gsv/patterns.ts'
import type { Catalogue } from '../../text/catalogue.ts'

const title = ({ startsAt, seriesName }: Pick<GroupsView, 'startsAt' | 'seriesName'>, language: Language) =>
  `${writeDateTime(startsAt.toPlainDateTime(), language)} ${seriesName}`

/** The groups as everybody reads them; what was written of cases only where the place may hold it. */
export const groupsCard = (view: GroupsView, language: Language, text: Catalogue): Card => {
  const words = text.gsv.groups
  const heading = words.heading(title(view, language), words.confirmed)
  return {
    tag: 'gsv.groups',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...(view.place ? [{ part: 'text' as const, text: view.place }] : []),
      ...openingParts(view, text),
      groupsPart(view, text),
      { part: 'note', text: words.preMeeting(writeDate(view.preMeetingOn, language)) },
    ],
  }
}

const groupsPart = ({ groups }: GroupsView, text: Catalogue): Part => {
  const words = text.gsv.groups
  const between = text.answers.listSeparator
  return {
    part: 'list',
    items: groups.map(({ facilitator, presenter, others }, at) => ({
      text: words.group(at + 1, others.length + (presenter ? 2 : 1)),
      detail: [
        `${words.facilitator}: ${facilitator}`,
        `${words.presenter}: ${presenter ?? words.nobodyYet}`,
        `${words.members}: ${others.join(between)}`,
      ].join('\n'),
    })),
  }
}

const openingParts = ({ openings }: Pick<GroupsView, 'openings'>, text: Catalogue): Part[] => {
  const words = text.gsv.groups
  if (openings.length === 0) return []
  return [
    { part: 'text', text: words.opening },
    {
      part: 'list',
      items: openings.map((one) => ({
        text: words.openingOf(one.presenter),
        detail: one.text ?? words.openingSpoken,
      })),
    },
    { part: 'divider' },
  ]
}

/** The same for the coordinator: who is away, who has not answered, and what can be done. */
export const groupsDraftCard = (
  view: GroupsView,
  state: {
    revision: number
    confirmedBy?: string
    changed: boolean
    moved?: number
    away: string[]
    waiting: string[]
    declined: { name: string; reason: string }[]
    lacking: number
  },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.gsv.groups
  const between = text.answers.listSeparator
  const draft = state.confirmedBy === undefined
  const heading = words.heading(title(view, language), draft ? words.draft : words.confirmed)
  const notes = [
    words.preMeeting(writeDate(view.preMeetingOn, language)),
    ...(state.moved ? [words.moved(state.moved)] : []),
    ...(state.away.length > 0 ? [words.away(state.away.join(between))] : []),
    ...(state.waiting.length > 0 ? [words.waiting(state.waiting.join(between))] : []),
    ...state.declined.map(({ name, reason }) => words.declined(name, reason)),
    ...(state.lacking > 0 ? [words.lacking(state.lacking)] : []),
    ...(state.changed ? [words.changed] : []),
    ...(state.confirmedBy === undefined ? [] : [words.confirmedBy(state.confirmedBy)]),
  ]
  const press = (act: 'again' | 'confirm'): Press => ({
    command: 'gsv.groups',
    options: { meeting: view.meetingId, seen: String(state.revision), act },
  })
  return {
    tag: 'gsv.groups-draft',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      groupsPart(view, text),
      { part: 'note', text: notes.join('\n') },
      {
        part: 'buttons',
        buttons: [
          ...(draft ? [{ label: words.confirm, press: press('confirm'), style: 'primary' as const }] : []),
          { label: words.again, press: press('again') },
        ],
      },
    ],
  }
}

/** What one person sees of the next session. */
export const nextGsvCard = (
  next: {
    seriesName: string
    startsAt: Temporal.ZonedDateTime
    place?: string
    presenters: string[]
    facilitators: string[]
    mine?: { number: number; names: string[]; facilitates: boolean }
    preMeetingOn?: Temporal.PlainDate
    openings: GroupsView['openings']
    steps: GsvStep[]
    rules: (typeof PATTERNS)['strengths']['rules']
    mayOffer: boolean
  },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.gsv.next
  const between = text.answers.listSeparator
  const names = (list: readonly string[]) => (list.length > 0 ? list.join(between) : words.notYet)
  const heading = words.heading(title(next, language))
  const { mine, preMeetingOn } = next
  return {
    tag: 'gsv.next',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      {
        part: 'fields',
        fields: [
          { label: words.presenters, value: names(next.presenters) },
          { label: words.facilitators, value: names(next.facilitators) },
          ...(mine
            ? [{ label: `${words.mine}: ${mine.number}`, value: mine.names.join(between) }]
            : [{ label: words.mine, value: words.notYet }]),
          ...(preMeetingOn ? [{ label: words.preMeeting, value: writeDate(preMeetingOn, language) }] : []),
        ],
      },
      ...openingParts(next, text),
      ...stepParts(next, text),
      ...(next.mayOffer
        ? [{ part: 'buttons' as const, buttons: [{ label: words.offer, press: offerPress }] }]
        : []),
    ],
  }
}

const offerPress: Press = { command: 'gsv.offer', options: {} }

/** For who leads: the steps with their minutes, and what was agreed on how people speak. */
const stepParts = (
  { mine, steps, rules }: Pick<Parameters<typeof nextGsvCard>[0], 'mine' | 'steps' | 'rules'>,
  text: Catalogue,
): Part[] => {
  const words = text.gsv
  if (!mine?.facilitates) return []
  const row = ({ name, speaker, minutes }: GsvStep) => [
    words.step[name],
    words.speaker[speaker],
    words.next.minutes(minutes),
  ]
  return [
    { part: 'text', text: words.next.steps },
    { part: 'table', columns: words.next.columns, rows: steps.map(row) },
    { part: 'text', text: words.next.rules },
    { part: 'list', items: rules.map((rule) => ({ text: words.rule[rule] })) },
  ]
}

/** A short answer in two lines, with at most one thing to do next. */
export const gsvSaidCard = (
  tag: string,
  heading: string,
  next?: string,
  button?: { label: string; press: Press },
): Card => ({
  tag,
  summary: heading,
  parts: [
    { part: 'heading', text: heading },
    ...(next ? [{ part: 'note' as const, text: next }] : []),
    ...(button ? [{ part: 'buttons' as const, buttons: [button] }] : []),
  ],
})
