import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { startRefused, startRole } from '../support/processes.ts'

const KEY = randomBytes(32).toString('base64')
const status = async (address: string, path: string) => (await fetch(`${address}${path}`)).status

test('a bot or a worker without shared servers and a shared key says in a line each what it needs', async () => {
  for (const role of ['bot', 'worker'] as const) {
    const { code, lines } = await startRefused(role, {})
    expect(code).toBe(1)
    expect(lines).toHaveLength(3)
    for (const [index, name] of ['DATABASE_URL', 'REDIS_URL', 'TSUNAGI_KEY'].entries())
      expect(lines[index]).toMatch(new RegExp(`^${name} を直してください: --role ${role} .+ / .+`))
  }
})

test('a bot serves the workspace and health, a worker health alone; each stops with 0 when it is told to', async () => {
  const environment = {
    DATABASE_URL: await freshDatabase(),
    REDIS_URL: inject('redisUrl'),
    TSUNAGI_KEY: KEY,
    PRACTICE: 'on',
  }
  const [bot, worker] = await Promise.all([startRole('bot', environment), startRole('worker', environment)])
  for (const { address } of [bot, worker]) {
    expect(await status(address, '/healthz')).toBe(200)
    expect(await status(address, '/readyz')).toBe(200)
  }
  expect(await status(bot.address, '/')).toBe(200)
  expect(await status(worker.address, '/')).toBe(404)
  expect(await status(worker.address, '/api/start?language=ja')).toBe(404)
  expect(await Promise.all([bot.stop(), worker.stop()])).toEqual([0, 0])
})
