import { z } from 'zod'
import { type PollFile, pollFile } from '../../actions/poll/poll-facts.ts'
import { refusalCard } from '../../cards/answer.ts'
import { writeDateTime } from '../../domain/calendar/write-date.ts'
import { livePolls, lockPoll, pollById } from '../../store/poll/polls.ts'
import type { BaseCall, Option, Outcome } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'

export const pollOption = idOption('required', (t) => t.commands.options.poll)
export const dayOption: Option<number> = {
  schema: z.coerce.number().int().min(1),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.day,
}

export type FoundPoll = { ok: true; file: PollFile } | { ok: false; refusal: Outcome }

export const refusedPoll = (heading: string, next?: string): { ok: false; refusal: Outcome } => ({
  ok: false,
  refusal: { kind: 'refuse', card: refusalCard('meeting.refused', heading, next) },
})

export const pollNamed = async ({ scope, region, text }: BaseCall, id: string): Promise<FoundPoll> => {
  const poll = await pollById(scope, id)
  if (!poll) return refusedPoll(text.polls.gone, text.polls.goneNext)
  return { ok: true, file: await pollFile(scope, region, poll) }
}

/** Why an ended poll is over. */
export const overPoll = (
  { region, language, text }: BaseCall,
  { poll, days }: PollFile,
): { ok: false; refusal: Outcome } | undefined => {
  const words = text.polls.over
  if (poll.state === 'withdrawn') return refusedPoll(words.withdrawn(poll.title))
  if (poll.state !== 'decided') return undefined
  const day = days.find(({ position }) => position === poll.decidedDay)
  const when = day?.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDateTime()
  return refusedPoll(words.decided(poll.title, when ? writeDateTime(when, language) : ''), words.decidedNext)
}

export const organises = ({ asker }: Pick<BaseCall, 'asker'>, { poll }: PollFile): boolean =>
  poll.organiserId === asker.memberId || asker.roles.includes('coordinator')

/** The poll named, or the only one of the asker's; held, and not over. */
export const ownPoll = async (call: BaseCall, id: string | undefined): Promise<FoundPoll> => {
  const { scope, region, asker, text } = call
  const words = text.polls
  const own = (await livePolls(scope)).filter(({ organiserId }) => organiserId === asker.memberId)
  const chosen = id ?? own[0]?.id
  if (chosen === undefined) return refusedPoll(words.noneToDecide, words.list.noneNext)
  const poll = await lockPoll(scope, chosen)
  if (!poll) return refusedPoll(words.gone, words.goneNext)
  const file = await pollFile(scope, region, poll)
  if (!organises(call, file)) return refusedPoll(words.notOrganiser)
  return overPoll(call, file) ?? { ok: true, file }
}
