import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { z } from 'zod'
import type { CommandView } from '../port.ts'
import { conversationsOf, findVisitor, type Visitor } from './access.ts'
import type { PracticeClock } from './clock-view.ts'
import { refuse } from './guard.ts'
import { type liveUpdates, type Viewer, visibleUnread } from './live.ts'
import type { PracticeMessage, PracticeStore } from './practice-store.ts'
import { type PageView, type StartView, type ThreadView, viewOf, type WorkspaceView } from './protocol.ts'
import { isPressedElsewhere, type receiver } from './receive.ts'
import {
  advanceRequest,
  interactRequest,
  liveQuery,
  pageQuery,
  readRequest,
  type SayRequest,
  sayRequest,
  startQuery,
} from './requests.ts'

type Parts = {
  store: PracticeStore
  commands: readonly CommandView[]
  clock: PracticeClock
  live: ReturnType<typeof liveUpdates>
  receive: ReturnType<typeof receiver>
}
type Env = { Variables: { visitor: Visitor } }

const PAGE = 50

/** The JSON interface of the page: what a member sees, and what they do. */
export const practiceApi = (parts: Parts): Hono => {
  const api = new Hono()
  api.get('/start', async (c) => {
    const query = parsed(startQuery, c.req.query())
    if (!query) return refuse(c, 400, 'malformed')
    const { store, commands, clock } = parts
    const [region, members, now] = await Promise.all([
      store.region(),
      store.members(query.language),
      clock.view(),
    ])
    return c.json({ region, members, commands, clock: now } satisfies StartView)
  })
  api.post('/clock/advance', async (c) => {
    const request = parsed(advanceRequest, await bodyOf(c))
    if (!request) return refuse(c, 400, 'malformed')
    const done = await parts.clock.advance(request.event, request.to)
    return done ? c.json(done) : refuse(c, 409, 'busy')
  })
  api.route('/as/:member', memberApi(parts))
  return api
}

const memberApi = (parts: Parts): Hono<Env> => {
  const api = new Hono<Env>()
  api.use(async (c, next) => {
    const visitor = await findVisitor(parts.store, c.req.param('member') ?? '')
    if (!visitor) return refuse(c, 404, 'unknown-member')
    c.set('visitor', visitor)
    return next()
  })
  api.get('/workspace', async (c) => {
    const visitor = c.get('visitor')
    const { store } = parts
    // Read the change number before the rest: what is written meanwhile comes as a change, so nothing is missed.
    const change = await store.latestChange()
    const [members, unread] = await Promise.all([
      store.members('ja'),
      visibleUnread(store, { member: visitor.member.id, sees: visitor.sees }),
    ])
    const conversations = conversationsOf(visitor, members)
    return c.json({ conversations, unread, change } satisfies WorkspaceView)
  })
  api.get('/live', (c) => live(c, c.get('visitor'), parts))
  reading(api, parts)
  writing(api, parts)
  return api
}

const reading = (api: Hono<Env>, { store }: Parts): void => {
  api.get('/messages', async (c) => {
    const query = parsed(pageQuery, c.req.query())
    const { member, sees } = c.get('visitor')
    if (!query) return refuse(c, 400, 'malformed')
    if (!sees(query.conversation)) return refuse(c, 404, 'unknown-conversation')
    const { conversation, before } = query
    const [page, readThrough] = await Promise.all([
      store.messages(conversation, { limit: PAGE, before }),
      store.readThrough(member.id, conversation),
    ])
    return c.json({ ...page, messages: page.messages.map(viewOf), readThrough } satisfies PageView)
  })
  api.get('/threads/:message', async (c) => {
    const parent = await store.message(c.req.param('message'))
    if (!parent || !c.get('visitor').sees(parent.conversation)) return refuse(c, 404, 'unknown-message')
    const replies = await store.replies(parent.id)
    return c.json({ parent: viewOf(parent), replies: replies.map(viewOf) } satisfies ThreadView)
  })
  api.post('/read', async (c) => {
    const request = parsed(readRequest, await bodyOf(c))
    const { member, sees } = c.get('visitor')
    if (!request) return refuse(c, 400, 'malformed')
    if (!sees(request.conversation)) return refuse(c, 404, 'unknown-conversation')
    await store.markRead(member.id, request.conversation, request.sequence)
    return c.json({})
  })
}

const writing = (api: Hono<Env>, { store, receive, live, clock }: Parts): void => {
  api.post('/say', async (c) => {
    const request = parsed(sayRequest, await bodyOf(c))
    const { member, sees } = c.get('visitor')
    if (!request) return refuse(c, 400, 'malformed')
    if (!sees(request.conversation)) return refuse(c, 404, 'unknown-conversation')
    if (!(await isThreadThere(store, request))) return refuse(c, 404, 'unknown-message')
    const { event, conversation, text, threadOf } = request
    const message = await store.add({
      conversation,
      author: member.id,
      threadOf,
      content: { kind: 'text', text },
      key: `say:${member.id}:${event}`,
      postedAt: clock.now(),
    })
    live.changed()
    return c.json(viewOf(message))
  })
  api.post('/interact', async (c) => {
    const request = parsed(interactRequest, await bodyOf(c))
    const { member, sees } = c.get('visitor')
    if (!request) return refuse(c, 400, 'malformed')
    if (!sees(request.conversation)) return refuse(c, 404, 'unknown-conversation')
    if (request.kind === 'run' && request.message !== undefined) {
      const pressed: PracticeMessage | undefined = await store.message(request.message)
      if (isPressedElsewhere(pressed, request.conversation)) return refuse(c, 404, 'unknown-message')
    }
    const region = await store.region()
    return c.json(await receive(region.id, member.id, request))
  })
}

/** Events until the page goes away or the bot stops. A page that comes back says what it had (`Last-Event-ID`). */
const live = (c: Context<Env>, { member, sees }: Visitor, parts: Parts): Response => {
  const since = parsed(liveQuery, { since: c.req.header('last-event-id') ?? c.req.query('since') })
  if (!since) return refuse(c, 400, 'malformed')
  return streamSSE(c, async (stream) => {
    const closed = Promise.withResolvers<void>()
    const viewer: Viewer = {
      member: member.id,
      seen: since.since,
      sees,
      send: (name, data, id) =>
        stream.writeSSE({
          event: name,
          data: JSON.stringify(data),
          id: id === undefined ? undefined : `${id}`,
        }),
      close: closed.resolve,
    }
    stream.onAbort(closed.resolve)
    await viewer.send('clock', await parts.clock.view())
    parts.live.join(viewer)
    await closed.promise
    parts.live.leave(viewer)
  })
}

const isThreadThere = async (store: PracticeStore, request: SayRequest): Promise<boolean> => {
  if (request.threadOf === undefined) return true
  const parent = await store.message(request.threadOf)
  return parent?.conversation === request.conversation && parent.threadOf === undefined
}

const parsed = <Output>(schema: z.ZodType<Output>, input: unknown): Output | undefined =>
  schema.safeParse(input).data

/** Undefined where the body is no JSON: no schema takes that. */
const bodyOf = async (c: Context): Promise<unknown> => {
  try {
    return await c.req.json()
  } catch {
    return undefined
  }
}
