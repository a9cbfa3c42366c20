import { beforeEach, expect, test, vi } from 'vitest'
import { throttle } from '../../src/jobs/throttle.ts'

let done: number
let told: unknown[]
let fails: Error | undefined
const asked = () =>
  throttle(
    async () => {
      if (fails) throw fails
      done += 1
    },
    100,
    (error) => told.push(error),
  )

beforeEach(() => {
  vi.useFakeTimers()
  done = 0
  told = []
  fails = undefined
  return () => vi.useRealTimers()
})

test('the first is done at once, and many after it once, when their time has come', async () => {
  const { ask } = asked()
  await ask()
  expect(done).toBe(1)
  for (let times = 0; times < 50; times += 1) await ask()
  await vi.advanceTimersByTimeAsync(99)
  expect(done).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(done).toBe(2)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(done).toBe(2)
  await ask()
  expect(done).toBe(3)
})

test('a failure is heard by who has it done, or told where nobody waits for it; the next is tried all the same', async () => {
  const { ask } = asked()
  fails = new Error('away')
  await expect(ask()).rejects.toThrow('away')
  await ask()
  await vi.advanceTimersByTimeAsync(100)
  expect(told).toEqual([fails])
  fails = undefined
  await ask()
  await vi.advanceTimersByTimeAsync(100)
  expect(done).toBe(1)
})

test('nothing is begun after a stop', async () => {
  const { ask, stop } = asked()
  await ask()
  await ask()
  stop()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(done).toBe(1)
})
