import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Scope, Vault } from '../engine/database.ts'
import { FORMS, formOf } from '../engine/encryption.ts'
import { openIn, sealIn } from '../engine/sealed-text.ts'

/** Batch size of a transaction, which bounds how long the rows are locked. */
const BATCH = 100

/** Aliases beside a row's columns: its `ctid`, and the text. */
const PLACE = '#place'
const TEXT = '#text'

/** Extracts the id of a text's key: bytes 2 to 5 (encryption.ts). */
const keyOf = (name: string) => sql`encode(substring(${sql.identifier(name)} from 2 for 4), 'hex')`

/** Selects the texts that are sealed the old way: the form is byte 1 (encryption.ts). */
const isOld = (name: string) =>
  sql`substring(${sql.identifier(name)} from 1 for 1) = ${Buffer.from([FORMS.old])}`

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

/** Counts the texts of these columns that are sealed the old way, in this region or in the vault. */
export const countOld = async ({ tx }: Scope | Vault, columns: readonly PgColumn[]): Promise<number> => {
  let counted = 0
  for (const { name, table } of columns) {
    const { rows } = await tx.execute<{ texts: number }>(
      sql`select count(*)::int as texts from ${table} where ${isOld(name)}`,
    )
    counted += rows[0]?.texts ?? 0
  }
  return counted
}

/** A batch that was sealed anew. `next`: where the next one begins; undefined: the column is at its end. */
export type Resealed = { resealed: number; unopened: Unopened[]; next: string | undefined }

/** A text that did not open, and stays as it is. `keyId`: of the key that it names. */
export type Unopened = { column: string; keyId: string; reason: string }

export const FROM_THE_START = '(0,0)'

/**
 * Seals a batch of one column's texts anew, by compare-and-set: those of other keys than the current one, or those of
 * the old form. Passes over what is locked, for the next pass, and over what does not open.
 */
export const resealBatch = async (
  scope: Scope | Vault,
  column: PgColumn,
  those: 'of other keys' | 'old',
  after: string,
): Promise<Resealed> => {
  const { name, table } = column
  const rows: Record<string, unknown>[] = await scope.tx
    .select({ ...getTableColumns(table), [PLACE]: sql<string>`ctid::text`, [TEXT]: column })
    .from(table)
    .where(sql`${wanted(scope, name, those)} and ctid > ${after}::tid`)
    // Qualified: a bare `ctid` would be the text selected above.
    .orderBy(sql`${table}.ctid`)
    .limit(BATCH)
    .for('update', { skipLocked: true })
  const unopened: Unopened[] = []
  let resealed = 0
  for (const row of rows) {
    const bytes = row[TEXT]
    if (!(bytes instanceof Uint8Array)) throw new Error(`${name} of ${getTableName(table)} is not sealed`)
    const opened = tryOpen(scope, column, row, bytes)
    if (typeof opened !== 'string') {
      unopened.push(opened)
      continue
    }
    const anew = Buffer.from(sealIn(scope, column, row, opened))
    const { rowCount } = await scope.tx.execute(
      sql`update ${table} set ${sql.identifier(name)} = ${anew}
          where ctid = ${row[PLACE]}::tid and ${sql.identifier(name)} = ${Buffer.from(bytes)}`,
    )
    resealed += rowCount ?? 0
  }
  const last = rows.at(-1)?.[PLACE]
  return { resealed, unopened, next: typeof last === 'string' ? last : undefined }
}

const wanted = ({ keyring }: Scope | Vault, name: string, those: 'of other keys' | 'old'): SQL =>
  those === 'old' ? isOld(name) : sql`${keyOf(name)} <> ${keyring.current.id}`

const tryOpen = (
  scope: Scope | Vault,
  column: PgColumn,
  row: Record<string, unknown>,
  bytes: Uint8Array,
): string | Unopened => {
  try {
    return openIn(scope, column, row, bytes)
  } catch (error) {
    const keyId = Buffer.from(bytes.subarray(1, 5)).toString('hex')
    const reason =
      formOf(bytes) === undefined || !(error instanceof Error) ? 'not sealed text' : error.message
    return { column: `${getTableName(column.table)}.${column.name}`, keyId, reason }
  }
}
