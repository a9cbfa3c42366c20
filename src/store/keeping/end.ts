import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Ended } from '../../domain/region/ended.ts'
import { type ColumnData, columnData, columnsOf } from '../engine/data-classes.ts'
import type { Scope } from '../engine/database.ts'
import { REGION_TABLES } from './schema.ts'

/**
 * Ends at once what accounts and persons held who are gone: codes by and for them, addresses, drafts, appointments, as
 * the columns declare (`ends`).
 */
export const endWhatTheyHeld = async (scope: Scope, ended: Ended): Promise<void> => {
  if (ended.account.length === 0) return
  for (const table of REGION_TABLES)
    for (const [key, column] of columnsOf(table)) {
      const data = columnData(column)
      if (data?.class === 'member') await endIn(scope, table, { key, column, data }, ended)
    }
}

type MemberColumn = { key: string; column: PgColumn; data: Extract<ColumnData, { class: 'member' }> }

const endIn = async (
  { tx }: Scope,
  table: PgTable,
  { key, column, data }: MemberColumn,
  ended: Ended,
): Promise<void> => {
  const { ends, when = {} } = data
  if (ends === 'never' || ended[ends.with].length === 0) return
  const only = columnsOf(table).flatMap(([name, its]): SQL[] => {
    const value = when[name]
    return [...(value === undefined ? [] : [eq(its, value)]), ...(name === ends.while ? [isNull(its)] : [])]
  })
  const theirs = and(inArray(column, ended[ends.with]), ...only)
  if (ends.by === 'row') await tx.delete(table).where(theirs)
  else
    await tx
      .update(table)
      .set({ [key]: null })
      .where(theirs)
}
