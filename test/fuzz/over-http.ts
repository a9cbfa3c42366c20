import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 4 })
const GIVES_UP_AFTER_MS = 10_000

export type Asked = { method: string; path: string; headers: Record<string, string>; body?: string | Buffer }
export type Answered = { status: number; text: string }

/** A server takes 16 KB of a path and headers together. */
const MOST = 9_000

/** What a client can put on the wire at all. */
export const inPath = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^!-~]/gu, (sign) => encodeURIComponent(sign))
    .slice(0, MOST)
export const inHeader = (text: string): string => text.replaceAll(/[^ -~]/gu, '').slice(0, 4_000)

/** The answer as it comes; of a stream without an end, what comes first. */
export const ask = (port: number, asked: Asked, stream = false): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { method, path, headers, body } = asked
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      const status = response.statusCode ?? 0
      const done = () => resolve({ status, text: Buffer.concat(chunks).toString('utf8') })
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (!stream || status !== 200) return
        done()
        sent.destroy()
      })
      response.on('end', done)
      response.on('error', done)
    })
    sent.setTimeout(GIVES_UP_AFTER_MS, () => sent.destroy(new Error(`no answer to ${method} ${path}`)))
    // A connection that the server had closed in the meantime: nobody has looked at what was sent.
    const again = () => ask(port, asked, stream).then(resolve, reject)
    // An OPTIONS is answered before its body is read, which may cut off the answer; that the server lives, the next asks.
    const isUnread = (error: Error) => method === 'OPTIONS' && 'code' in error && error.code === 'ECONNRESET'
    sent.on('error', (error) => {
      if (sent.reusedSocket) void again()
      else if (isUnread(error)) resolve({ status: 0, text: '' })
      else reject(error)
    })
    sent.end(body)
  })
