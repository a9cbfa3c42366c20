import { and, inArray, lt } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { columnsOf, tableData } from '../engine/data-classes.ts'
import type { Scope } from '../engine/database.ts'
import { meetings } from '../meeting/tables.ts'
import { REGION_TABLES } from './schema.ts'

const DAY_HOURS = 24

const columnOf = (table: PgTable, key: string): PgColumn => {
  const found = columnsOf(table).find(([name]) => name === key)
  if (!found) throw new Error(`a table has no column ${key}`)
  return found[1]
}

/** Deletes the rows of every table that declares for how many days it keeps them. */
export const deleteOldRows = async (scope: Scope, now: Temporal.Instant): Promise<void> => {
  for (const table of REGION_TABLES) {
    const keep = tableData(table)?.keep
    if (typeof keep !== 'object' || !('days' in keep)) continue
    const before = now.subtract({ hours: keep.days * DAY_HOURS })
    const only = Object.entries(keep.only ?? {}).map(([key, values]) =>
      inArray(columnOf(table, key), [...(values ?? [])]),
    )
    await scope.tx.delete(table).where(and(lt(columnOf(table, keep.after), before), ...only))
  }
}

/** Deletes rows kept by meeting, of meetings before an instant. Returns those meetings' ids. */
export const deleteRowsOfMeetings = async (scope: Scope, before: Temporal.Instant): Promise<string[]> => {
  const old = scope.tx.select({ id: meetings.id }).from(meetings).where(lt(meetings.startsAt, before))
  const found = new Set<string>()
  for (const table of REGION_TABLES) {
    const keep = tableData(table)?.keep
    if (typeof keep !== 'object' || !('meeting' in keep)) continue
    const meetingId = columnOf(table, keep.meeting)
    const deleted = await scope.tx.delete(table).where(inArray(meetingId, old)).returning({ id: meetingId })
    for (const { id } of deleted) found.add(String(id))
  }
  return [...found]
}
