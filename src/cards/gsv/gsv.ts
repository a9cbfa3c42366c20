import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  divider,
  field,
  fields,
  list,
  note,
  type Parts,
  paragraph,
  present,
  table,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate, writeDateTime } from '../../domain/calendar/write-date.ts'
import type { GroupFault } from '../../domain/gsv/group-fault.ts'
import type { GroupsView } from '../../domain/gsv/groups-view.ts'
import type { GsvStep, PATTERNS } from '../../domain/gsv/patterns.ts'
import type { Catalogue } from '../../text/catalogue.ts'

const title = ({ startsAt, seriesName }: Pick<GroupsView, 'startsAt' | 'seriesName'>, language: Language) =>
  `${writeDateTime(startsAt.toPlainDateTime(), language)} ${seriesName}`

/** The groups as everybody reads them; what was written of cases only where the place may hold it. */
export const groupsCard = (view: GroupsView, language: Language, text: Catalogue): Card => {
  const words = text.gsv.groups
  const heading = words.heading(title(view, language), words.confirmed)
  return card(
    'gsv.groups',
    heading,
    paragraph(view.place),
    openingParts(view, text),
    groupsPart(view, text),
    note(words.preMeeting(writeDate(view.preMeetingOn, language))),
  )
}

const groupsPart = ({ groups }: GroupsView, text: Catalogue): Parts => {
  const words = text.gsv.groups
  const between = text.answers.listSeparator
  return list(
    groups.map(({ facilitator, presenter, others }, at) => ({
      text: words.group(at + 1, others.length + (presenter ? 2 : 1)),
      detail: [
        `${words.facilitator}: ${facilitator}`,
        `${words.presenter}: ${presenter ?? words.nobodyYet}`,
        `${words.members}: ${others.join(between)}`,
      ].join('\n'),
    })),
  )
}

const openingParts = ({ openings }: Pick<GroupsView, 'openings'>, text: Catalogue): Parts => {
  const words = text.gsv.groups
  if (openings.length === 0) return []
  return [
    paragraph(words.opening),
    list(
      openings.map((one) => ({
        text: words.openingOf(one.presenter),
        detail: one.text ?? words.openingSpoken,
      })),
    ),
    divider(),
  ]
}

/** Adds for the coordinator who is away, who has not answered, and what can be done. */
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
  const { moved = 0, away, waiting, declined, lacking, changed, confirmedBy } = state
  const notes = present<string>(
    words.preMeeting(writeDate(view.preMeetingOn, language)),
    moved > 0 && words.moved(moved),
    away.length > 0 && words.away(away.join(between)),
    waiting.length > 0 && words.waiting(waiting.join(between)),
    declined.map(({ name, reason }) => words.declined(name, reason)),
    lacking > 0 && words.lacking(lacking),
    changed && words.changed,
    confirmedBy !== undefined && words.confirmedBy(confirmedBy),
  )
  const act = (what: 'again' | 'confirm'): Button =>
    button(words[what], 'gsv.groups', { meeting: view.meetingId, seen: String(state.revision), act: what })
  return card(
    'gsv.groups-draft',
    heading,
    groupsPart(view, text),
    note(notes.join('\n')),
    buttons(draft && { ...act('confirm'), style: 'primary' }, act('again')),
  )
}

/** Shows one person the next session. */
export const nextGsvCard = (
  next: {
    seriesName: string
    startsAt: Temporal.ZonedDateTime
    presenters: string[]
    facilitators: string[]
    mine?: { number: number; names: string[]; facilitates: boolean }
    preMeetingOn?: Temporal.PlainDate
    meetingId: string
    /** Who presents in the group that the reader leads: they may meet on another day. */
    otherDay?: string
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
  return card(
    'gsv.next',
    heading,
    fields(
      field(words.presenters, names(next.presenters)),
      field(words.facilitators, names(next.facilitators)),
      mine
        ? field(`${words.mine}: ${mine.number}`, mine.names.join(between))
        : field(words.mine, words.notYet),
      preMeetingOn && field(words.preMeeting, writeDate(preMeetingOn, language)),
    ),
    openingParts(next, text),
    stepParts(next, text),
    buttons(
      next.mayOffer && button(words.offer, 'gsv.offer'),
      next.otherDay !== undefined &&
        preMeetingButton(
          'gsv.postpone',
          { meetingId: next.meetingId, presenterId: next.otherDay },
          text.gsv.preMeeting.movePreMeeting,
        ),
    ),
  )
}

/** For who leads: the steps with their minutes, and what was agreed on how people speak. */
const stepParts = (
  { mine, steps, rules }: Pick<Parameters<typeof nextGsvCard>[0], 'mine' | 'steps' | 'rules'>,
  text: Catalogue,
): Parts => {
  const words = text.gsv
  if (!mine?.facilitates) return []
  const row = ({ name, speaker, minutes }: GsvStep) => [
    words.step[name],
    words.speaker[speaker],
    words.next.minutes(minutes),
  ]
  return [
    paragraph(words.next.steps),
    table(words.next.columns, steps.map(row)),
    paragraph(words.next.rules),
    list(rules.map((rule) => ({ text: words.rule[rule] }))),
  ]
}

/** A button about the pre-meeting of one group. */
export const preMeetingButton = (
  command: 'gsv.prepared' | 'gsv.postpone',
  { meetingId, presenterId }: { meetingId: string; presenterId: string },
  label: string,
): Button => button(label, command, { meeting: meetingId, presenter: presenterId })

/** A short notice in two lines, with at most one next step. */
export const gsvSaidCard = (tag: string, heading: string, next?: string, toDo?: Button): Card =>
  card(tag, heading, note(next), buttons(toDo))

/** Explains why groups cannot be formed, and what would work. */
export const groupFaultSentence = (
  fault: GroupFault,
  nameOf: (memberId: string) => string,
  text: Catalogue,
): string => {
  const words = text.gsv.groupFault
  switch (fault.reason) {
    case 'listed-twice':
      return words.listedTwice(nameOf(fault.id))
    case 'not-among-participants':
      return words.notAmongParticipants(nameOf(fault.id))
    case 'presenter-absent':
      return words.presenterAbsent(nameOf(fault.id))
    case 'too-few-people':
      return words.tooFewPeople(fault.people, fault.least)
    case 'size-out-of-range':
      return words.sizeOutOfRange(fault.least, fault.most, fault.works)
    case 'size-does-not-fit':
      return words.sizeDoesNotFit(fault.people, fault.size, fault.works)
    case 'too-few-facilitators':
      return words.tooFewFacilitators(fault.groups, fault.facilitators, fault.works)
    case 'too-many-presenters':
      return words.tooManyPresenters(fault.presenters, fault.groups, fault.works)
    case 'only-colleagues-to-lead':
      return words.onlyColleaguesToLead(fault.presenterIds.map(nameOf))
    default:
      return fault satisfies never
  }
}
