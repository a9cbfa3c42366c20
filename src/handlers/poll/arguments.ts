import { z } from 'zod'
import { type PollContext, pollContext } from '../../actions/poll/poll-facts.ts'
import { type Card, card } from '../../bot/card.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { mayOpenPollOf, mayOrganisePoll, maySeePoll } from '../../domain/poll/permission.ts'
import { livePolls, lockPoll, pollById } from '../../store/poll/polls.ts'
import { askAgain, refuse } from '../answer.ts'
import { type Argument, argument, carried, carriedId, entityArgument } from '../arguments.ts'
import type { Call } from '../call.ts'
import { refused } from '../meeting/arguments.ts'
import { bodyArgument } from '../region/arguments.ts'

/** A poll by its id on a button, of those it asks and of who organises it. */
const pollReadBy = (read: typeof pollById) =>
  entityArgument<PollContext>({
    find: async ({ scope, region }, id) => {
      const poll = await read(scope, id)
      return poll && pollContext(scope, region, poll)
    },
    subject: ({ poll }) => ['poll', poll.id],
    see: maySeePoll,
    change: mayOrganisePoll,
    gone: ({ text: { polls: words } }) => refused(words.gone, words.goneNext),
    notYours: ({ text }) => refused(text.polls.notOrganiser),
  })

/** Refuses an ended poll with how it ended. */
const overCard = ({ region, language, text }: Call, { poll, days }: PollContext): Card | undefined => {
  const words = text.polls.over
  if (poll.state === 'withdrawn') return refused(words.withdrawn(poll.title))
  if (poll.state !== 'decided') return undefined
  const day = days.find(({ position }) => position === poll.decidedDay)
  const when = day?.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime()
  return refused(words.decided(poll.title, when ? writeDateTime(when, language) : ''), words.decidedNext)
}

const { toSee: anyPoll } = pollReadBy(pollById)

/** A poll whose answers the asker may see, also when it is over. */
export const pollToSee = anyPoll

/** A poll that asks the asker, and is not over. */
export const pollToAnswer = anyPoll.unless((call, context) => {
  const { polls: words } = call.text
  if (!context.asked.includes(call.asker.memberId)) return refused(words.answer.notAsked(context.bodyName))
  return context.poll.state === 'draft' ? refused(words.gone, words.goneNext) : overCard(call, context)
})

/** A poll to work on, not over. Locks its row until the transaction ends, so that two people do not both decide. */
const pollToOrganise = pollReadBy(lockPoll).toChange.unless(overCard)

/** The same as a draft, before anybody was asked. */
export const draftToOrganise = pollToOrganise.unless(({ text }, { poll }) =>
  poll.state === 'draft' ? undefined : refused(text.polls.draft.already),
)

/** The poll of a button, or the latest that the asker began. */
export const ownPollArgument: Argument<PollContext> = argument({
  options: { poll: carriedId },
  resolve: async (call, { poll }) => {
    const { noneToDecide, list } = call.text.polls
    const isOwn = ({ organiserId }: { organiserId: string }) => organiserId === call.asker.memberId
    const id = poll ?? (await livePolls(call.scope)).find(isOwn)?.id
    if (id === undefined) throw refuse(refused(noneToDecide, list.noneNext))
    return pollToOrganise.find(call, id)
  },
})

/** A day that a poll offers, by its position. */
export const carriedDay = carried(z.coerce.number().int().min(1))

type Body = Call['region']['bodies'][number]

const possibleBodies = (call: Call): Body[] =>
  call.region.bodies.filter((body) => mayOpenPollOf(call.asker, body, call.region))

/** The body named; by default the only one possible. */
export const pollBodyArgument = bodyArgument({
  may: mayOpenPollOf,
  absent: (call) => {
    const possible = possibleBodies(call)
    if (possible.length > 1) throw askAgain(whichBodyCard(possible, call))
    return possible[0]
  },
  unknown: ({ text }, typed) => {
    const words = text.polls.find
    return typed === undefined ? refused(words.none, words.noneNext) : refused(words.noBody(typed))
  },
  notYours: ({ text: { polls } }, { name }) => refused(polls.find.notYours(name), polls.find.notYoursNext),
})

const whichBodyCard = (bodies: readonly Body[], { text }: Call): Card =>
  card('poll.which-body', text.polls.find.which, {
    part: 'select',
    label: text.polls.find.whichLabel,
    press: { command: 'meeting.find', options: {} },
    option: 'body',
    choices: bodies.map(({ id, name }) => ({ value: id, label: name })),
  })
