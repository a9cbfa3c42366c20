import { createHmac, randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Payload } from './payloads.ts'
import type { Body } from './shapes.ts'

/** What came back for a delivery. `late`: nothing within the three seconds that Slack waits. */
export type Acknowledged = { status: number; body: Body } | 'late'
export type Signing = { secret?: string; ageSeconds?: number }

const SLACK_WAITS_MS = 3_000

const inTime = async <Value>(value: Promise<Value>): Promise<Value | 'late'> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), SLACK_WAITS_MS)
  })
  try {
    return await Promise.race([value, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A signed request, as Slack sends it. */
export const overHttp = (
  url: string,
  { kind, body }: Payload,
  secret: string,
  signing?: Signing,
): Promise<Acknowledged> => rawOverHttp(url, encoded(kind, body), secret, signing)

/** A signed request of any body. */
export const rawOverHttp = async (
  url: string,
  { raw, type }: { raw: string; type: string },
  secret: string,
  { secret: other = secret, ageSeconds = 0 }: Signing = {},
): Promise<Acknowledged> => {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds)
  const signature = `v0=${createHmac('sha256', other).update(`v0:${timestamp}:${raw}`).digest('hex')}`
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  }
  const answer = await inTime(fetch(url, { method: 'POST', body: raw, headers }))
  if (answer === 'late') return 'late'
  const text = await answer.text()
  return { status: answer.status, body: text.startsWith('{') ? (JSON.parse(text) as Body) : {} }
}

const encoded = (kind: Payload['kind'], body: Body): { raw: string; type: string } => {
  if (kind === 'event') return { raw: JSON.stringify(body), type: 'application/json' }
  const form = 'application/x-www-form-urlencoded'
  if (kind === 'interaction')
    return { raw: new URLSearchParams({ payload: JSON.stringify(body) }).toString(), type: form }
  const fields = Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]))
  return { raw: new URLSearchParams(fields).toString(), type: form }
}

const ENVELOPES = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' }

/** Socket Mode: sockets that say hello, take envelopes and answer with acknowledgements. */
export const socketMode = () => {
  const sockets = new Set<WebSocket>()
  const acks = new Map<string, (body: Body) => void>()
  const state = { connections: 0 }
  let arrived: (() => void)[] = []
  return {
    state,
    accept: (socket: WebSocket) => {
      sockets.add(socket)
      state.connections += 1
      socket.on('close', () => sockets.delete(socket))
      socket.on('message', (data) => {
        const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: Body }
        acks.get(envelope_id)?.(payload ?? {})
      })
      socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size }))
      for (const tell of arrived) tell()
      arrived = []
    },
    deliver: async ({ kind, body }: Payload): Promise<Acknowledged> => {
      while (sockets.size === 0) await new Promise<void>((resolve) => arrived.push(resolve))
      const [socket] = sockets
      const envelope_id = randomUUID()
      const acknowledged = new Promise<Body>((resolve) => acks.set(envelope_id, resolve))
      const envelope = { envelope_id, type: ENVELOPES[kind], payload: body, accepts_response_payload: true }
      socket?.send(JSON.stringify(envelope))
      const answer = await inTime(acknowledged)
      return answer === 'late' ? 'late' : { status: 200, body: answer }
    },
    /** Slack's routine: the connection is to be made anew. */
    refresh: () => {
      const message = { type: 'disconnect', reason: 'refresh_requested' }
      for (const socket of sockets) socket.send(JSON.stringify(message))
    },
    /** Breaks the connections without a word. */
    drop: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}
