import type { Button, Card, ListItem, Part } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { writeDate, writeDateTime } from '../../domain/calendar/write-date.ts'
import type { BestDay, DayCount, Marks } from '../../domain/poll/choose-day.ts'
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
): Button => ({ label, press: { command, options: { poll, ...more } } })

const card = (tag: string, heading: string, ...parts: Part[]): Card => ({
  tag,
  summary: heading,
  parts: [{ part: 'heading', text: heading }, ...parts],
})

/** For its organiser: the days before anybody is asked. */
export const pollDraftCard = (poll: PollView, { language, text }: Words): Card => {
  const words = text.polls
  const required = poll.required.join(text.answers.listSeparator)
  return card(
    'poll.draft',
    words.draft.heading(poll.title),
    {
      part: 'fields',
      fields: [
        { label: words.fields.body, value: poll.body },
        { label: words.fields.length, value: words.fields.minutes(poll.minutes) },
        { label: words.fields.deadline, value: writeDate(poll.deadline, language) },
        { label: words.fields.required, value: required === '' ? words.fields.nobody : required },
        { label: words.fields.atDeadline, value: words.find.itself[poll.decidesItself ? 'yes' : 'no'] },
      ],
    },
    {
      part: 'list',
      items: poll.days.map(({ position, when }) => ({
        text: at(when, language),
        button: pollButton('meeting.dropday', poll.id, words.draft.drop, { day: String(position) }),
      })),
    },
    {
      part: 'buttons',
      buttons: [
        { ...pollButton('meeting.ask', poll.id, words.draft.ask), style: 'primary' },
        pollButton('meeting.withdraw', poll.id, words.draft.withdraw),
      ],
    },
    { part: 'note', text: words.draft.next },
  )
}

/** To somebody who is asked. */
export const pollCard = (poll: PollView, { language, text }: Words): Card => {
  const words = text.polls.message
  return card(
    'poll.asked',
    words.heading(poll.title),
    { part: 'text', text: words.by(poll.organiser, poll.body) },
    { part: 'text', text: words.until(writeDate(poll.deadline, language), poll.minutes) },
    { part: 'list', items: poll.days.map(({ when }) => ({ text: at(when, language) })) },
    {
      part: 'buttons',
      buttons: [
        { ...pollButton('meeting.answer', poll.id, words.answer), style: 'primary' },
        pollButton('meeting.poll', poll.id, words.table),
      ],
    },
  )
}

export type PollRow = {
  name: string
  required: boolean
  marks: Marks | undefined
  comment: string | undefined
}

/** People by days, as it stands. */
export const pollTableCard = (
  poll: PollView,
  rows: PollRow[],
  buttons: Button[],
  { language, text }: Words,
): Card => {
  const words = text.polls.table
  const mark = (marks: Marks | undefined, position: number) => text.polls.marks[marks?.[position] ?? 'silent']
  const comments = rows.flatMap(({ name, comment }) =>
    comment === undefined ? [] : [{ text: words.comment(name, comment) }],
  )
  return card(
    'poll.table',
    words.heading(poll.title),
    {
      part: 'table',
      columns: [words.name, ...poll.days.map(({ when }) => at(when, language))],
      rows: [
        ...rows.map(({ name, required, marks }) => [
          required ? words.required(name) : name,
          ...poll.days.map(({ position }) => mark(marks, position)),
        ]),
        [words.total, ...poll.days.map(({ all }) => words.count(all.yes, all.ifNeeded, all.no))],
      ],
    },
    ...(comments.length > 0 ? [{ part: 'list' as const, items: comments }] : []),
    { part: 'note', text: words.note },
    ...(buttons.length > 0 ? [{ part: 'buttons' as const, buttons }] : []),
  )
}

export const pollListCard = (items: ListItem[], { text }: Words): Card => {
  const words = text.polls.list
  return items.length === 0
    ? card('poll.list', words.none, { part: 'note', text: words.noneNext })
    : card('poll.list', words.heading, { part: 'list', items })
}

/** Why this day: `ほかの日より◯が多いため。必須…` */
export const pollReason = (
  { required, all }: DayCount,
  because: BestDay['because'],
  text: Catalogue,
): string => {
  const words = text.polls.reason
  const people = required.yes + required.ifNeeded + required.no + required.silent
  const counts = [
    ...(people > 0 ? [words.required(people, required.yes, required.ifNeeded, required.no)] : []),
    words.all(all.yes, all.ifNeeded, all.no, all.silent),
  ]
  return words.line(words.because[because], counts.join(words.separator))
}

/** To the organiser: the proposed day with its reason, or another. */
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
    [text.polls.table.count(all.yes, all.ifNeeded, all.no), ...(clashes ? [words.clashes] : [])].join('\n')
  return card(
    'poll.decide',
    heading,
    ...days
      .filter(({ position }) => position === best.position)
      .flatMap(({ when, position, ...day }): Part[] => [
        { part: 'text', text: words.best(at(when, language)) },
        { part: 'text', text: pollReason(best, best.because, text) },
        ...(day.clashes ? [{ part: 'text' as const, text: words.clashes }] : []),
        { part: 'buttons', buttons: [{ ...take(words.take, when, position), style: 'primary' }] },
      ]),
    {
      part: 'list',
      items: days
        .filter(({ position }) => position !== best.position)
        .map((day) => ({
          text: at(day.when, language),
          detail: detail(day),
          button: take(words.other, day.when, day.position),
        })),
    },
  )
}

/** How a poll ended, to everybody asked. */
export const pollResultCard = (
  poll: PollView,
  result: { when: Temporal.ZonedDateTime; reason: string } | undefined,
  { language, text }: Words,
): Card => {
  const words = text.polls.result
  if (!result)
    return card('poll.withdrawn', words.withdrawn(poll.title), { part: 'note', text: words.withdrawnNext })
  return card(
    'poll.decided',
    words.decided(poll.title, at(result.when, language)),
    { part: 'text', text: words.length(poll.body, poll.minutes) },
    { part: 'text', text: result.reason },
  )
}
