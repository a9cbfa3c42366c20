import { pino } from 'pino'
import { expect, test } from 'vitest'
import { keepConnecting } from '../../src/app/keep-connecting.ts'
import type { NotStarted, Platform } from '../../src/bot/port.ts'
import { recordingPlatform } from '../../src/cli/simulate/recording-platform.ts'
import { sampleRegion } from '../support/product.ts'

const away = (why: NotStarted['why'] = 'unreachable'): NotStarted => ({ ok: false, why, reason: why })
type Answer = NotStarted | { ok: true; platform: Platform }

/** Connects with these answers, one an attempt, in no time. */
const connecting = async (answers: (Answer | Error)[]) => {
  const waits: number[] = []
  const told: (string | undefined)[] = []
  const over = Promise.withResolvers<void>()
  const connection = await keepConnecting({
    name: 'slack',
    log: pino({ level: 'silent' }),
    connect: async () => {
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      if (!answer) throw new Error('one attempt too many')
      return answer
    },
    connected: () => over.resolve(),
    told: (failure) => told.push(failure?.why),
    wait: async (ms) => void waits.push(ms),
  })
  return { connection, waits, told, over: over.promise }
}

const there = async (): Promise<Answer> => ({
  ok: true,
  platform: recordingPlatform(await sampleRegion()).platform,
})

test('a platform that is there at once is not waited for, nor told of', async () => {
  const { connection, waits, told } = await connecting([await there()])
  expect([connection.missing(), waits, told]).toEqual([undefined, [], []])
  await connection.stop()
})

test('the pauses double up to a minute, and each change is told once', async () => {
  const failures = Array.from({ length: 9 }, () => away())
  const { connection, waits, told, over } = await connecting([...failures, await there()])
  expect(connection.missing()).toBe('unreachable')
  await over
  expect(waits.map((ms) => ms / 1_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  expect(told).toEqual(['unreachable', undefined])
  expect(connection.missing()).toBeUndefined()
})

test('a refused token is tried again seldom', async () => {
  const { waits, told, over } = await connecting([away('refused'), away('refused'), away(), await there()])
  await over
  expect(waits.map((ms) => ms / 60_000)).toEqual([10, 10, 1 / 60])
  expect(told).toEqual(['refused', 'unreachable', undefined])
})

test('an attempt that throws is one that failed', async () => {
  const { told, over } = await connecting([new Error('a bug'), await there()])
  await over
  expect(told).toEqual(['unreachable', undefined])
})

test('one that succeeds after the end is ended too', async () => {
  const [attempt, stopped] = [Promise.withResolvers<Answer>(), Promise.withResolvers<void>()]
  const answers = [Promise.resolve<Answer>(away()), attempt.promise]
  const second = Promise.withResolvers<void>()
  const joined: string[] = []
  const connection = await keepConnecting({
    name: 'slack',
    log: pino({ level: 'silent' }),
    connect: async () => {
      if (answers.length === 1) second.resolve()
      return answers.shift() ?? away()
    },
    connected: () => joined.push('joined'),
    told: () => undefined,
    wait: async () => undefined,
  })
  await second.promise
  const stop = connection.stop()
  const { platform } = recordingPlatform(await sampleRegion())
  attempt.resolve({ ok: true, platform: { ...platform, stop: async () => stopped.resolve() } })
  await Promise.all([stop, stopped.promise])
  expect(joined).toEqual([])
})
