import { randomBytes } from 'node:crypto'
import { expect, inject, onTestFinished, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { startFakeDiscord } from '../support/fake-discord.ts'
import { startRefused, startRole } from '../support/processes.ts'

const KEY = randomBytes(32).toString('base64')
const status = async (address: string, path: string) => (await fetch(`${address}${path}`)).status

test('a bot or a worker without shared servers and a shared key says in a line each what it needs', async () => {
  const roles = ['bot', 'worker'] as const
  const refused = await Promise.all(roles.map(async (role) => ({ role, ...(await startRefused(role, {})) })))
  for (const { role, code, lines } of refused) {
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

test('of two bots with the same Discord token one receives, and the other takes over when it is lost', async () => {
  const discord = await startFakeDiscord({ users: [], channels: [] })
  onTestFinished(discord.stop)
  const environment = {
    DATABASE_URL: await freshDatabase(),
    REDIS_URL: inject('redisUrl'),
    TSUNAGI_KEY: KEY,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
  }
  const first = await startRole('bot', environment)
  const second = await startRole('bot', environment)
  expect(discord.identifies()).toBe(1)
  expect(second.lines.join()).toContain('ほかのボットが受けています')
  await first.kill()
  await expect.poll(() => discord.identifies(), { timeout: 60_000, interval: 100 }).toBe(2)
  expect(await second.stop()).toBe(0)
})
