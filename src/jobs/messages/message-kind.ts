import type { Card } from '../../bot/card.ts'
import type { Audience, Language } from '../../bot/port.ts'
import type { Region } from '../../domain/region/region.ts'
import type { PlatformName } from '../../domain/workspace/platforms.ts'
import type { Scope } from '../../store/engine/database.ts'
import type { Delivery, Told } from '../../store/outbox/deliveries.ts'
import type { Catalogue } from '../../text/catalogue.ts'

export type MessageFacts = {
  scope: Scope
  region: Region
  delivery: Delivery
  now: Temporal.Instant
  today: Temporal.PlainDate
  language: Language
  text: Catalogue
  /** The platforms that run here: where further messages can go. */
  running: ReadonlySet<PlatformName>
  /** Who reads the place, for kinds that ask (`needsAudience`); undefined where the platform will not say. */
  audience: Audience | undefined
}

export type Message =
  | {
      ok: true
      card: Card
      told?: Partial<Told>
      /** Where it stands already: the card takes its place there instead of being posted. */
      replaces?: { channel: string; message: string }
    }
  | { ok: false; reason: string }

/** A kind of message: its card is made from the store at the moment of sending, or it is not worth saying any more. */
export type MessageKind = {
  kind: string
  /** Holds case content for a channel: who can read there is looked up before each sending. */
  needsAudience: boolean
  /** May go out when the region's offices are closed. */
  outOfHours: boolean
  /** About these hours: it goes ahead of whatever else waits, of digests above all. */
  urgent?: true
  /** Kept at hand in its channel, in place of the one before. */
  pinned?: true
  /** Begins a thread of this name. */
  threadName?: (scope: Scope, region: Region, delivery: Delivery) => Promise<string | undefined>
} & (
  | { compose(facts: MessageFacts): Promise<Message> }
  /** Several at once, in their order: of a kind that many people get at one instant, the store is read once for all. */
  | { composeAll(facts: readonly MessageFacts[]): Promise<Message[]> }
)
