import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Scope, Vault } from '../engine/database.ts'
import { open, seal } from '../engine/encryption.ts'
import { boundTo } from '../engine/sealed-text.ts'

/** How many texts one transaction seals anew: their rows are locked for no longer than that takes. */
const BATCH = 200

/** Beside a row's columns: where it stands, and the text in question. */
const PLACE = '#place'
const TEXT = '#text'

/** Which key sealed a text: bytes 2 to 5 (encryption.ts). */
const keyOf = (name: string) => sql`encode(substring(${sql.identifier(name)} from 2 for 4), 'hex')`

/** How many texts of these columns each key has sealed, in this region or in the vault. */
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
 * Seals a batch of one column's texts with the current key, as far as the ring opens them. Returns how many; fewer than
 * asked for means that the column is done. Rows that somebody works on at this moment are left for the next time.
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
