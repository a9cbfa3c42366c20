import { sql } from 'drizzle-orm'
import pg from 'pg'
import type { Database } from '../engine/database.ts'
import { nameSession } from '../engine/sessions.ts'

/** A foreign key that a migration added NOT VALID: it holds for every row written since, and nobody checked those before. */
export type UncheckedKey = {
  name: string
  table: string
  target: string
  columns: string[]
  targets: string[]
}

const LISTED = `
  select k.conname::text as name, c.relname::text as table, t.relname::text as target,
         array(select a.attname::text from unnest(k.conkey) with ordinality u(n, at)
               join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.at) as columns,
         array(select a.attname::text from unnest(k.confkey) with ordinality u(n, at)
               join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.at) as targets
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
  where k.contype = 'f' and not k.convalidated and c.relnamespace = current_schema()::regnamespace
  order by 1`

/** Lists the foreign keys that are not checked, each with the number of rows that break it. */
export const uncheckedKeys = async (
  database: Pick<Database, 'atGate' | 'inRegion'>,
  regionIds: readonly string[],
): Promise<(UncheckedKey & { broken: number })[]> => {
  const { rows: keys } = await database.atGate(({ tx }) => tx.execute<UncheckedKey>(sql.raw(LISTED)))
  const counted = keys.map((key) => ({ ...key, broken: 0 }))
  for (const key of counted)
    for (const id of regionIds)
      key.broken += await database.inRegion(id, async ({ tx }) => {
        const { rows } = await tx.execute<{ rows: number }>(sql.raw(countBroken(key)))
        return rows[0]?.rows ?? 0
      })
  return counted
}

/** Row security hides every row from an owner who is no superuser: PostgreSQL's own check would find none. */
const countBroken = ({ table, target, columns, targets }: UncheckedKey): string => {
  const pairs = columns.map((name, at) => {
    const own = `own.${pg.escapeIdentifier(name)}`
    return { own, same: `${own} = other.${pg.escapeIdentifier(targets[at] ?? '')}` }
  })
  return `select count(*)::int as rows from ${pg.escapeIdentifier(table)} own
          where ${pairs.map(({ own }) => `${own} is not null`).join(' and ')}
            and not exists (select from ${pg.escapeIdentifier(target)} other
                            where ${pairs.map(({ same }) => same).join(' and ')})`
}

const AGAIN = new Set(['55P03', '40P01'])

/**
 * Marks a key as checked once no row breaks it. Readers and writers go on (SHARE UPDATE EXCLUSIVE), and nobody waits
 * behind it for long. False where something else held the table: to be tried again.
 */
export const validateKey = async (url: string, { name, table }: UncheckedKey): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  nameSession(client)
  try {
    await client.query(`set lock_timeout = '2s'`)
    await client.query(
      `alter table ${pg.escapeIdentifier(table)} validate constraint ${pg.escapeIdentifier(name)}`,
    )
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError && AGAIN.has(error.code ?? '')) return false
    throw error
  } finally {
    await client.end()
  }
}
