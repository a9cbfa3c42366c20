import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Services, Started } from '../adapter.ts'
import { inFlight } from '../kit/in-flight.ts'
import { Act, receiver } from './receive.ts'
import { renderCard } from './render-card.ts'
import { echoPlatform } from './send.ts'
import { type Workspace, world } from './world.ts'

/** `POST /echo/act` is what people do; `GET /echo/messages/<place>` is what stands there. */
export const startEcho = (
  workspace: Workspace,
  services: Pick<Services, 'dispatch' | 'receives'>,
): Started => {
  const here = world(workspace)
  const receive = receiver(here, services)
  const requests = inFlight()
  const app = new Hono()
  app.post('/echo/act', async (c) => {
    const { success, data } = Act.safeParse(await c.req.json().catch(() => undefined))
    const answer = success ? await requests.track(receive(data)) : undefined
    return answer ? c.json(answer) : c.text('malformed', 400)
  })
  app.get('/echo/messages/:place', (c) => {
    const there = [...here.messages.values()].filter(({ place }) => place === c.req.param('place'))
    return c.json(there.map(({ id, card }) => ({ id, lines: renderCard(card) })))
  })
  return {
    ok: true,
    platform: echoPlatform(here, requests.drain),
    requestListener: services.receives ? getRequestListener(app.fetch) : undefined,
  }
}
