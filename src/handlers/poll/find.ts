import { busyTimes, pollContext, usualSpan } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import { pollDraftCard } from '../../cards/poll/poll.ts'
import { isBusinessDay } from '../../domain/calendar/working-calendar.ts'
import { writeDate } from '../../domain/calendar/write-date.ts'
import { offerDays } from '../../domain/poll/offer-days.ts'
import { closesAt, firstOfferable } from '../../domain/poll/poll-times.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { memberName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { draftPoll } from '../../store/poll/polls.ts'
import { fieldFaults, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice, choices, date, shortText, wholeNumber } from '../fields.ts'
import { pollBodyArgument } from './arguments.ts'

const MOST_DAYS = 6
const FARTHEST_DAYS = 120

/** `/meeting find [body]`: candidate days from the calendar, for a poll of everybody on the body's roster. */
export const findDay = command('meeting.find', {
  permission: 'poll.open',
  args: { body: pollBodyArgument },
  form: {
    title: shortText({ maxLength: 40 }),
    minutes: wholeNumber({ min: 15, max: 480 }),
    from: date(),
    to: date(),
    deadline: date(),
    required: choices(),
    itself: choice({ values: ['yes', 'no'], labels: (t) => t.polls.find.itself }),
  },
  open: ({ args: { body }, words, region, today }) => {
    const { deadline, from, to } = usualSpan(region, today)
    const days = { from: from.toString(), to: to.toString(), deadline: deadline.toString() }
    const required = rosterOf(region, body.id, today).map((id) => ({
      value: id,
      label: memberName(region, id),
    }))
    return {
      intro: words.intro(body.name),
      initial: { minutes: '90', ...days, itself: 'no' },
      choices: { required },
    }
  },
  submit: async ({ args: { body }, values, words, ...call }) => {
    const { scope, region, asker, now, language, text } = call
    const { title, minutes, from, to, required, deadline } = values
    const faults = { ...spanFaults(call, values), required: rosterFault(call, body.id, required) }
    if (Object.values(faults).some((why) => why !== undefined)) throw fieldFaults(faults)
    const start = from.toZonedDateTime(region.timeZone).toInstant()
    const end = to.add({ days: 1 }).toZonedDateTime(region.timeZone).toInstant()
    const busy = await busyTimes(scope, region, { bodyId: body.id, required }, start, end)
    const offer = offerDays(calendarOf(region), { from, to, minutes, most: MOST_DAYS }, busy)
    if (!offer.ok)
      throw fieldFaults(
        offer.why === 'too-long' ? { minutes: words.tooLong(offer.longest) } : { to: words[offer.why] },
      )
    const decidesItself = values.itself === 'yes'
    const wanted = { title, bodyId: body.id, durationMinutes: minutes, required, deadline, decidesItself }
    const poll = await draftPoll(scope, { ...wanted, organiserId: asker.memberId }, offer.days, now)
    const context = await pollContext(scope, region, poll)
    return say(pollDraftCard(pollView(region, context), { language, text }))
  },
})

type Spans = { from: Temporal.PlainDate; to: Temporal.PlainDate; deadline: Temporal.PlainDate }

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0

const spanFaults = (call: Call, { from, to, deadline }: Spans): Record<string, string | undefined> => {
  const { region, today, now, language, text } = call
  const words = text.commands.meeting.find
  const calendar = calendarOf(region)
  const usual = writeDate(usualSpan(region, today).deadline, language)
  const last = today.add({ days: FARTHEST_DAYS })
  const first = firstOfferable(calendar, deadline)
  const faults: Record<string, string> = {}
  if (!isBusinessDay(calendar, deadline)) faults.deadline = words.deadlineClosed(usual)
  if (Temporal.Instant.compare(closesAt(calendar, deadline), now) <= 0) faults.deadline = words.deadlinePast
  if (isBefore(from, today)) faults.from = words.past
  else if (first && isBefore(from, first)) faults.from = words.tooSoon(writeDate(first, language))
  if (isBefore(to, from)) faults.to = words.endBeforeStart
  else if (isBefore(last, to)) faults.to = words.tooFar(writeDate(last, language))
  return faults
}

/** Refuses somebody who left the roster while the form was open. */
const rosterFault = (
  { region, text, today }: Call,
  bodyId: string,
  required: readonly string[],
): string | undefined => {
  const roster = rosterOf(region, bodyId, today)
  const strangers = required.filter((id) => !roster.includes(id)).map((id) => memberName(region, id))
  return strangers.length === 0
    ? undefined
    : text.commands.meeting.find.notAsked(strangers.join(text.answers.listSeparator))
}
