import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { retryDelivery } from '../../actions/delivery/retry-delivery.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import { catalogues } from '../../text/catalogue.ts'
import { knownHostOnly } from '../known-host.ts'
import type { Watched } from '../state.ts'
import { factsOf } from './facts.ts'
import { doorPage, type Notice, operationsPage } from './page.ts'
import { isOurOwn, operatorSessions } from './session.ts'
import type { Html, Words } from './tables.ts'

export type OperationsOptions = {
  watched: Watched
  token: string
  version: string
  /** The public URL of this bot; with https the cookie is `Secure`. */
  publicUrl: string
  /** The machine's clock, by which sessions expire. */
  clock: Clock
  /** Names, besides that of `publicUrl`, under which browsers reach the bot. */
  hosts?: readonly string[]
}

const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8')
const TIME_ZONE = 'Asia/Tokyo'
const BODY_LIMIT_BYTES = 8 * 1024
const Retry = z.object({ region: z.string().min(1), delivery: z.uuid() })
type Said = 'retried' | 'notRetried'
const isSaid = (word: string | undefined): word is Said => word === 'retried' || word === 'notRetried'

/** Serves the administrators' page at /operations: ids, counts and instants, and a retry of failed messages. */
export const operationsWeb = (options: OperationsOptions): Hono => {
  const { watched, token, version, publicUrl, clock, hosts = [] } = options
  const { enter, leave, isOpen } = operatorSessions(token, publicUrl.startsWith('https://'), clock)
  const app = new Hono().basePath('/operations')
  app.use(
    knownHostOnly([...hosts, new URL(publicUrl).hostname]),
    headers,
    bodyLimit({ maxSize: BODY_LIMIT_BYTES }),
  )
  app.get('/style.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }))

  const show = async (c: Context, words: Words, notice?: Notice) =>
    page(c, operationsPage(words, await factsOf(watched), version, TIME_ZONE, notice), 200)
  const outside = (c: Context, words: Words, status: Status, reason?: 'wrong' | 'tooMany' | 'foreign') =>
    page(c, doorPage(words, reason && { kind: 'refused', words: words.door[reason] }), status)

  app.get('/', async (c) => {
    const words = wordsIn(c.req.query('lang'))
    if (!isOpen(c)) return outside(c, words, 401)
    const said = c.req.query('said')
    const kind = said === 'retried' ? 'done' : 'refused'
    return show(c, words, isSaid(said) ? { kind, words: words.failed[said] } : undefined)
  })
  app.post('/enter', async (c) => {
    const form = await c.req.parseBody()
    const words = wordsIn(form.lang)
    if (!isOurOwn(c)) return outside(c, words, 403, 'foreign')
    const entered = enter(c, String(form.token ?? ''))
    if (entered === 'open') return c.redirect(`/operations?lang=${words.language}`, 303)
    return entered === 'wrong' ? outside(c, words, 403, 'wrong') : outside(c, words, 429, 'tooMany')
  })
  app.post('/leave', async (c) => {
    const words = wordsIn((await c.req.parseBody()).lang)
    if (!isOurOwn(c)) return outside(c, words, 403, 'foreign')
    leave(c)
    return c.redirect(`/operations?lang=${words.language}`, 303)
  })
  app.post('/retry', async (c) => {
    const form = await c.req.parseBody()
    const words = wordsIn(form.lang)
    if (!isOurOwn(c)) return outside(c, words, 403, 'foreign')
    if (!isOpen(c)) return outside(c, words, 401)
    const asked = Retry.safeParse(form)
    const said = asked.success ? await retry(watched, asked.data) : 'notRetried'
    if (said === 'away') return show(c, words, { kind: 'refused', words: words.failed.away })
    return c.redirect(`/operations?lang=${words.language}&said=${said}`, 303)
  })
  return app
}

const retry = async (
  { database, queues, clock, log }: Watched,
  { region, delivery }: z.output<typeof Retry>,
): Promise<Said | 'away'> => {
  try {
    const again = await database.inRegion(region, (scope) =>
      retryDelivery(scope, delivery, 'operations.retry', clock.now()),
    )
    if (!again) return 'notRetried'
    log.info({ region, delivery }, 'a message is tried again, as the operations page was asked to')
  } catch (error) {
    log.error({ error, region, delivery }, 'a message could not be tried again')
    return 'away'
  }
  // Best effort: while Redis is away, the next tick finds it.
  await queues.wake().catch((error: unknown) => log.debug({ error }, 'the sweep was not woken'))
  return 'retried'
}

type Status = 200 | 401 | 403 | 429
const page = async (c: Context, content: Html, status: Status): Promise<Response> =>
  c.html(await content, status, { 'cache-control': 'no-store' })

const wordsIn = (language: unknown): Words => catalogues[language === 'en' ? 'en' : 'ja'].operations

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ['data:'],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
})
