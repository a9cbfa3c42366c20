import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { addressOf, closeServer, listen, listenWith } from '../../src/app/web.ts'

const open = async (address: string): Promise<Socket> => {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  onTestFinished(() => void socket.destroy())
  return socket
}
/** What it was answered until the server closed the connection. */
const untilClosed = async (socket: Socket): Promise<string> => {
  let answer = ''
  socket.on('data', (bytes) => {
    answer += bytes.toString()
  })
  await once(socket, 'close')
  return answer
}

test('half-sent requests do not keep their connections: neither without the rest of the headers nor of the body', async () => {
  const limits = { headersMs: 100, requestMs: 200, connections: 10 }
  const server = await listenWith((request) => void request.resume(), 0, '127.0.0.1', limits)
  onTestFinished(() => closeServer(server))
  const [headers, body] = [await open(addressOf(server)), await open(addressOf(server))]
  headers.write('POST /slack/events HTTP/1.1\r\nHost: localhost\r\n')
  body.write('POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf')
  expect(await Promise.all([untilClosed(headers), untilClosed(body)])).toEqual([
    expect.stringContaining('408 Request Timeout'),
    expect.stringContaining('408 Request Timeout'),
  ])
})

test('more connections than the limit are closed at once; the open ones go on', async () => {
  const limits = { headersMs: 5_000, requestMs: 5_000, connections: 2 }
  const server = await listenWith((_, response) => void response.end('here'), 0, '127.0.0.1', limits)
  onTestFinished(() => closeServer(server))
  const [first] = [await open(addressOf(server)), await open(addressOf(server))]
  expect(await untilClosed(await open(addressOf(server)))).toBe('')
  first?.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  expect(await untilClosed(first)).toContain('here')
})

test('the product itself listens with such limits, of seconds', async () => {
  const server = await listen({ ready: async () => true }, 0, '127.0.0.1')
  onTestFinished(() => closeServer(server))
  expect([server.headersTimeout, server.requestTimeout]).toEqual([5_000, 10_000])
  expect(server.maxConnections).toBe(1_000)
})

test('what no part of it catches is reported, and answered without a word of it', async () => {
  const failed: unknown[] = []
  const calendar = new Hono().get('/calendar/*', () => {
    throw new Error('with the values of a query')
  })
  const parts = { ready: async () => true, calendar, failed: (error: unknown) => void failed.push(error) }
  const server = await listen(parts, 0, '127.0.0.1')
  onTestFinished(() => closeServer(server))
  const answer = await fetch(`${addressOf(server)}/calendar/x`)
  expect([answer.status, await answer.text()]).toEqual([500, 'Internal Server Error'])
  expect(failed).toEqual([expect.objectContaining({ message: 'with the values of a query' })])
})
