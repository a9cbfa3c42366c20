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
  type Parts,
  paragraph,
  present,
  table,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate, writeDateTime } from '../../domain/calendar/write-date.ts'
import type { BestDay, DayCount, Marks } from '../../domain/poll/choose-day.ts'
import { MOST_DAYS } from '../../domain/poll/offer-days.ts'
import type { Catalogue } from '../../text/catalogue.ts'

export type PollView = {
  id: string
  title: string
  body: string
  organiser: string
  minutes: number
  deadline: Temporal.PlainDate
  required: string[]
  asked: number
  decidesItself: boolean
  preparatory: boolean
  days: (DayCount & { when: Temporal.ZonedDateTime })[]
}

type Words = { language: Language; text: Catalogue }

const at = (when: Temporal.ZonedDateTime, language: Language): string =>
  writeDateTime(when.toPlainDateTime(), language)

export const pollButton = (
  command: string,
  poll: string,
  label: string,
  more: Record<string, string> = {},
): Button => button(label, command, { poll, ...more })

/** Shows a draft to its organiser: the days, with what speaks against each, before anybody is asked. */
export const pollDraftCard = (
  poll: PollView,
  details: ReadonlyMap<number, string>,
  { language, text }: Words,
): Card => {
  const words = text.polls
  const required = poll.required.join(text.answers.listSeparator)
  return card(
    'poll.draft',
    words.draft.heading(poll.title),
    fields(
      field(words.fields.body, poll.body),
      field(words.fields.meets, words.find.meets[poll.preparatory ? 'preparatory' : 'meeting']),
      field(words.fields.length, words.fields.minutes(poll.minutes)),
      field(words.fields.deadline, writeDate(poll.deadline, language)),
      field(words.fields.required, required === '' ? words.fields.nobody : required),
      field(words.fields.atDeadline, words.find.itself[poll.decidesItself ? 'yes' : 'no']),
    ),
    list(
      poll.days.map(({ position, when }) => ({
        text: at(when, language),
        detail: details.get(position),
        button: pollButton('meeting.dropday', poll.id, words.draft.drop, { day: String(position) }),
      })),
    ),
    buttons(
      { ...pollButton('meeting.ask', poll.id, words.draft.ask), style: 'primary' },
      poll.days.length < MOST_DAYS && pollButton('meeting.offer', poll.id, words.draft.add),
      pollButton('meeting.withdraw', poll.id, words.draft.withdraw),
    ),
    note(words.draft.next),
  )
}

/** To somebody who is asked. */
export const pollCard = (poll: PollView, { language, text }: Words): Card => {
  const words = text.polls.message
  return card(
    'poll.asked',
    words.heading(poll.title),
    paragraph(words.by(poll.organiser, poll.body)),
    paragraph(words.until(writeDate(poll.deadline, language), poll.minutes)),
    list(poll.days.map(({ when }) => ({ text: at(when, language) }))),
    buttons(
      { ...pollButton('meeting.answer', poll.id, words.answer), style: 'primary' },
      pollButton('meeting.poll', poll.id, words.table),
    ),
  )
}

export type PollRow = {
  name: string
  required: boolean
  marks: Marks | undefined
  comment: string | undefined
}

/** Table of people by days, as it stands. */
export const pollTableCard = (
  poll: PollView,
  rows: PollRow[],
  toDo: Button[],
  { language, text }: Words,
): Card => {
  const words = text.polls.table
  const mark = (marks: Marks | undefined, position: number) => text.polls.marks[marks?.[position] ?? 'silent']
  return card(
    'poll.table',
    words.heading(poll.title),
    table(
      [words.name, ...poll.days.map(({ when }) => at(when, language))],
      [
        ...rows.map(({ name, required, marks }) => [
          required ? words.required(name) : name,
          ...poll.days.map(({ position }) => mark(marks, position)),
        ]),
        [words.total, ...poll.days.map(({ all }) => words.count(all.yes, all.ifNeeded, all.no))],
      ],
    ),
    list(rows.map(({ name, comment }) => comment !== undefined && { text: words.comment(name, comment) })),
    note(words.note),
    buttons(toDo),
  )
}

export const pollListCard = (items: ListItem[], { text }: Words): Card => {
  const words = text.polls.list
  return items.length === 0
    ? card('poll.list', words.none, note(words.noneNext))
    : card('poll.list', words.heading, list(items))
}

/** Why this day: `ほかの日より◯が多いため。必須…` */
export const pollReason = (
  { required, all }: DayCount,
  because: BestDay['because'],
  text: Catalogue,
): string => {
  const words = text.polls.reason
  const people = required.yes + required.ifNeeded + required.no + required.silent
  const counts = present(
    people > 0 && words.required(people, required.yes, required.ifNeeded, required.no),
    words.all(all.yes, all.ifNeeded, all.no, all.silent),
  )
  return words.line(words.because[because], counts.join(words.separator))
}

/** Proposes a day to the organiser, with its reason, or another. */
export const pollDecideCard = (
  poll: PollView,
  best: BestDay,
  days: (PollView['days'][number] & { clashes: boolean })[],
  { language, text }: Words,
  heading = text.polls.decide.heading(poll.title),
): Card => {
  const words = text.polls.decide
  const take = (label: string, when: Temporal.ZonedDateTime, position: number): Button => ({
    ...pollButton('meeting.decide', poll.id, label, { day: String(position) }),
    confirm: { question: words.question(at(when, language)), yes: words.yes, no: words.no },
  })
  const detail = ({ all, clashes }: { all: DayCount['all']; clashes: boolean }) =>
    present<string>(text.polls.table.count(all.yes, all.ifNeeded, all.no), clashes && words.clashes).join(
      '\n',
    )
  return card(
    'poll.decide',
    heading,
    days
      .filter(({ position }) => position === best.position)
      .map(
        ({ when, position, ...day }): Parts => [
          paragraph(words.best(at(when, language))),
          paragraph(pollReason(best, best.because, text)),
          day.clashes && paragraph(words.clashes),
          buttons({ ...take(words.take, when, position), style: 'primary' }),
        ],
      ),
    list(
      days
        .filter(({ position }) => position !== best.position)
        .map((day) => ({
          text: at(day.when, language),
          detail: detail(day),
          button: take(words.other, day.when, day.position),
        })),
    ),
  )
}

/** Tells everybody asked how a poll ended. */
export const pollResultCard = (
  poll: Pick<PollView, 'title' | 'body' | 'minutes'>,
  result: { when: Temporal.ZonedDateTime; reason: string } | undefined,
  { language, text }: Words,
): Card => {
  const words = text.polls.result
  if (!result) return card('poll.withdrawn', words.withdrawn(poll.title), note(words.withdrawnNext))
  return card(
    'poll.decided',
    words.decided(poll.title, at(result.when, language)),
    paragraph(words.length(poll.body, poll.minutes)),
    paragraph(result.reason),
  )
}
