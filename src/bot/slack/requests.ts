import { HTTPModuleFunctions, type HTTPReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import type { RequestListener } from '../adapter.ts'
import type { Answering } from './in-flight.ts'

/** Where Slack delivers events over HTTP. */
export const ENDPOINT = '/slack/events'

/** Bolt throws for what is not its own path. Nothing is taken once the bot stops: Slack sends events again. */
export const requestListener =
  (
    receiver: HTTPReceiver | undefined,
    pages: ReadonlyMap<string, RequestListener> | undefined,
    work: Answering,
    log: Logger,
  ): RequestListener =>
  (request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    const takes =
      receiver && request.method === 'POST' && path === ENDPOINT
        ? rejectEmptyBody(receiver.requestListener)
        : request.method === 'GET'
          ? pages?.get(path)
          : undefined
    if (!takes) return void response.writeHead(404).end()
    if (work.stopping()) return void response.writeHead(503).end()
    try {
      takes(request, response)
    } catch (error) {
      log.error({ error }, 'slack: a request failed')
      response.writeHead(500).end()
    }
  }

/**
 * Rejects a request whose body is missing or empty. Bolt looks into the body `null` where nothing can catch
 * what it throws, and the process would end.
 */
const rejectEmptyBody =
  (next: RequestListener): RequestListener =>
  (request, response) => {
    HTTPModuleFunctions.bufferIncomingMessage(request, HTTPModuleFunctions.defaultBodyLimit).then(
      ({ rawBody }) => {
        if (holdsNothing(rawBody.toString())) response.writeHead(400).end()
        else next(request, response)
      },
      () => response.writeHead(413, { connection: 'close' }).end(),
    )
  }

const holdsNothing = (body: string): boolean => {
  const json = new URLSearchParams(body).get('payload') ?? body
  return json.trim() === 'null'
}
