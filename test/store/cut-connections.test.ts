import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { keyring } from '../../src/store/encryption.ts'
import { asOwner, freshDatabase } from '../support/database.ts'

/** More than there are connections in a pool. */
const OFTEN = 17

test('a connection that is cut in the middle of a transaction fails that one alone, however often', async () => {
  const url = await freshDatabase()
  const told: string[] = []
  const database = openDatabase(url, keyring([randomBytes(32)]), ({ message }) => told.push(message))
  onTestFinished(() => database.close())
  for (let n = 0; n < OFTEN; n += 1) {
    const cut = database.atGate(async ({ tx }) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await asOwner(url, 'any', (owner) => owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]))
      await tx.execute(sql`select 1`)
    })
    await expect(cut).rejects.toThrow()
  }
  expect(told.length).toBeGreaterThanOrEqual(OFTEN)
  expect(await database.atGate(async () => 'works')).toBe('works')
})
