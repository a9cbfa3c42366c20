import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { Scope, Vault } from '../engine/database.ts'
import { open, seal } from '../engine/encryption.ts'
import type { SealedColumn } from './sealed-columns.ts'

/** How many texts one transaction seals anew: their rows are locked for no longer than that takes. */
const BATCH = 200

/** Which key sealed a text: bytes 2 to 5 (encryption.ts). */
const keyOf = (name: string) => sql`encode(substring(${sql.identifier(name)} from 2 for 4), 'hex')`

const columnName = ({ table, column }: SealedColumn): string => {
  const found = getTableColumns(table)[column]
  if (!found) throw new Error(`${getTableName(table)} has no column ${column}`)
  return found.name
}

/** How many texts of these columns each key has sealed, in this region or in the vault. */
export const countByKey = async (
  { tx }: Scope | Vault,
  columns: readonly SealedColumn[],
): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const sealed of columns) {
    const name = columnName(sealed)
    const { rows } = await tx.execute<{ key: string; texts: number }>(
      sql`select ${keyOf(name)} as key, count(*)::int as texts from ${sealed.table}
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
  sealed: SealedColumn,
  known: readonly string[],
): Promise<number> => {
  const name = columnName(sealed)
  const { current } = keyring
  const others = known.filter((id) => id !== current.id)
  if (others.length === 0) return 0
  const rows: Record<string, unknown>[] = await tx
    .select({ place: sql<string>`ctid::text`, ...getTableColumns(sealed.table) })
    .from(sealed.table)
    .where(sql`${keyOf(name)} in ${others}`)
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of rows) {
    const bytes = row[sealed.column]
    if (!(bytes instanceof Uint8Array))
      throw new Error(`${name} of ${getTableName(sealed.table)} is not sealed`)
    const about = sealed.about(row)
    const anew = Buffer.from(seal(keyring, open(keyring, bytes, about), about))
    await tx.execute(
      sql`update ${sealed.table} set ${sql.identifier(name)} = ${anew} where ctid = ${row.place}::tid`,
    )
  }
  return rows.length
}
