import { createServer } from 'node:http'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/app/system-clock.ts'
import { startSlack } from '../../../src/bot/slack/start.ts'
import { makeLog } from '../../../src/observability/log.ts'
import { startFakeSlack } from '../../support/fake-slack.ts'
import { COMMANDS, HALL, PEOPLE, say, stage, toAsker } from './stage.ts'

test('a request signed with another secret is refused, and reaches nobody', async () => {
  const { fake, heard } = await stage('http', () => toAsker(say('はい')))
  const command = fake.command('U0SORA', '/case list', HALL)
  expect(await fake.deliver(command, { secret: 'another-secret' })).toMatchObject({ status: 401 })
  expect(heard).toEqual([])
})

test('a request signed more than five minutes ago is refused', async () => {
  const { fake, heard } = await stage('http', () => toAsker(say('はい')))
  const command = fake.command('U0SORA', '/case list', HALL)
  expect(await fake.deliver(command, { ageSeconds: 301 })).toMatchObject({ status: 401 })
  expect(heard).toEqual([])
})

test('a signed body that cannot be read is refused, and nothing of it is quoted in the log', async () => {
  const lines: string[] = []
  const log = makeLog('trace', { write: (line) => void lines.push(line) })
  const { fake } = await stage('http', () => toAsker(say('はい')), { log })
  const bodies: [string, string][] = [
    ['application/json', '山田花子さんの件'],
    ['application/json', '{"type":"event_callback","event":"山田花子"'],
    ['application/json', '["山田花子"]'],
    ['application/json', '"山田花子"'],
    ['application/json', '{"type":"url_verification","challenge":{"山田花子":1}}'],
    ['application/x-www-form-urlencoded', 'payload=山田花子'],
    ['application/x-www-form-urlencoded', `payload=${encodeURIComponent('{"山田花子":')}`],
    ['application/x-www-form-urlencoded', `payload=${encodeURIComponent('{"type":"山田花子"}')}`],
    ['text/plain; name=yamada-hanako', '山田花子'],
    ['application/yamada-hanako', 'x'],
  ]
  for (const [type, body] of bodies) await fake.deliverRaw(type, body)
  expect(lines.length).toBeGreaterThan(3)
  for (const marker of ['山田', '花子', 'yamada', encodeURIComponent('山田')])
    expect(lines.filter((line) => line.includes(marker))).toEqual([])
})

test('other paths and methods under /slack/ are not found; after the stop nothing is taken', async () => {
  const fake = await startFakeSlack({ users: PEOPLE, channels: [] })
  const started = await startSlack({
    botToken: fake.botToken,
    apiUrl: fake.url,
    receiver: { mode: 'http', signingSecret: fake.signingSecret },
    receives: true,
    dispatch: async () => ({ kind: 'nothing' }),
    commands: COMMANDS,
    now: systemClock.now,
    log: pino({ level: 'silent' }),
  })
  if (!started.ok || !started.requestListener) throw new Error('not started')
  const server = createServer(started.requestListener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.close()
    await fake.stop()
  })
  const address = server.address()
  const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  expect((await fetch(`${at}/slack/other`, { method: 'POST' })).status).toBe(404)
  expect((await fetch(`${at}/slack/events`)).status).toBe(404)
  expect((await fetch(`${at}/slack/events`, { method: 'POST', body: 'x' })).status).toBe(401)
  await started.platform.stop()
  expect((await fetch(`${at}/slack/events`, { method: 'POST', body: 'x' })).status).toBe(503)
})
