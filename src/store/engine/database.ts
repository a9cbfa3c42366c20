import { sql } from 'drizzle-orm'
import pg from 'pg'
import type { Region } from '../../domain/region/region.ts'
import { inPart } from '../../observability/span.ts'
import type { Keyring } from './encryption.ts'
import type { Opened } from './sealed-text.ts'
import { holdSealing, knownSealing, readSealing, type Sealing, SealingChanged, VAULT } from './sealing.ts'
import { openTransactions, type Transaction, type Transactions } from './transactions.ts'

declare const proven: unique symbol

/** A transaction inside one region. Only `inRegion` makes one, so a query that has it cannot leave its region. */
export type Scope = {
  readonly regionId: string
  readonly tx: Transaction
  readonly keyring: Keyring
  readonly sealing: Sealing
  /** Cache of parsed regions, by id, valid while their revision is unchanged. */
  readonly regions: Map<string, { revision: string; region: Region }>
  /** Whether this transaction wrote to the outbox (reminders, deliveries), so that the sweep must be woken. */
  readonly outbox: { isWritten: boolean }
  /** The texts that this transaction decrypted, for the audit log. */
  readonly opened: Opened[]
  readonly [proven]: 'scope'
}

/** A transaction that sees ids and states of every region, none of their content. */
export type Gate = { readonly tx: Transaction; readonly [proven]: 'gate' }

/** A transaction that sees the tokens of workspaces, and nothing of any region. */
export type Vault = {
  readonly tx: Transaction
  readonly keyring: Keyring
  readonly sealing: Sealing
  readonly [proven]: 'vault'
}

export type Database = {
  inRegion<T>(regionId: string, work: (scope: Scope) => Promise<T>): Promise<T>
  atGate<T>(work: (gate: Gate) => Promise<T>): Promise<T>
  inVault<T>(work: (vault: Vault) => Promise<T>): Promise<T>
  /** Pool statistics: open and idle connections, and callers that wait for one. */
  connections(): { open: number; idle: number; waiting: number }
  close(): Promise<void>
}

/** Sets an unprivileged role first in every transaction: row security does not bind an owner or superuser. */
const IN_REGION = (regionId: string): string =>
  `begin; set local role tsunagi_app; select set_config('app.region', ${pg.escapeLiteral(regionId)}, true)`
const AT_GATE = 'begin; set local role tsunagi_gate'
const IN_VAULT = 'begin; set local role tsunagi_vault'

/**
 * Runs `work` with the gate's role within a region's transaction: nothing else of the transaction may run concurrently.
 * On failure the rollback restores the role.
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
  const sealed = sealedIn(transactions)
  return {
    inRegion: (regionId, work) =>
      inPart('transaction', { 'tsunagi.region': regionId }, () =>
        sealed(IN_REGION(regionId), regionId, (tx, sealing) =>
          work({
            regionId,
            tx,
            keyring,
            sealing,
            regions,
            outbox: { isWritten: false },
            opened: [] as Opened[],
          } as Scope),
        ),
      ),
    atGate: (work) =>
      inPart('transaction at the gate', {}, () => transactions.run(AT_GATE, (tx) => work({ tx } as Gate))),
    inVault: (work) => sealed(IN_VAULT, VAULT, (tx, sealing) => work({ tx, keyring, sealing } as Vault)),
    connections: () => transactions.connections(),
    close: () => transactions.close(),
  }
}

/** Runs transactions that know how their place seals. Asked each time until it is by place alone, for good. */
const sealedIn = (transactions: Transactions) => {
  const byPlace = new Set<string>()
  return async <T>(
    begin: string,
    place: string,
    work: (tx: Transaction, sealing: Sealing) => Promise<T>,
  ): Promise<T> => {
    const once = () =>
      transactions.run(begin, async (tx) => {
        const sealing = byPlace.has(place) ? knownSealing() : await readSealing({ tx }, place)
        if (!sealing.opensOld) byPlace.add(place)
        const value = await work(tx, sealing)
        if (sealing.sealedOld) await holdSealing({ tx }, place)
        return value
      })
    try {
      return await once()
    } catch (error) {
      if (error instanceof SealingChanged) return once()
      throw error
    }
  }
}
