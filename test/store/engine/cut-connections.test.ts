import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type Database, openDatabase } from '../../../src/store/engine/database.ts'
import { keyring } from '../../../src/store/engine/encryption.ts'
import { asOwner, freshDatabase } from '../../support/database.ts'

/** More than there are connections in a pool. */
const OFTEN = 17

let url: string
let database: Database
const told: string[] = []
beforeEach(async () => {
  url = await freshDatabase()
  told.length = 0
  database = openDatabase(url, keyring([randomBytes(32)]), ({ message }) => told.push(message))
  onTestFinished(() => database.close())
})

/** As an administrator does, or a network that breaks. */
const cut = async (pid: number | undefined): Promise<void> => {
  await asOwner(url, 'any', (owner) => owner.query('select pg_terminate_backend($1)', [pid]))
}

test('a transaction whose connection is cut is done again from its beginning, however often it happens', async () => {
  for (let n = 0; n < OFTEN; n += 1) {
    let begun = 0
    const done = await database.atGate(async ({ tx }) => {
      begun += 1
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      if (begun === 1) await cut(rows[0]?.pid)
      await tx.execute(sql`select 1`)
      return 'done'
    })
    expect({ begun, done }).toEqual({ begun: 2, done: 'done' })
  }
  expect(told.length).toBeGreaterThanOrEqual(OFTEN)
})

test('what fails for another reason is not done again', async () => {
  let begun = 0
  const failing = database.atGate(async () => {
    begun += 1
    throw new Error('a bug')
  })
  await expect(failing).rejects.toThrow('a bug')
  expect(begun).toBe(1)
})

test('a failed statement that nobody told of is told of: what the server rolled back is not taken for done', async () => {
  const untold = database.atGate(({ tx }) => tx.execute(sql`select 1 / 0`).catch(() => 'as if nothing were'))
  await expect(untold).rejects.toThrow('ended with ROLLBACK')
})
