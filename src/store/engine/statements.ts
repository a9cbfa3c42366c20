import type pg from 'pg'

/** Limit of named statements: a list in a query makes one for each length, and each costs the server memory. */
const MOST = 400
/** Statement names by SQL text, the same on every connection. */
const NAMES = new Map<string, string>()

const nameOf = (text: string): string | undefined => {
  const known = NAMES.get(text)
  if (known !== undefined || NAMES.size >= MOST) return known
  const name = `q${NAMES.size}`
  NAMES.set(text, name)
  return name
}

const gathering = new WeakSet<pg.PoolClient>()

/** Corks the socket: queries sent in the same tick go to the server in one write. */
const gather = (client: pg.PoolClient): void => {
  if (gathering.has(client)) return
  const { stream } = client.connection
  gathering.add(client)
  stream.cork()
  process.nextTick(() => {
    gathering.delete(client)
    stream.uncork()
  })
}

/**
 * Wraps a connection for Drizzle so that queries with parameters are sent as named statements: the server parses and
 * plans each once, and plans again by itself when a table or its statistics change.
 */
export const statementsOn = (client: pg.PoolClient): pg.PoolClient => {
  const query = (config: pg.QueryConfig, values: unknown[] = []) => {
    gather(client)
    return values.length === 0
      ? client.query(config)
      : client.query({ ...config, name: nameOf(config.text) }, values)
  }
  return Object.create(client, { query: { value: query } })
}
