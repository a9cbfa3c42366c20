import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../domain/calendar/clock.ts'
import { sourceOf } from '../known-host.ts'

const COOKIE = 'tsunagi-operations'
const PATH = '/operations'
const OPEN_FOR = Temporal.Duration.from({ hours: 8 })
const MOST_OPEN = 100
/** Rate limit of wrong tokens from one source in a window. */
const MOST_IN_VAIN = 10
const WINDOW = Temporal.Duration.from({ minutes: 10 })
const MOST_SOURCES = 10_000

export type OperatorSessions = {
  isOpen(c: Context): boolean
  enter(c: Context, typed: string): 'open' | 'wrong' | 'too-many'
  leave(c: Context): void
}

/**
 * Opens sessions of some hours for holders of the token. They live in this process, not in the database: the page must
 * open while that is away. So a session ends with `leave`, its time or the process, whoever kept the cookie. `secure`: by
 * https.
 */
export const operatorSessions = (token: string, secure: boolean, clock: Clock): OperatorSessions => {
  const wanted = digestOf(token)
  const until = new LRUCache<string, Temporal.Instant>({ max: MOST_OPEN })
  const inVain = new LRUCache<string, readonly Temporal.Instant[]>({ max: MOST_SOURCES })
  const attributes = { path: PATH, httpOnly: true, sameSite: 'Strict', secure } as const
  const isLater = (at: Temporal.Instant) => Temporal.Instant.compare(at, clock.now()) > 0
  return {
    isOpen: (c) => {
      const ends = until.get(keyOf(getCookie(c, COOKIE)))
      return ends !== undefined && isLater(ends)
    },
    enter: (c, typed) => {
      const source = sourceOf(c)
      const recent = (inVain.get(source) ?? []).filter((at) => isLater(at.add(WINDOW)))
      if (recent.length >= MOST_IN_VAIN) return 'too-many'
      if (!timingSafeEqual(digestOf(typed), wanted)) {
        inVain.set(source, [...recent, clock.now()])
        return 'wrong'
      }
      const session = randomBytes(32).toString('base64url')
      until.set(keyOf(session), clock.now().add(OPEN_FOR))
      setCookie(c, COOKIE, session, { ...attributes, maxAge: OPEN_FOR.total('seconds') })
      return 'open'
    },
    leave: (c) => {
      until.delete(keyOf(getCookie(c, COOKIE)))
      deleteCookie(c, COOKIE, attributes)
    },
  }
}

/** Hashes a session, so that a look-up takes no time that depends on it. */
const keyOf = (session = ''): string => digestOf(session).toString('hex')

/** Hashes to one length, as a comparison in constant time requires. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Guards against cross-site request forgery: checks that the browser names a page of our own as the origin. */
export const isOurOwn = (c: Context): boolean => {
  const site = c.req.header('sec-fetch-site')
  const origin = URL.parse(c.req.header('origin') ?? '')
  const host = c.req.header('host')?.toLowerCase()
  return (site === undefined || site === 'same-origin') && origin !== null && origin.host === host
}
