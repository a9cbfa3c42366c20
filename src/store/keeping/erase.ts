import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import {
  columnData,
  columnsOf,
  type Erasure,
  erasuresOf,
  type Subjects,
  tableData,
} from '../engine/data-classes.ts'
import type { Scope } from '../engine/database.ts'
import { sealIn } from '../engine/sealed-text.ts'
import { REGION_TABLES } from './schema.ts'

/** Erases a case or member in every table of the region, as the columns declare. */
export const erase = async <Name extends keyof Subjects>(
  scope: Scope,
  name: Name,
  subject: Subjects[Name],
): Promise<void> => {
  for (const table of REGION_TABLES) {
    const where = rowsOf(table, name, subject)
    if (where) await eraseIn(scope, table, where, erasuresIn(table, name))
  }
}

/** Selects the rows of a table that are about the subject; undefined where none ever is. */
export const rowsOf = <Name extends keyof Subjects>(
  table: PgTable,
  name: Name,
  subject: Subjects[Name],
): SQL | undefined => {
  const select = tableData(table)?.[name] as ((columns: object, of: Subjects[Name]) => SQL) | undefined
  return select?.(Object.fromEntries(columnsOf(table)), subject)
}

type Erased = { key: string; column: PgColumn; erasure: Erasure }

const erasuresIn = (table: PgTable, name: keyof Subjects): Erased[] =>
  columnsOf(table).flatMap(([key, column]) => {
    const data = columnData(column)
    const erasure = data && erasuresOf(data)[name]
    return erasure ? [{ key, column, erasure }] : []
  })

const eraseIn = async (
  scope: Scope,
  table: PgTable,
  where: SQL,
  erased: readonly Erased[],
): Promise<void> => {
  const { tx } = scope
  if (erased.some(({ erasure }) => erasure === 'row')) {
    await tx.delete(table).where(where)
    return
  }
  const emptied = erased.filter(({ erasure }) => erasure === 'null')
  if (emptied.length > 0)
    await tx
      .update(table)
      .set(Object.fromEntries(emptied.map(({ key }) => [key, null])))
      .where(where)
  const replaced = erased.flatMap(({ key, column, erasure }) =>
    typeof erasure === 'object' ? [{ key, column, text: erasure.text }] : [],
  )
  if (replaced.length === 0) return
  const rows: Record<string, unknown>[] = await tx
    .select({ place: sql<string>`ctid::text`, ...Object.fromEntries(columnsOf(table)) })
    .from(table)
    .where(where)
    .for('update')
  for (const row of rows)
    await tx
      .update(table)
      .set(
        Object.fromEntries(replaced.map(({ key, column, text }) => [key, sealIn(scope, column, row, text)])),
      )
      .where(sql`${sql.identifier(getTableName(table))}.ctid = ${row.place}::tid`)
}
