import type { WebClient } from '@slack/web-api'
import { failureOf } from './errors.ts'

const REMEMBERED = 5_000
const SLACKBOT = 'USLACKBOT'

/**
 * Tells bots from people, and remembers: an account never changes from one to the other, and Slack lets us ask about
 * a hundred a minute. Somebody whom Slack does not show to us (a guest from outside) counts as a person. Throws what
 * the call throws.
 */
export const bots = (client: WebClient): ((user: string) => Promise<boolean>) => {
  const known = new Map<string, boolean>()
  return async (user) => {
    const remembered = user === SLACKBOT || known.get(user)
    if (remembered !== undefined) return remembered
    const isBot = await ask(client, user)
    if (known.size >= REMEMBERED) known.clear()
    known.set(user, isBot)
    return isBot
  }
}

const ask = async (client: WebClient, user: string): Promise<boolean> => {
  try {
    const { user: found } = await client.users.info({ user })
    return found?.is_bot === true
  } catch (error) {
    const failure = failureOf(error)
    if (failure.failure === 'refused' && failure.reason === 'no-place') return false
    throw error
  }
}
