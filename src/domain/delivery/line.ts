import type { PlatformName } from '../workspace/platforms.ts'

/** A message as the ledger tells of it: what it was, when, and how it ended; never what it said. */
export type DeliveryLine = {
  id: string
  kind: string
  readerId: string | null
  platform: PlatformName
  /** Where it goes to a channel. */
  channel: string | null
  /** When it was to be said; while the offices are closed, when they open. */
  promisedFor: Temporal.Instant
  /** When it is looked at next, while it is not out. */
  dueAt: Temporal.Instant
  state: 'waiting' | 'sending' | 'sent' | 'skipped'
  sentAt: Temporal.Instant | null
  reason: string | null
}

/** What of one kind was late, or was given up since it was too late. */
export type LateGroup = {
  kind: string
  sent: number
  givenUp: number
  firstPromised: Temporal.Instant
  lastSent: Temporal.Instant | undefined
}
