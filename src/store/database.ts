import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Region } from '../domain/region/region.ts'
import type { Keyring } from './encryption.ts'

type Session = NodePgDatabase<Record<string, never>>
type Transaction = Parameters<Parameters<Session['transaction']>[0]>[0]

declare const proven: unique symbol

/** A transaction inside one region. Only `inRegion` makes one, so a query that has it cannot leave its region. */
export type Scope = {
  readonly regionId: string
  readonly tx: Transaction
  readonly keyring: Keyring
  /** Regions as they were last read, by id: kept as long as their revision holds. */
  readonly regions: Map<string, { revision: string; region: Region }>
  readonly [proven]: 'scope'
}

/** A transaction that sees where things are, in every region, and none of their content. */
export type Gate = { readonly tx: Transaction; readonly [proven]: 'gate' }

/** A transaction that sees the tokens of workspaces, and nothing of any region. */
export type Vault = { readonly tx: Transaction; readonly keyring: Keyring; readonly [proven]: 'vault' }

export type Database = {
  inRegion<T>(regionId: string, work: (scope: Scope) => Promise<T>): Promise<T>
  atGate<T>(work: (gate: Gate) => Promise<T>): Promise<T>
  inVault<T>(work: (vault: Vault) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const roleSql = (regionId: string): string =>
  `set local role tsunagi_app; select set_config('app.region', ${pg.escapeLiteral(regionId)}, true)`

/**
 * Opens a pool on a PostgreSQL that was migrated. Every transaction takes a plain role first (row security does not
 * bind an owner or superuser).
 */
export const openDatabase = (url: string, keyring: Keyring, onError: (error: Error) => void): Database => {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  pool.on('error', onError)
  const session: Session = drizzle(pool)
  const regions: Scope['regions'] = new Map()
  return {
    inRegion: (regionId, work) =>
      session.transaction(async (tx) => {
        await tx.execute(roleSql(regionId))
        return work({ regionId, tx, keyring, regions } as Scope)
      }),
    atGate: (work) =>
      session.transaction(async (tx) => {
        await tx.execute('set local role tsunagi_gate')
        return work({ tx } as Gate)
      }),
    inVault: (work) =>
      session.transaction(async (tx) => {
        await tx.execute('set local role tsunagi_vault')
        return work({ tx, keyring } as Vault)
      }),
    close: () => pool.end(),
  }
}
