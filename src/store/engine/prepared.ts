import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Scope } from './database.ts'
import type { Transaction } from './transactions.ts'

type Prepared<Rows> = { execute(values: Record<string, unknown>): Promise<Rows> }

/** A named parameter, encoded like the column's values. */
export const param = (name: string, column: PgColumn) => sql.param(sql.placeholder(name), column)

/** `column = any(...)` of a named list parameter. */
export const anyOf = (column: PgColumn, name: string) => sql`${column} = any(${sql.placeholder(name)})`

/**
 * Caches a prepared query by connection: for a query that many readers need, building the SQL costs more than sending
 * it. `build` must depend on nothing but the connection; what differs between runs is a `param`.
 */
export const prepared = <Rows>(build: (tx: Transaction) => { prepare(name: string): Prepared<Rows> }) => {
  const built = new WeakMap<Transaction, Prepared<Rows>>()
  return async ({ tx }: Pick<Scope, 'tx'>, values: Record<string, unknown>): Promise<Rows> => {
    // Named by its text when it is sent (`statements.ts`).
    const query = built.get(tx) ?? build(tx).prepare('')
    built.set(tx, query)
    return query.execute(values)
  }
}
