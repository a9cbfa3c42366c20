import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  field,
  fields,
  heading,
  type Maybe,
  note,
  type Parts,
  paragraph,
  present,
  table,
} from '../../bot/card.ts'
import type { AgendaTopic } from '../../domain/agenda/agenda-view.ts'
import type { Disclosed } from '../../domain/agenda/disclosure.ts'
import { writeTime } from '../../domain/calendar/write-date.ts'
import { currentItem, type LiveItem, numberOf, realMinutes, shouldEndAt } from '../../domain/meeting/live.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { topicText } from '../../text/topic-text.ts'
import { quorumText } from './attendance.ts'

export type LiveView = {
  meetingId: string
  meeting: string
  /** What each item is called, by position: no case codes, so that the card may stand in the body's channel. */
  names: ReadonlyMap<number, string>
  items: readonly (LiveItem & { recorded: boolean })[]
  timeZone: string
  startsAt: Temporal.Instant
  startedAt: Temporal.Instant
  endedAt: Temporal.Instant | undefined
  recorder: string | undefined
  quorum: { needed: number; there: number } | undefined
  unconfirmed: number
}

/** Returns what an item is called before everybody, and who presents it. `topic` as `topics` shows it. */
export const liveTopic = (
  topic: Disclosed<AgendaTopic> | undefined,
  section: LiveItem['section'],
  text: Catalogue,
): string => {
  if (!topic) return text.document.sections[section]
  const named = topicText(topic, text)
  return topic.presenter === '' ? named : text.liveMeeting.presented(named, topic.presenter)
}

/** A meeting under way: the item that runs with its clock, what was and what comes, and the buttons of who runs it. */
export const liveMeetingCard = (view: LiveView, text: Catalogue): Card => {
  const words = text.liveMeeting
  if (view.endedAt) return endedCard(view, view.endedAt, text)
  const current = currentItem(view.items)
  return card(
    'meeting.live',
    { summary: words.summary(view.meeting) },
    heading(words.heading(view.meeting)),
    current ? clock(view, current, text) : paragraph(words.allDone),
    itemTable(view, text),
    view.quorum && note(quorumText(view.quorum, text)),
    buttons(steps(view, current, text)),
    buttons(around(view, text)),
  )
}

const clock = (view: LiveView, current: LiveItem, text: Catalogue): Parts => {
  const words = text.liveMeeting
  const at = (instant: Temporal.Instant | undefined): string =>
    instant ? writeTime(instant.toZonedDateTimeISO(view.timeZone).toPlainTime()) : ''
  const late = latenessOf(view, current)
  return [
    paragraph(words.now(numberOf(view.items, current.position), view.names.get(current.position) ?? '')),
    fields(
      field(words.fields.began, at(current.startedAt ?? undefined)),
      field(words.fields.planned, words.planned(current.planned, current.extended)),
      field(words.fields.until, at(shouldEndAt(current))),
      field(words.fields.recorder, view.recorder),
    ),
    late !== 0 && note(late > 0 ? words.late(late) : words.early(-late)),
  ]
}

/** Delay in minutes: how much later than planned the current item began. */
const latenessOf = ({ items, startsAt }: LiveView, { position, startedAt }: LiveItem): number => {
  const before = items.filter((one) => one.position < position).reduce((sum, { planned }) => sum + planned, 0)
  const due = startsAt.add({ minutes: before })
  return startedAt ? Math.round(due.until(startedAt).total({ unit: 'minutes' })) : 0
}

const itemTable = ({ items, names }: LiveView, text: Catalogue): Parts => {
  const words = text.liveMeeting
  return table(
    [words.columns.number, words.columns.item, words.columns.planned, words.columns.real],
    items.map((item) => [
      numberOf(items, item.position),
      names.get(item.position) ?? '',
      words.planned(item.planned, item.extended),
      realText(item, text),
    ]),
  )
}

const realText = (item: LiveItem, text: Catalogue): string => {
  const words = text.liveMeeting
  const real = realMinutes(item)
  if (item.outcome === 'carried_over') return words.carried(real)
  if (real !== undefined) return words.minutes(real)
  return item.startedAt ? words.running : words.notReached
}

/** Carries in each button the item it stands on: of two presses at once the second changes nothing. */
const steps = ({ meetingId }: LiveView, current: LiveItem | undefined, text: Catalogue): Button[] => {
  const words = text.liveMeeting
  const step = (what: 'next' | 'extend' | 'carry' | 'end', seen?: string): Button =>
    button(words.buttons[what], 'meeting.step', {
      meeting: meetingId,
      do: what,
      at: String(current?.position ?? 0),
      seen,
    })
  const confirm = { question: words.endQuestion, yes: words.endYes, no: words.endNo }
  const end: Button = { ...step('end'), style: 'danger', confirm }
  if (!current) return [end]
  return [{ ...step('next'), style: 'primary' }, step('extend', String(current.extended)), step('carry'), end]
}

const around = ({ meetingId, endedAt }: LiveView, text: Catalogue): Maybe<Button> => {
  const { buttons: labels } = text.liveMeeting
  const of = (label: string, command: string): Button => button(label, command, { meeting: meetingId })
  return [
    of(labels.record, 'meeting.record'),
    of(labels.attendance, 'meeting.attendance'),
    endedAt && of(labels.minutes, 'minutes.show'),
  ]
}

const endedCard = (view: LiveView, endedAt: Temporal.Instant, text: Catalogue): Card => {
  const words = text.liveMeeting
  const carried = view.items.filter(({ outcome }) => outcome === 'carried_over').length
  const unrecorded = view.items.filter(({ outcome, recorded }) => outcome === 'done' && !recorded).length
  const minutes = Math.round(view.startedAt.until(endedAt).total({ unit: 'minutes' }))
  const notes = present(
    words.took(minutes),
    carried > 0 && words.carriedOver(carried),
    unrecorded > 0 && words.unrecorded(unrecorded),
    view.unconfirmed > 0 && words.unconfirmed(view.unconfirmed),
  )
  return card(
    'meeting.ended',
    words.ended(view.meeting),
    paragraph(notes.join('\n')),
    itemTable(view, text),
    view.quorum && note(quorumText(view.quorum, text)),
    note(words.next),
    buttons(around(view, text)),
  )
}
