import { and, eq, getTableName, inArray, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { columnData, columnsOf, erasuresOf, type Subjects } from '../engine/data-classes.ts'
import type { Scope } from '../engine/database.ts'
import { openIn } from '../engine/sealed-text.ts'
import { deliveries } from '../outbox/tables.ts'
import { writeAudit } from './audit.ts'
import { erase, rowsOf } from './erase.ts'
import { REGION_TABLES } from './schema.ts'

type Member = Subjects['member']
type Place = { name: string; where: SQL | undefined }

/** Lists the columns that name the member, with the condition for their rows. */
const placesOf = (
  table: PgTable,
  { id }: Member,
  asks: { export?: 'row'; erase?: 'row' | 'null' },
): (Place & { key: string })[] =>
  columnsOf(table).flatMap(([key, column]) => {
    const data = columnData(column)
    if (data?.class !== 'member') return []
    if (asks.export && data.export !== asks.export) return []
    if (asks.erase && data.erase !== asks.erase) return []
    const only = columnsOf(table).flatMap(([other, its]) => {
      const value = data.when?.[other]
      return value === undefined ? [] : [eq(its, value)]
    })
    return [{ key, name: `${getTableName(table)}.${column.name}`, where: and(eq(column, id), ...only) }]
  })

/** Lists what to export of a table: rows that name the member, else rows with their personal data. */
const exported = (table: PgTable, member: Member): Place[] => {
  const named = placesOf(table, member, { export: 'row' })
  const where = rowsOf(table, 'member', member)
  const first = columnsOf(table).find(([, column]) => columnData(column)?.class === 'personal')
  if (named.length > 0 || !where || !first) return named
  return [{ name: `${getTableName(table)}.${first[1].name}`, where }]
}

/** Exports everything stored about a member, by `TABLE.COLUMN`. Written to the audit log as a read. */
export const personData = async (
  scope: Scope,
  member: Member,
  now: Temporal.Instant,
): Promise<Record<string, Record<string, unknown>[]>> => {
  const found: Record<string, Record<string, unknown>[]> = {}
  for (const table of REGION_TABLES)
    for (const { name, where } of exported(table, member)) {
      const rows: Record<string, unknown>[] = await scope.tx.select().from(table).where(where)
      found[name] = rows.map((row) => told(scope, table, row))
    }
  await note(scope, member.id, 'person.export', 'read', now)
  return found
}

/** Strips a row of secrets, and of sealed texts about others (cases, mostly), which are not the member's data. */
const told = (scope: Scope, table: PgTable, row: Record<string, unknown>) =>
  Object.fromEntries(
    columnsOf(table).flatMap(([key, column]): [string, unknown][] => {
      const data = columnData(column)
      const value = row[key]
      if (key === 'regionId' || !data || data.class === 'secret') return []
      if (typeof value === 'bigint') return [[key, String(value)]]
      if (!(value instanceof Uint8Array)) return [[key, value]]
      return erasuresOf(data).member ? [[key, openIn(scope, column, row, value)]] : []
    }),
  )

/**
 * Erases what is only about the member: drafts, days, answers, reasons, addresses. What was done for others, the audit
 * log and minutes stay under their id.
 */
export const erasePersonData = async (scope: Scope, member: Member, now: Temporal.Instant): Promise<void> => {
  const { tx } = scope
  await tx
    .update(deliveries)
    .set({ state: 'skipped', reason: 'erased' })
    .where(and(eq(deliveries.readerId, member.id), inArray(deliveries.state, ['waiting', 'sending'])))
  for (const table of REGION_TABLES) {
    for (const { where } of placesOf(table, member, { erase: 'row' })) await tx.delete(table).where(where)
    for (const { key, where } of placesOf(table, member, { erase: 'null' }))
      await tx
        .update(table)
        .set({ [key]: null })
        .where(where)
  }
  await erase(scope, 'member', member)
  await note(scope, member.id, 'person.erase', 'change', now)
}

const note = (
  scope: Scope,
  subjectId: string,
  action: string,
  access: 'read' | 'change',
  at: Temporal.Instant,
): Promise<void> => writeAudit(scope, [{ at, action, access, subjectKind: 'member', subjectId }])
