import { busyTimes, pollContext, usualSpan } from '../../actions/poll/poll-facts.ts'
import { meetsRegularly } from '../../actions/poll/poll-meeting.ts'
import { MOST_DAYS, offerDays } from '../../domain/poll/offer-days.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { draftPoll } from '../../store/poll/polls.ts'
import { fieldFaults, say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { choice, choices, date, shortText, wholeNumber } from '../fields.ts'
import { pollBodyArgument } from './arguments.ts'
import { spanFaults } from './day-faults.ts'
import { draftCard } from './draft-card.ts'

/** `/meeting find [body]`: candidate days from the calendar, for a poll of everybody on the body's roster. */
export const findDay = command('meeting.find', {
  permission: 'poll.open',
  args: { body: pollBodyArgument },
  form: {
    title: shortText({ maxLength: 40 }),
    meets: choice({ values: ['meeting', 'preparatory'], labels: (t) => t.polls.find.meets }),
    minutes: wholeNumber({ min: 15, max: 480 }),
    from: date(),
    to: date(),
    deadline: date(),
    required: choices(),
    itself: choice({ values: ['yes', 'no'], labels: (t) => t.polls.find.itself }),
  },
  open: ({ args: { body }, words, region, today }) => {
    const kind = usuallyMeets(region, body.id)
    const { deadline, from, to } = usualSpan(region, today)
    const days = { from: from.toString(), to: to.toString(), deadline: deadline.toString() }
    const required = rosterOf(region, body.id, today).map((id) => ({
      value: id,
      label: memberName(region, id),
    }))
    return {
      intro: kind === 'meeting' ? words.intro(body.name) : words.introGroups(body.name),
      initial: { meets: kind, minutes: '90', ...days, itself: 'no' },
      choices: { required },
    }
  },
  submit: async ({ args: { body }, values, words, ...call }) => {
    const { scope, region, asker, now } = call
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
    const preparatory = values.meets === 'preparatory'
    const asked = { title, bodyId: body.id, durationMinutes: minutes, required, deadline }
    const wanted = { ...asked, decidesItself, preparatory, organiserId: asker.memberId }
    const poll = await draftPoll(scope, wanted, offer.days, now)
    return say(await draftCard(call, await pollContext(scope, region, poll)))
  },
})

/** An ordinary meeting; of a body that meets in groups alone, a talk. */
const usuallyMeets = (region: Region, bodyId: string): 'meeting' | 'preparatory' =>
  region.series.some(({ body }) => body === bodyId) && !meetsRegularly(region, bodyId)
    ? 'preparatory'
    : 'meeting'

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
