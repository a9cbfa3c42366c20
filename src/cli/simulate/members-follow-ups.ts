import { randomUUID } from 'node:crypto'
import type { Card } from '../../bot/card.ts'
import type { FormValues } from '../../bot/form.ts'
import type { Dispatch, Reply } from '../../bot/port.ts'
import type { Press } from '../../bot/press.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Post } from './recording-platform.ts'

/** How often a reminded member does not simply finish: postponed, dropped, or left waiting. */
const LATER_EVERY = 5
const DROPPED_EVERY = 8
const LEFT_EVERY = 11
const MORE_DAYS = 14

/** Simulates members with follow-ups: they read the first reminder and act on the second. */
export const membersFollowUps = (region: Region, dispatch: Dispatch) => {
  const toldOnce = new Set<string>()
  const settled = new Map<string, number>()
  const does = async (user: string, press: Press, values?: FormValues): Promise<Reply> => {
    const account = { platform: 'practice' as const, workspace: region.id, user }
    const event = randomUUID()
    return values
      ? dispatch({ kind: 'submit', press, values, account, event })
      : dispatch({ kind: 'run', press, account, event })
  }
  const act = async (user: string, id: string, today: Temporal.PlainDate): Promise<void> => {
    const number = settled.get(id) ?? settled.size + 1
    const isFirst = !settled.has(id)
    settled.set(id, number)
    if (number % LEFT_EVERY === 0) return
    const options = { followup: id }
    const reply =
      number % DROPPED_EVERY === 0
        ? await does(
            user,
            { command: 'followup.drop', options },
            { reason: '状況が変わり、必要がなくなった。' },
          )
        : isFirst && number % LATER_EVERY === 0
          ? await does(
              user,
              { command: 'followup.extend', options },
              { dueOn: today.add({ days: MORE_DAYS }).toString(), reason: '先方の返事を待っている。' },
            )
          : await does(user, { command: 'followup.done', options }, {})
    if (reply.kind === 'correct' || (reply.kind === 'card' && reply.card.tag === 'answer.bug'))
      throw new Error(`follow-up ${id} of ${user} was not taken: ${JSON.stringify(reply)}`)
  }
  return async (posts: readonly Post[], now: Temporal.Instant): Promise<void> => {
    const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
    for (const { place, card } of posts) {
      if (!('user' in place)) continue
      for (const id of followUpsOf(card)) {
        if (toldOnce.has(id)) await act(place.user, id, today)
        toldOnce.add(id)
      }
    }
  }
}

const followUpsOf = ({ parts }: Card): string[] =>
  parts
    .flatMap((part) => (part.part === 'list' ? part.items : []))
    .flatMap(({ button }) =>
      button?.press.command === 'followup.show' ? (button.press.options.followup ?? []) : [],
    )
