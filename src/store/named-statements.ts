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

/**
 * The connection as Drizzle uses it, where the server reads and plans each query once: a query with parameters is sent
 * as a named statement. The server makes a plan anew by itself when a table or its statistics change.
 */
export const namingStatements = (client: pg.PoolClient): pg.PoolClient => {
  const query = (config: pg.QueryConfig, values: unknown[] = []) =>
    values.length === 0
      ? client.query(config)
      : client.query({ ...config, name: nameOf(config.text) }, values)
  return Object.create(client, { query: { value: query } })
}
