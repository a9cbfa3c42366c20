import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Applied, appliedMigrations } from './apply-migrations.ts'

/** A table of regions' rows, with its columns in one order. */
export type CopiedTable = { name: string; columns: string[] }

/** The whole store as it was at one instant. */
export type Snapshot = {
  schema: Applied[]
  /** In an order in which no row is loaded before the rows it refers to. */
  tables: CopiedTable[]
  regionIds: string[]
  /** Ids of the keys that texts are sealed with. */
  keyIds: string[]
  /** The rows of one region, in PostgreSQL's text format for COPY: a line a row. */
  copy(regionId: string, table: CopiedTable): AsyncIterable<Buffer>
}

/**
 * Hands `work` a snapshot of one instant, whatever is written meanwhile. It reads as the bot does, region by region, so
 * that an owner who is held by row security too gets every row.
 */
export const takeSnapshot = async <T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const schema = await appliedMigrations(client)
    const tables =
      schema.length === 0 ? [] : inLoadOrder(await regionTables(client), await references(client))
    const regionIds = schema.length === 0 ? [] : await regions(client)
    const keyIds = await keysInUse(client, regionIds)
    const copy = async function* (regionId: string, { name, columns }: CopiedTable) {
      await enterRegion(client, regionId)
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

/** Every table that `protect_region` was called for: all of ours, and nobody else's in the same database. */
export const regionTables = async (client: pg.Client): Promise<CopiedTable[]> => {
  const { rows } = await client.query<CopiedTable>(
    `select c.relname::text as name,
            array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns
     from pg_policy p join pg_class c on c.oid = p.polrelid
     where p.polname = 'own_region' and c.relnamespace = current_schema()::regnamespace
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
const keysInUse = async (client: pg.Client, regionIds: readonly string[]): Promise<string[]> => {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `select p.polrelid::regclass::text as table, quote_ident(a.attname) as column
     from pg_policy p join pg_attribute a on a.attrelid = p.polrelid
     where p.polname = 'own_region' and a.atttypid = 'bytea'::regtype and not a.attisdropped`,
  )
  const found = new Set<string>()
  for (const regionId of regionIds) {
    await enterRegion(client, regionId)
    for (const { table, column } of columns) {
      const { rows } = await client.query<{ id: string }>(
        `select distinct encode(substring(${column} from 2 for 4), 'hex') as id from ${table} where ${column} is not null`,
      )
      for (const { id } of rows) found.add(id)
    }
    await client.query('reset role')
  }
  return [...found].sort()
}
