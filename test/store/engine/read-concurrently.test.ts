import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readConcurrently } from '../../../src/store/engine/read-concurrently.ts'

test('where one read fails, nobody is told before the others have ended', async () => {
  const slow = Promise.withResolvers<void>()
  let isTold = false
  const all = readConcurrently({ fails: Promise.reject(new Error('no table')), slow: slow.promise })
  const told = all.finally(() => {
    isTold = true
  })
  told.catch(() => undefined)
  await turn()
  expect(isTold).toBe(false)
  slow.resolve()
  await expect(told).rejects.toThrow('no table')
})
