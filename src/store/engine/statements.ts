import type pg from 'pg'

/** A list in a query makes a text for each of its lengths: more than these would burden the server. */
const MOST = 400
/** The name of each text, the same on every connection. */
const NAMES = new Map<string, string>()

const nameOf = (text: string): string | undefined => {
  const known = NAMES.get(text)
  if (known !== undefined || NAMES.size >= MOST) return known
  const name = `q${NAMES.size}`
  NAMES.set(text, name)
  return name
}

const gathering = new WeakSet<pg.PoolClient>()

/** What is asked before anybody waits for an answer goes to the server in one writing. */
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
 * The connection as Drizzle uses it, where the server reads and plans each query once: a query with parameters is sent
 * as a named statement. The server makes a plan anew by itself when a table or its statistics change.
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
