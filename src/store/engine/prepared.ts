import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Scope } from './database.ts'
import type { Transaction } from './transactions.ts'

type Prepared<Rows> = { execute(values: Record<string, unknown>): Promise<Rows> }

/** The place of a value that each run gives by this name, written as the column's values are. */
export const given = (name: string, column: PgColumn) => sql.param(sql.placeholder(name), column)

/** Whether a column is one of the values that each run gives by this name. */
export const isOneOf = (column: PgColumn, name: string) => sql`${column} = any(${sql.placeholder(name)})`

/**
 * A query that many readers need: putting its words together costs more than sending it, so each connection does that
 * once. `build` depends on nothing but the connection; what differs between runs is `given`.
 */
export const prepared = <Rows>(build: (tx: Transaction) => { prepare(name: string): Prepared<Rows> }) => {
  const built = new WeakMap<Transaction, Prepared<Rows>>()
  return async ({ tx }: Pick<Scope, 'tx'>, values: Record<string, unknown>): Promise<Rows> => {
    // Its name is given by its words, when it is sent.
    const query = built.get(tx) ?? build(tx).prepare('')
    built.set(tx, query)
    return query.execute(values)
  }
}
