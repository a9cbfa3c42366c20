import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Applied, appliedMigrations } from '../engine/apply-migrations.ts'
import { nameSession } from '../engine/sessions.ts'

/** A table with its columns in one order. `regional`: each row belongs to a region. */
export type CopiedTable = { name: string; columns: string[]; regional: boolean }

/** A consistent snapshot of the whole store. */
export type Snapshot = {
  schema: Applied[]
  /** In topological order: no row is loaded before the rows it references. */
  tables: CopiedTable[]
  regionIds: string[]
  /** Ids of the keys that texts are sealed with. */
  keyIds: string[]
  /** Streams the rows of a region (null: of a table without regions) in PostgreSQL's COPY text format, a line a row. */
  copy(regionId: string | null, table: CopiedTable): AsyncIterable<Buffer>
}

/**
 * Runs `work` on a snapshot, in one repeatable-read transaction. It reads region by region as the bot does, so that an
 * owner who is subject to row security, too, gets every row.
 */
export const takeSnapshot = async <T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  nameSession(client)
  try {
    await client.query('begin isolation level repeatable read read only')
    const schema = await appliedMigrations(client)
    const tables = schema.length === 0 ? [] : inLoadOrder(await ourTables(client), await references(client))
    const regionIds = schema.length === 0 ? [] : await regions(client)
    const keyIds = await keysInUse(client, tables, regionIds)
    const copy = async function* (regionId: string | null, { name, columns }: CopiedTable) {
      await (regionId === null ? client.query('reset role') : enterRegion(client, regionId))
      const list = columns.map(pg.escapeIdentifier).join(', ')
      yield* client.query(copyTo(`copy (select ${list} from ${pg.escapeIdentifier(name)}) to stdout`))
    }
    return await work({ schema, tables, regionIds, keyIds, copy })
  } finally {
    await client.end()
  }
}

const enterRegion = async (client: pg.Client, regionId: string): Promise<void> => {
  await client.query('set local role tsunagi_app')
  await client.query(`select set_config('app.region', $1, true)`, [regionId])
}

const regions = async (client: pg.Client): Promise<string[]> => {
  await client.query('set local role tsunagi_gate')
  const { rows } = await client.query<{ region_id: string }>('select region_id from regions order by 1')
  await client.query('reset role')
  return rows.map(({ region_id }) => region_id)
}

/**
 * Lists all of our tables, and nobody else's in the same database: those protected by `protect_region`, and those that
 * only `tsunagi_vault` reads.
 */
export const ourTables = async (client: pg.Client): Promise<CopiedTable[]> => {
  const { rows } = await client.query<CopiedTable>(
    `select c.relname::text as name,
            array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
            exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_region') as regional
     from pg_class c
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and (exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_region')
         or exists (select from aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
                    where r.rolname = 'tsunagi_vault'))
     order by c.relname`,
  )
  return rows
}

type Reference = { name: string; target: string }

const references = async (client: pg.Client): Promise<Reference[]> => {
  const { rows } = await client.query<Reference>(
    `select c.relname::text as name, t.relname::text as target
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.conrelid <> k.confrelid and c.relnamespace = current_schema()::regnamespace`,
  )
  return rows
}

const inLoadOrder = (tables: readonly CopiedTable[], refers: readonly Reference[]): CopiedTable[] => {
  const ordered: CopiedTable[] = []
  let left = [...tables]
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name))
    const waits = (table: CopiedTable) =>
      refers.some(({ name, target }) => name === table.name && waiting.has(target))
    const free = left.filter((table) => !waits(table))
    if (free.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting].join(', ')}`)
    ordered.push(...free)
    left = left.filter(waits)
  }
  return ordered
}

/** Bytes 2 to 5 of a sealed text name its key (encryption.ts); every column of bytes in our tables is sealed. */
const keysInUse = async (
  client: pg.Client,
  tables: readonly CopiedTable[],
  regionIds: readonly string[],
): Promise<string[]> => {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `select c.relname::text as table, quote_ident(a.attname) as column
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and a.atttypid = 'bytea'::regtype and not a.attisdropped`,
  )
  const found = new Set<string>()
  const look = async (regional: boolean) => {
    for (const { table, column } of columns) {
      if (!tables.some(({ name, regional: is }) => name === table && is === regional)) continue
      const { rows } = await client.query<{ id: string }>(
        `select distinct encode(substring(${column} from 2 for 4), 'hex') as id
         from ${pg.escapeIdentifier(table)} where ${column} is not null`,
      )
      for (const { id } of rows) found.add(id)
    }
  }
  await look(false)
  for (const regionId of regionIds) {
    await enterRegion(client, regionId)
    await look(true)
  }
  await client.query('reset role')
  return [...found].sort()
}
