import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Scope, Vault } from '../engine/database.ts'
import { open, seal } from '../engine/encryption.ts'
import { boundTo } from '../engine/sealed-text.ts'

/** Batch size of a transaction, which bounds how long the rows are locked. */
const BATCH = 200

/** Aliases beside a row's columns: its `ctid`, and the text. */
const PLACE = '#place'
const TEXT = '#text'

/** Extracts the id of a text's key: bytes 2 to 5 (encryption.ts). */
const keyOf = (name: string) => sql`encode(substring(${sql.identifier(name)} from 2 for 4), 'hex')`

/** Counts the texts of these columns by key, in this region or in the vault. */
export const countByKey = async (
  { tx }: Scope | Vault,
  columns: readonly PgColumn[],
): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const { name, table } of columns) {
    const { rows } = await tx.execute<{ key: string; texts: number }>(
      sql`select ${keyOf(name)} as key, count(*)::int as texts from ${table}
          where ${sql.identifier(name)} is not null group by 1`,
    )
    for (const { key, texts } of rows) counts.set(key, (counts.get(key) ?? 0) + texts)
  }
  return counts
}

/**
 * Re-encrypts a batch of one column's texts with the current key, as far as the ring opens them. Returns how many; fewer
 * than the batch size means that the column is done. Skips locked rows, for the next pass.
 */
export const resealBatch = async (
  { tx, keyring }: Scope | Vault,
  column: PgColumn,
  known: readonly string[],
): Promise<number> => {
  const { name, table } = column
  const { current } = keyring
  const others = known.filter((id) => id !== current.id)
  if (others.length === 0) return 0
  const rows: Record<string, unknown>[] = await tx
    .select({ ...getTableColumns(table), [PLACE]: sql<string>`ctid::text`, [TEXT]: column })
    .from(table)
    .where(sql`${keyOf(name)} in ${others}`)
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of rows) {
    const bytes = row[TEXT]
    if (!(bytes instanceof Uint8Array)) throw new Error(`${name} of ${getTableName(table)} is not sealed`)
    const about = boundTo(column, row)
    const anew = Buffer.from(seal(keyring, open(keyring, bytes, about), about))
    await tx.execute(
      sql`update ${table} set ${sql.identifier(name)} = ${anew} where ctid = ${row[PLACE]}::tid`,
    )
  }
  return rows.length
}
