import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { Clock } from '../../domain/calendar/clock.ts'

const COOKIE = 'tsunagi-operations'
const PATH = '/operations'
const OPEN_FOR = Temporal.Duration.from({ hours: 8 })
/** Rate limit of wrong tokens, shared by all who try, in a window. */
const MOST_IN_VAIN = 10
const WINDOW = Temporal.Duration.from({ minutes: 10 })

export type OperatorSessions = {
  isOpen(c: Context): Promise<boolean>
  enter(c: Context, typed: string): Promise<'open' | 'wrong' | 'too-many'>
  leave(c: Context): void
}

/**
 * Opens sessions of some hours for holders of the token. Stateless: the cookie is signed with a key derived from the
 * token, so every process with the same token accepts it, and changing the token ends all sessions. `secure`: by https.
 */
export const operatorSessions = (token: string, secure: boolean, clock: Clock): OperatorSessions => {
  const wanted = digestOf(token)
  // Derive the key: the token itself is a credential and signs nothing.
  const signingKey = createHash('sha256').update(`cookie of operations ${token}`).digest('hex')
  let inVain: Temporal.Instant[] = []
  const attributes = { path: PATH, httpOnly: true, sameSite: 'Strict', secure } as const
  return {
    isOpen: async (c) => {
      const until = await getSignedCookie(c, signingKey, COOKIE)
      return typeof until === 'string' && Number(until) > clock.now().epochMilliseconds
    },
    enter: async (c, typed) => {
      const now = clock.now()
      inVain = inVain.filter((at) => Temporal.Instant.compare(at.add(WINDOW), now) > 0)
      if (inVain.length >= MOST_IN_VAIN) return 'too-many'
      if (!timingSafeEqual(digestOf(typed), wanted)) {
        inVain.push(now)
        return 'wrong'
      }
      const until = now.add(OPEN_FOR)
      await setSignedCookie(c, COOKIE, String(until.epochMilliseconds), signingKey, {
        ...attributes,
        maxAge: OPEN_FOR.total('seconds'),
      })
      return 'open'
    },
    leave: (c) => void deleteCookie(c, COOKIE, attributes),
  }
}

/** Hashes to one length, as a comparison in constant time requires. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Guards against cross-site request forgery: checks that the browser names a page of our own as the origin. */
export const isOurOwn = (c: Context): boolean => {
  const site = c.req.header('sec-fetch-site')
  const origin = URL.parse(c.req.header('origin') ?? '')
  const host = c.req.header('host')?.toLowerCase()
  return (site === undefined || site === 'same-origin') && origin !== null && origin.host === host
}
