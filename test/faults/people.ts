import { setTimeout as pause } from 'node:timers/promises'
import { submitted } from '../support/discord-driver.ts'
import type { Act } from '../support/fake-discord/events.ts'
import type { FakeDiscord } from '../support/fake-discord.ts'
import type { Payload } from '../support/fake-slack/payloads.ts'
import type { Acknowledged } from '../support/fake-slack/wire.ts'
import type { FakeSlack } from '../support/fake-slack.ts'
import { typeInto } from '../support/slack-driver.ts'

/** What a person writes into the form of `/followup add`. */
export type Typed = { what: string; dueOn: string }

/**
 * People who do not give up: where the platform says that something went wrong, they press again, as its window with
 * what they typed is still open. `asks` comes back once the platform showed that the form was taken.
 */
export type Person = {
  asks(user: string, typed: Typed): Promise<void>
}

const LOOK_MS = 20
const PATIENCE_MS = 5_000
const MOST_TRIES = 60
const BEFORE_NEXT_TRY_MS = 250

const seenWithin = async <Value>(ms: number, look: () => Value | undefined): Promise<Value | undefined> => {
  for (let waited = 0; waited < ms; waited += LOOK_MS) {
    const value = look()
    if (value !== undefined) return value
    await pause(LOOK_MS)
  }
  return undefined
}

const untilDone = async <Value>(what: string, attempt: () => Promise<Value | undefined>): Promise<Value> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const value = await attempt()
    if (value !== undefined) return value
    await pause(BEFORE_NEXT_TRY_MS)
  }
  throw new Error(`${what}: nothing came of it in ${MOST_TRIES} tries`)
}

/** How what people do arrives. `muddled`: twice, and what came before it once more after it. */
export type Arrival = 'once' | 'muddled'

export const slackPerson = (fake: FakeSlack, address: () => string | undefined, arrival: Arrival): Person => {
  const before: Payload[] = []
  const send = (payload: Payload): Promise<Acknowledged | undefined> => {
    const target = address()
    if (target === undefined) return Promise.resolve(undefined)
    fake.deliverTo(target)
    return fake.deliver(payload).catch(() => undefined)
  }
  const deliver = async (payload: Payload): Promise<Acknowledged | undefined> => {
    const arriving = arrival === 'muddled' ? [payload, payload, ...before.splice(0)] : [payload]
    const [answer] = await Promise.all(arriving.map(send))
    before.push(payload)
    return answer === 'late' || answer?.status !== 200 ? undefined : answer
  }
  const formOf = (user: string) =>
    [...fake.views.values()].find((view) => view.user === user && view.callback_id === 'form')
  return {
    asks: async (user, { what, dueOn }) => {
      const view = await untilDone(`${user} opens the form in Slack`, async () => {
        const acknowledged = await deliver(fake.command(user, '/followup add', fake.directChannel(user)))
        return acknowledged && seenWithin(PATIENCE_MS, () => formOf(user))
      })
      const values = typeInto(view, { what, dueOn })
      await untilDone(`${user} submits the form in Slack`, async () => {
        const acknowledged = await deliver(fake.submission(view, values))
        if (!acknowledged) return undefined
        const faults = fake.afterSubmission(view, acknowledged)
        if (Object.keys(faults).length > 0) throw new Error(`refused: ${JSON.stringify(faults)}`)
        fake.views.delete(view.id)
        return true
      })
    },
  }
}

export const discordPerson = (fake: FakeDiscord, arrival: Arrival): Person => {
  const before: string[] = []
  const interact = (act: Act): string => {
    const id = fake.interact(act)
    if (arrival === 'muddled') for (const again of [id, ...before.splice(0)]) fake.repeat(again)
    before.push(id)
    return id
  }
  /** Discord shows that something went wrong when there is no answer in three seconds. */
  const answered = (id: string) =>
    seenWithin(PATIENCE_MS, () => (fake.exchanges.get(id)?.callback === undefined ? undefined : true))
  return {
    asks: async (user, { what, dueOn }) => {
      const channel = fake.directChannel(user)
      const where = { user, channel, direct: true }
      const modal = await untilDone(`${user} opens the form in Discord`, async () => {
        fake.modals.delete(user)
        const options = [{ name: 'add', type: 1, options: [] }]
        await answered(
          interact({ ...where, type: 2, data: { id: '940', name: 'followup', type: 1, options } }),
        )
        return seenWithin(PATIENCE_MS, () => fake.modals.get(user))
      })
      const components = modal.components.map((one) => submitted(one, { what, dueOn }))
      await untilDone(`${user} submits the form in Discord`, () =>
        answered(interact({ ...where, type: 5, data: { custom_id: modal.custom_id, components } })),
      )
    },
  }
}
