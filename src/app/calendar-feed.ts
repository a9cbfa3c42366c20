import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { feedMeetings } from '../actions/calendar/feed-meetings.ts'
import { calendarText } from '../documents/calendar.ts'
import type { Clock } from '../domain/calendar/clock.ts'
import { sourceOf } from '../observability/known-host.ts'
import { feedOf } from '../store/calendar/calendar-feeds.ts'
import type { Database } from '../store/engine/database.ts'
import { loadRegion } from '../store/region/regions.ts'

const ADDRESS = /^\/calendar\/([a-z][a-z0-9-]{0,63})\/([\w-]{43})\.ics$/

/** Rate limits in a window. Calendar programs poll every few minutes to hours, so more than this is no calendar. */
const WINDOW_MINUTES = 10
const MOST_OF_ONE = 60
/** Addresses tried in vain from one source; a right one is never counted, and answers as before. */
const MOST_IN_VAIN = 60
const MOST_COUNTED = 20_000

/** Serves private calendars at /calendar/: the secret address is the only credential. */
export const calendarFeed = ({ database, clock }: { database: Database; clock: Clock }): Hono => {
  const app = new Hono()
  const [asked, inVain] = [counts(MOST_COUNTED), counts(MOST_COUNTED)]
  app.get('/calendar/*', async (c) => {
    const now = clock.now()
    const [, regionId = '', token = ''] = ADDRESS.exec(c.req.path) ?? []
    // The address is a credential: never tell which part of it was wrong.
    const tooMany = () => c.text('Too many requests', 429, { 'retry-after': String(WINDOW_MINUTES * 60) })
    const gone = () =>
      inVain(sourceOf(c), now) > MOST_IN_VAIN
        ? tooMany()
        : c.text('Not found', 404, { 'cache-control': 'no-store' })
    if (token === '') return gone()
    const ics = await database.inRegion(regionId, async (scope) => {
      const owner = await feedOf(scope, token)
      if (!owner) return undefined
      // Counted only now: made-up tokens must not use up the memory of the right ones.
      if (asked(token, now) > MOST_OF_ONE) return 'too-many' as const
      const region = await loadRegion(scope)
      const feed = await feedMeetings(scope, region, owner, now)
      return feed && calendarText(feed.name, feed.meetings)
    })
    if (ics === undefined) return gone()
    if (ics === 'too-many') return tooMany()
    const etag = `"${createHash('sha256').update(ics).digest('base64url').slice(0, 27)}"`
    const headers = {
      etag,
      'cache-control': 'private, max-age=300, must-revalidate',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    }
    const known = (c.req.header('if-none-match') ?? '')
      .split(',')
      .map((one) => one.trim().replace(/^W\//, ''))
    if (known.includes(etag)) return c.body(null, 304, headers)
    return c.body(ics, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' })
  })
  return app
}

/** Counts the requests of each name in a window, in bounded memory: a name beyond the bound counts as its first. */
const counts = (most: number) => {
  let window = -1
  const seen = new Map<string, number>()
  return (name: string, now: Temporal.Instant): number => {
    const at = Math.floor(now.epochMilliseconds / (WINDOW_MINUTES * 60_000))
    if (at !== window) seen.clear()
    window = at
    const count = (seen.get(name) ?? 0) + 1
    if (seen.has(name) || seen.size < most) seen.set(name, count)
    return count
  }
}
