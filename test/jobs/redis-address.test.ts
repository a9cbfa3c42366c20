import { expect, test } from 'vitest'
import { readRedisAddress } from '../../src/jobs/redis-address.ts'

const PLAIN = { login: {}, tls: false }

test.each([
  ['redis://host', { kind: 'single', node: { host: 'host', port: 6379 }, ...PLAIN, db: 0 }],
  ['valkey://host:7000/2', { kind: 'single', node: { host: 'host', port: 7000 }, ...PLAIN, db: 2 }],
  [
    'rediss://tsunagi:p%40ss%3Aword@[::1]:6380',
    {
      kind: 'single',
      node: { host: '::1', port: 6380 },
      login: { username: 'tsunagi', password: 'p@ss:word' },
      tls: true,
      db: 0,
    },
  ],
  ['unix:///run/redis.sock', { kind: 'socket', path: '/run/redis.sock' }],
  ['unix:/run/redis.sock', { kind: 'socket', path: '/run/redis.sock' }],
  ['/run/redis.sock', { kind: 'socket', path: '/run/redis.sock' }],
  [
    'redis+cluster://:secret@one,two:7001',
    {
      kind: 'cluster',
      nodes: [
        { host: 'one', port: 6379 },
        { host: 'two', port: 7001 },
      ],
      login: { password: 'secret' },
      tls: false,
    },
  ],
  [
    'valkeys+sentinel://one,two:7001/main/3?sentinelPassword=other',
    {
      kind: 'sentinel',
      sentinels: [
        { host: 'one', port: 26_379 },
        { host: 'two', port: 7001 },
      ],
      master: 'main',
      sentinelPassword: 'other',
      login: {},
      tls: true,
      db: 3,
    },
  ],
])('%s', (text, address) => {
  expect(readRedisAddress(text)).toEqual(address)
})

test('a very long one that is none is refused at once: read part by part in every way, it took minutes', () => {
  expect(readRedisAddress(`redis://${'a'.repeat(300_000)}#`)).toBeUndefined()
})
