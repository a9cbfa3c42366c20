export type RedisLogin = { username?: string; password?: string }
type RedisNode = { host: string; port: number }

/** Where a Redis or Valkey is, read from one address. */
export type RedisAddress =
  | { kind: 'socket'; path: string }
  | { kind: 'single'; node: RedisNode; login: RedisLogin; tls: boolean; db: number }
  /** `master`: the name of the monitored group in the sentinels' configuration. */
  | {
      kind: 'sentinel'
      sentinels: RedisNode[]
      master: string
      sentinelPassword?: string
      login: RedisLogin
      tls: boolean
      db: number
    }
  /** Seed nodes; the client discovers the others from them. */
  | { kind: 'cluster'; nodes: RedisNode[]; login: RedisLogin; tls: boolean }

const SHAPE =
  /^(redis|rediss|valkey|valkeys)(\+sentinel|\+cluster)?:\/\/(?:([^@/]*)@)?([^/?#@]+)(\/[^?#]*)?(\?[^#]*)?$/
const NODE = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i
const REDIS_PORT = 6379
const SENTINEL_PORT = 26_379

/**
 * Reads `redis://host:port/db`, `redis+sentinel://host:port,…/master/db`, `redis+cluster://host:port,…` (each with
 * `user:password@` before the first host, `rediss` for TLS, `valkey` for `redis`), and the path of a socket, with or
 * without `unix:`. Undefined for anything else.
 */
export const readRedisAddress = (text: string): RedisAddress | undefined => {
  const path = /^(?:unix:(?:\/\/)?)?(\/[^?#]+)$/.exec(text)?.[1]
  if (path !== undefined) return { kind: 'socket', path }
  const [, scheme, mode, credentials, hosts = '', rest = '', query = ''] = SHAPE.exec(text) ?? []
  if (scheme === undefined) return undefined
  const login = readLogin(credentials)
  const nodes = readNodes(hosts, mode === '+sentinel' ? SENTINEL_PORT : REDIS_PORT)
  if (!login || !nodes) return undefined
  const common = { login, tls: scheme.endsWith('s') && scheme !== 'redis' }
  switch (mode) {
    case '+sentinel':
      return readSentinel(nodes, rest, query, common)
    case '+cluster':
      return /^\/?$/.test(rest) && query === '' ? { kind: 'cluster', nodes, ...common } : undefined
    default: {
      const [node] = nodes
      const db = readDb(/^\/?(\d*)$/.exec(rest)?.[1])
      if (!node || nodes.length > 1 || db === undefined || query !== '') return undefined
      return { kind: 'single', node, ...common, db }
    }
  }
}

const readSentinel = (
  sentinels: RedisNode[],
  rest: string,
  query: string,
  common: { login: RedisLogin; tls: boolean },
): RedisAddress | undefined => {
  const [, master, number] = /^\/([^/]+)(?:\/(\d*))?$/.exec(rest) ?? []
  const db = readDb(number ?? '')
  const given = new URLSearchParams(query)
  const sentinelPassword = given.get('sentinelPassword') ?? undefined
  given.delete('sentinelPassword')
  const name = master === undefined ? undefined : decoded(master)
  if (name === undefined || db === undefined || given.size > 0) return undefined
  const secret = sentinelPassword === undefined ? {} : { sentinelPassword }
  return { kind: 'sentinel', sentinels, master: name, ...secret, ...common, db }
}

const readNodes = (text: string, defaultPort: number): RedisNode[] | undefined => {
  const nodes = text.split(',').flatMap((each) => {
    const [whole, six, host = six, port = String(defaultPort)] = NODE.exec(each.trim()) ?? []
    return whole === undefined || host === undefined || Number(port) > 65_535
      ? []
      : [{ host, port: Number(port) }]
  })
  return nodes.length === text.split(',').length ? nodes : undefined
}

const readLogin = (credentials: string | undefined): RedisLogin | undefined => {
  if (!credentials) return {}
  const [, user = '', secret = ''] = /^([^:]*):?(.*)$/.exec(credentials) ?? []
  const [username, password] = [decoded(user), decoded(secret)]
  if (username === undefined || password === undefined) return undefined
  return { username: username || undefined, password: password || undefined }
}

const readDb = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text === '' ? 0 : text)

/** Undefined where a percent sign stands before something else than two digits. */
const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
