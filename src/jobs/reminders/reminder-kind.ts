import type { PeopleSeen } from '../../bot/port.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import type { Reminder } from '../../store/outbox/reminders.ts'
import type { JobContext } from '../job.ts'

type ReminderFacts = {
  scope: Scope
  region: Region
  reminder: Reminder
  now: Temporal.Instant
  context: JobContext
  /** What `look` saw. */
  people?: PeopleSeen | undefined
}

/** What a kind of reminder does when its instant comes. Returns how it ended, for the ledger. */
export type ReminderKind = {
  kind: string
  /** Asks the platform beforehand, outside the transaction. */
  look?: (reminder: Reminder, context: JobContext) => Promise<PeopleSeen | undefined>
  act(facts: ReminderFacts): Promise<string>
}
