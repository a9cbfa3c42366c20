import type { IncomingMessage, ServerResponse } from 'node:http'
import { HTTPModuleFunctions } from '@slack/bolt'

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Hands on a request whose body is there and holds something. Bolt looks into the body `null` where nothing can catch
 * what it throws, and the process would end.
 */
export const wholeRequests =
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
