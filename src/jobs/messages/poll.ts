import { openDays, pollFile, proposedDay } from '../../actions/poll/poll-facts.ts'
import { pollView } from '../../actions/poll/poll-view.ts'
import { refusalCard } from '../../cards/answer.ts'
import { pollCard, pollDecideCard, pollReason, pollResultCard } from '../../cards/poll/poll.ts'
import { bestDay } from '../../domain/poll/choose-day.ts'
import { pollById } from '../../store/poll/polls.ts'
import type { MessageKind } from './message-kind.ts'

/** A poll, to somebody asked, while it is open. */
export const pollMessage: MessageKind = {
  kind: 'poll',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ scope, region, delivery, language, text }) => {
    const poll = await pollById(scope, delivery.subject)
    if (poll?.state !== 'open') return { ok: false, reason: 'over' }
    const view = pollView(region, await pollFile(scope, region, poll))
    return { ok: true, card: pollCard(view, { language, text }) }
  },
}

/** The deadline has come: the proposed day, to the organiser. */
export const pollProposal: MessageKind = {
  kind: 'poll-proposal',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ scope, region, delivery, now, language, text }) => {
    const poll = await pollById(scope, delivery.subject)
    if (poll?.state !== 'open') return { ok: false, reason: 'over' }
    const file = await pollFile(scope, region, poll)
    const open = await openDays(scope, region, file, now)
    const best = proposedDay(open)
    const heading = text.polls.proposal.heading(poll.title)
    const words = text.polls.decide
    if (!best) return { ok: true, card: refusalCard('poll.decide', words.noDay, words.noDayNext) }
    const days = open.map((day) => ({ ...day, when: day.startsAt.toZonedDateTimeISO(region.timeZone) }))
    const card = pollDecideCard(pollView(region, file), best, days, { language, text }, heading)
    const silent = file.silent.map((id) => region.members.find((one) => one.id === id)?.name ?? id)
    const notes = [
      poll.decidesItself ? text.polls.proposal.notAlone : text.polls.proposal.look,
      ...(silent.length > 0 ? [text.polls.proposal.silent(silent.join(text.answers.listSeparator))] : []),
    ]
    return { ok: true, card: { ...card, parts: [...card.parts, { part: 'note', text: notes.join('\n') }] } }
  },
}

/** How it ended. */
export const pollResultMessage: MessageKind = {
  kind: 'poll-result',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ scope, region, delivery, language, text }) => {
    const poll = await pollById(scope, delivery.subject)
    if (!poll) return { ok: false, reason: 'gone' }
    const file = await pollFile(scope, region, poll)
    const view = pollView(region, file)
    if (poll.state === 'withdrawn')
      return { ok: true, card: pollResultCard(view, undefined, { language, text }) }
    const day = view.days.find(({ position }) => position === poll.decidedDay)
    if (!day) return { ok: false, reason: 'gone' }
    const best = bestDay(file.days)
    const reason =
      best?.position === day.position ? pollReason(best, best.because, text) : text.polls.reason.chosen
    return {
      ok: true,
      card: pollResultCard(view, { when: day.when, reason }, { language, text }),
      told: { meeting: 1 },
    }
  },
}
