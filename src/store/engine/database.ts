import { sql } from 'drizzle-orm'
import pg from 'pg'
import type { Region } from '../../domain/region/region.ts'
import { inPart } from '../../observability/span.ts'
import type { Keyring } from './encryption.ts'
import { openTransactions, type Transaction } from './transactions.ts'

declare const proven: unique symbol

/** A transaction inside one region. Only `inRegion` makes one, so a query that has it cannot leave its region. */
export type Scope = {
  readonly regionId: string
  readonly tx: Transaction
  readonly keyring: Keyring
  /** Regions as they were last read, by id: kept as long as their revision holds. */
  readonly regions: Map<string, { revision: string; region: Region }>
  /** Whether this transaction wrote what the sweep is to look at: reminders, deliveries. */
  readonly outbox: { isWritten: boolean }
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
  /** Of the pool: all that are open, those of them that nobody uses, and how many wait for one. */
  connections(): { open: number; idle: number; waiting: number }
  close(): Promise<void>
}

/** Every transaction takes a plain role first: row security does not bind an owner or superuser. */
const IN_REGION = (regionId: string): string =>
  `begin; set local role tsunagi_app; select set_config('app.region', ${pg.escapeLiteral(regionId)}, true)`
const AT_GATE = 'begin; set local role tsunagi_gate'
const IN_VAULT = 'begin; set local role tsunagi_vault'

/**
 * Looks through the gate in a region's transaction, with the gate's rights in place of the region's meanwhile: nothing
 * else of the transaction may run until it is done. A failure leaves the role to the rollback.
 */
export const throughGate = async <T>({ tx }: Scope, work: (gate: Gate) => Promise<T>): Promise<T> => {
  await tx.execute(sql`set local role tsunagi_gate`)
  const answer = await work({ tx } as Gate)
  await tx.execute(sql`set local role tsunagi_app`)
  return answer
}

/** Opens a pool on a PostgreSQL that was migrated. */
export const openDatabase = (url: string, keyring: Keyring, onError: (error: Error) => void): Database => {
  const transactions = openTransactions(url, onError)
  const regions: Scope['regions'] = new Map()
  return {
    inRegion: (regionId, work) =>
      inPart('transaction', { 'tsunagi.region': regionId }, () =>
        transactions.run(IN_REGION(regionId), (tx) =>
          work({ regionId, tx, keyring, regions, outbox: { isWritten: false } } as Scope),
        ),
      ),
    atGate: (work) =>
      inPart('transaction at the gate', {}, () => transactions.run(AT_GATE, (tx) => work({ tx } as Gate))),
    inVault: (work) => transactions.run(IN_VAULT, (tx) => work({ tx, keyring } as Vault)),
    connections: () => transactions.connections(),
    close: () => transactions.close(),
  }
}
