import { decidePoll } from '../../actions/poll/decide-poll.ts'
import { openDays, pollFile } from '../../actions/poll/poll-facts.ts'
import { bestDay, decidesItself } from '../../domain/poll/choose-day.ts'
import { accountFor } from '../../domain/region/accounts.ts'
import type { Region } from '../../domain/region/region.ts'
import type { PlatformName } from '../../domain/workspace/platforms.ts'
import { addDeliveries, type NewDelivery } from '../../store/outbox/deliveries.ts'
import { lockPoll, pollById } from '../../store/poll/polls.ts'
import type { ReminderKind } from './reminder-kind.ts'

const toEach = (
  region: Region,
  running: ReadonlySet<PlatformName>,
  memberIds: readonly string[],
  message: Pick<NewDelivery, 'kind' | 'subject' | 'dueAt'>,
): NewDelivery[] =>
  memberIds.flatMap((readerId) => {
    const place = accountFor(region, readerId, running)
    return place
      ? [{ ...message, key: `${message.kind}:${message.subject}:${readerId}`, readerId, place }]
      : []
  })

/** Everybody asked gets the poll where they are. */
export const pollAsk: ReminderKind = {
  kind: 'poll-ask',
  act: async ({ scope, region, reminder, now, context }) => {
    const poll = await pollById(scope, reminder.subject)
    if (poll?.state !== 'open') return 'over'
    const { asked } = await pollFile(scope, region, poll)
    const message = { kind: 'poll', subject: poll.id, dueAt: now }
    await addDeliveries(scope, toEach(region, new Set(context.platforms.keys()), asked, message))
    return 'done'
  },
}

/** The deadline: the poll decides by itself where that was wanted and can be, else its organiser is asked to. */
export const pollDeadline: ReminderKind = {
  kind: 'poll-deadline',
  act: async ({ scope, region, reminder, now, context }) => {
    const poll = await lockPoll(scope, reminder.subject)
    if (poll?.state !== 'open') return 'over'
    const file = await pollFile(scope, region, poll)
    const free = (await openDays(scope, region, file, now)).filter(({ clashes }) => !clashes)
    const best = bestDay(free)
    if (poll.decidesItself && best && decidesItself(best)) {
      const meeting = await decidePoll(scope, region, file, best.position, { by: null, now })
      if (meeting) return 'decided'
    }
    const running = new Set(context.platforms.keys())
    const organiser = region.members.some(({ id }) => id === poll.organiserId)
    const readers = organiser
      ? [poll.organiserId]
      : region.members.filter(({ roles }) => roles.includes('coordinator')).map(({ id }) => id)
    const message = { kind: 'poll-proposal', subject: poll.id, dueAt: now }
    await addDeliveries(scope, toEach(region, running, readers, message))
    return 'proposed'
  },
}

/** How it ended, to everybody asked but the one who ended it. */
export const pollResult: ReminderKind = {
  kind: 'poll-result',
  act: async ({ scope, region, reminder, now, context }) => {
    const poll = await pollById(scope, reminder.subject)
    if (!poll) return 'gone'
    const { asked } = await pollFile(scope, region, poll)
    const readers = new Set([...asked, poll.organiserId])
    if (poll.state === 'decided' && poll.decidedBy !== null) readers.delete(poll.decidedBy)
    const message = { kind: 'poll-result', subject: poll.id, dueAt: now }
    await addDeliveries(scope, toEach(region, new Set(context.platforms.keys()), [...readers], message))
    return 'done'
  },
}
