import { busyTimes, pollFile, seriesFor, usualSpan } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import { refusalCard } from '../../cards/answer.ts'
import { pollDraftCard } from '../../cards/poll/poll.ts'
import { isBusinessDay } from '../../domain/calendar/working-calendar.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { offerDays } from '../../domain/poll/offer-days.ts'
import { closesAt, firstOfferable } from '../../domain/poll/poll-times.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { memberName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { draftPoll } from '../../store/poll/polls.ts'
import { bodyOption } from '../calendar/whose.ts'
import { dateText } from '../fields.ts'
import { type BaseCall, command, type Outcome } from '../legacy/command.ts'
import { choice, choices, date, shortText, wholeNumber } from '../legacy/field.ts'

const MOST_DAYS = 6
const FARTHEST_DAYS = 120

/** `/meeting find [body]`: candidate days from the calendar, for a poll of everybody on the body's roster. */
export const findDay = command({
  id: 'meeting.find',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.find.verb,
    description: (t) => t.commands.meeting.find.description,
  },
  permission: 'poll.open',
  options: { body: { ...bodyOption, words: (t) => t.commands.options.pollBody } },
  form: {
    title: (t) => t.polls.find.title,
    submit: (t) => t.polls.find.submit,
    fields: {
      title: shortText<string>({ words: (t) => t.polls.find.fields.title, maxLength: 40 }),
      minutes: wholeNumber({ words: (t) => t.polls.find.fields.minutes, min: 15, max: 480 }),
      from: date({ words: (t) => t.polls.find.fields.from, schema: dateText }),
      to: date({ words: (t) => t.polls.find.fields.to, schema: dateText }),
      deadline: date({ words: (t) => t.polls.find.fields.deadline, schema: dateText }),
      required: choices<string>({ words: (t) => t.polls.find.fields.required }),
      itself: choice({
        words: (t) => t.polls.find.fields.itself,
        values: ['yes', 'no'] as const,
        labels: (t) => t.polls.find.itself,
      }),
    },
  },
  run: async (call) => {
    const { region, today, text } = call
    const which = bodyFor(call, call.options.body)
    if (!which.ok) return which.outcome
    const { deadline, from, to } = usualSpan(region, today)
    return {
      kind: 'ask',
      open: {
        options: { body: which.body.id },
        intro: text.polls.find.intro(which.body.name),
        initial: {
          minutes: '90',
          from: from.toString(),
          to: to.toString(),
          deadline: deadline.toString(),
          itself: 'no',
        },
        choices: {
          required: rosterOf(region, which.body.id).map((id) => ({
            value: id,
            label: memberName(region, id),
          })),
        },
      },
    }
  },
  submit: async (call) => {
    const { scope, region, values, asker, now, language, text } = call
    const which = bodyFor(call, call.options.body)
    if (!which.ok) return which.outcome
    const bodyId = which.body.id
    const faults = spanFaults(call, values)
    const roster = rosterOf(region, bodyId)
    const strangers = values.required.filter((id) => !roster.includes(id))
    if (strangers.length > 0)
      faults.required = text.polls.find.notAsked(
        strangers.map((id) => memberName(region, id)).join(text.answers.listSeparator),
      )
    if (Object.keys(faults).length > 0) return { kind: 'correct', faults: { fields: faults } }
    const { title, minutes, from, to, required, deadline } = values
    const start = from.toZonedDateTime(region.timeZone).toInstant()
    const end = to.add({ days: 1 }).toZonedDateTime(region.timeZone).toInstant()
    const busy = await busyTimes(scope, region, { bodyId, required }, start, end)
    const offer = offerDays(calendarOf(region), { from, to, minutes, most: MOST_DAYS }, busy)
    if (!offer.ok) {
      const words = text.polls.find
      const fault: Record<string, string> =
        offer.why === 'too-long' ? { minutes: words.tooLong(offer.longest) } : { to: words[offer.why] }
      return { kind: 'correct', faults: { fields: fault } }
    }
    const wanted = {
      title,
      bodyId,
      organiserId: asker.memberId,
      durationMinutes: minutes,
      required,
      deadline,
      decidesItself: values.itself === 'yes',
    }
    const poll = await draftPoll(scope, wanted, offer.days, now)
    const file = await pollFile(scope, region, poll)
    return { kind: 'say', card: pollDraftCard(pollView(region, file), { language, text }) }
  },
})

type Spans = { from: Temporal.PlainDate; to: Temporal.PlainDate; deadline: Temporal.PlainDate }

const spanFaults = (
  { region, today, now, language, text }: BaseCall,
  { from, to, deadline }: Spans,
): Record<string, string> => {
  const words = text.polls.find
  const calendar = calendarOf(region)
  const before = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0
  const usual = writeDate(usualSpan(region, today).deadline, language)
  const last = today.add({ days: FARTHEST_DAYS })
  const first = firstOfferable(calendar, deadline)
  const faults: Record<string, string> = {}
  if (!isBusinessDay(calendar, deadline)) faults.deadline = words.deadlineClosed(usual)
  if (Temporal.Instant.compare(closesAt(calendar, deadline), now) <= 0) faults.deadline = words.deadlinePast
  if (before(from, today)) faults.from = words.past
  else if (first && before(from, first)) faults.from = words.tooSoon(writeDate(first, language))
  if (before(to, from)) faults.to = words.endBeforeStart
  else if (before(last, to)) faults.to = words.tooFar(writeDate(last, language))
  return faults
}

type Body = BaseCall['region']['bodies'][number]

/** The body named or the only one possible; otherwise the question which. */
const bodyFor = (
  { region, asker, text }: BaseCall,
  typed: string | undefined,
): { ok: true; body: Body } | { ok: false; outcome: Outcome } => {
  const words = text.polls.find
  const refuse = (heading: string, next?: string) => ({
    ok: false as const,
    outcome: { kind: 'refuse', card: refusalCard('meeting.refused', heading, next) } satisfies Outcome,
  })
  const mine = ({ id }: Body) =>
    asker.roles.includes('coordinator') || rosterOf(region, id).includes(asker.memberId)
  const possible = region.bodies.filter((body) => mine(body) && seriesFor(region, body.id).length > 0)
  if (typed !== undefined) {
    const body = region.bodies.find(({ id, name }) => id === typed || name === typed)
    if (!body) return refuse(words.noBody(typed))
    if (!mine(body)) return refuse(words.notYours(body.name), words.notYoursNext)
    if (seriesFor(region, body.id).length > 0) return { ok: true, body }
    const names = possible.map(({ name }) => name).join(text.answers.listSeparator)
    return refuse(words.noSeries(body.name), words.noSeriesNext(names))
  }
  const [only, ...more] = possible
  if (!only) return refuse(words.none, words.noneNext)
  if (more.length === 0) return { ok: true, body: only }
  const choicesOf = possible.map(({ id, name }) => ({ value: id, label: name }))
  const press = { command: 'meeting.find', options: {} }
  return {
    ok: false,
    outcome: {
      kind: 'say',
      card: {
        tag: 'poll.which-body',
        summary: words.which,
        parts: [
          { part: 'heading', text: words.which },
          { part: 'select', label: words.whichLabel, press, option: 'body', choices: choicesOf },
        ],
      },
    },
  }
}
