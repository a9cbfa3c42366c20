import type { Card } from '../../bot/card.ts'
import type { Audience, Language, PeopleSeen } from '../../bot/port.ts'
import type { NewReminder, NoticeKind } from '../../domain/delivery/notice.ts'
import type { Region } from '../../domain/region/region.ts'
import type { PlatformName } from '../../domain/workspace/platforms.ts'
import type { Scope } from '../../store/engine/database.ts'
import type { Delivery, Told } from '../../store/outbox/deliveries.ts'
import type { Reminder } from '../../store/outbox/reminders.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import type { JobContext } from '../job.ts'
import { withoutHiddenCodes } from './hide-codes.ts'
import { announce, type Recipient } from './recipients.ts'

/** The kinds that have a name: a kind that no catalogue names does not compile. */
export type NoticeName = keyof Catalogue['notices']

/** A snapshot that a declaration decides on: a region at an instant, in a transaction. */
export type Moment = {
  scope: Scope
  region: Region
  now: Temporal.Instant
  /** The platforms that run here: where messages can go. */
  running: ReadonlySet<PlatformName>
}

/** A reminder that is due. `people`: what `look` returned. */
export type ReminderFacts = Moment & { reminder: Reminder; people: PeopleSeen | undefined }

/** A message that is about to be sent. */
export type MessageFacts = Moment & {
  delivery: Delivery
  today: Temporal.PlainDate
  language: Language
  text: Catalogue
  /** Who reads the place, for kinds that check it (`readers`); undefined where the platform will not say. */
  audience: Audience | undefined
}

export type Message =
  | {
      ok: true
      card: Card
      told?: Partial<Told>
      /** The earlier post, which is updated in place instead of posting anew. */
      replaces?: { channel: string; message: string } | undefined
    }
  | { ok: false; reason: string }

type Answer<T> = T | Promise<T>

/** When and how a message may go. */
type Manner<Payload> = {
  /** `any`: it may go out when the region's offices are closed. */
  hours: 'office' | 'any'
  /** Priority over all that waits, digests above all. */
  urgency?: 'urgent'
  /** Holds case content as its body discloses it: the channel's audience is checked before each send. */
  readers?: 'checked'
  /** Pinned in its channel, and the one before unpinned. */
  pinned?: true
  /** Begins a thread of this name. */
  threadName?: (scope: Scope, region: Region, payload: Payload) => Promise<string | undefined>
}

/** A message with one condition, checked when it is planned and again when it is sent. */
type Single<Payload, Found> = {
  /** Loads what the message is about; a string is the reason to skip it. */
  stillTrue(moment: Moment, payload: Payload): Answer<Found | string>
  compose(facts: MessageFacts & { payload: Payload; found: Found }): Answer<Message>
}

/** Composes a batch, in order: for a kind that many get at once, one read of the store serves all. */
type Many<Payload> = {
  composeAll(facts: readonly (MessageFacts & { payload: Payload })[]): Promise<Message[]>
}

/** Plans for a region on the first of a month, by its file alone; a purpose that is planned already stays as it is. */
export type PlansAhead = (moment: Pick<Moment, 'region' | 'now'>) => readonly NewReminder[]

/** The reminder that makes the messages, where one is planned. */
type Planned<Payload, Found> = {
  /** Plans it monthly, where no action plans it for what somebody did. */
  plan?: PlansAhead
  /** The reminder's kind, where it is not the message's. */
  plannedAs?: NoticeKind<string, Payload>
  /** Lists the recipients; a string is the reason for none. `key`: the prefix of their idempotency keys. */
  to?: (
    facts: ReminderFacts & { payload: Payload; found: Found; key: string },
  ) => Answer<readonly Recipient[] | string>
  /** Replaces `to` where more is done than fanning out one message. Returns the result for the ledger. */
  act?: (facts: ReminderFacts & { payload: Payload }) => Promise<string>
}

/** Handles a kind of reminder when it is due. */
export type ReminderHandler = {
  kind: string
  /** Asks the platform beforehand, outside the transaction. */
  look?:
    | ((reminder: Reminder, platforms: JobContext['platforms']) => Promise<PeopleSeen | undefined>)
    | undefined
  /** Returns how it ended, for the ledger. */
  act(facts: ReminderFacts): Promise<string>
}

/** Composes a kind of message from the store at the moment of sending, or skips it with a reason. */
export type MessageHandler = Omit<Manner<never>, 'threadName'> & {
  kind: string
  threadName?: ((scope: Scope, region: Region, delivery: Delivery) => Promise<string | undefined>) | undefined
  composeAll(facts: readonly MessageFacts[]): Promise<Message[]>
}

/** An entry of the list: a reminder, a message, or both, and what plans the reminder ahead. */
export type Declared = {
  reminder?: ReminderHandler | undefined
  message?: MessageHandler | undefined
  plan?: PlansAhead | undefined
}

/** Declares a message, with the reminder that makes it: one declaration from the plan to the card. */
export const notice = <Kind extends NoticeName, Payload, Found extends object = object>(
  kind: NoticeKind<Kind, Payload>,
  declaration: Manner<Payload> & Planned<Payload, Found> & (Single<Payload, Found> | Many<Payload>),
): Declared => {
  const { threadName, plannedAs = kind, to, act, plan } = declaration
  const act_ = act ?? (to && fanOut(kind, plannedAs, to, finderOf(declaration)))
  return {
    plan,
    reminder: act_ && chore(plannedAs, { act: act_ }).reminder,
    message: {
      ...declaration,
      kind: kind.kind,
      threadName:
        threadName && ((scope, region, { subject }) => threadName(scope, region, kind.read(subject))),
      composeAll: async (all) => {
        const facts = all.map((one) => ({ ...one, payload: kind.read(one.delivery.subject) }))
        const messages =
          'composeAll' in declaration
            ? await declaration.composeAll(facts)
            : await eachAlone(declaration, facts)
        return declaration.readers === 'checked' ? messages : withoutHiddenCodes(all, messages)
      },
    },
  }
}

/** Declares a reminder that tells nobody by itself. */
export const chore = <Payload>(
  kind: NoticeKind<string, Payload>,
  {
    look,
    act,
  }: {
    look?: (payload: Payload, platforms: JobContext['platforms']) => Promise<PeopleSeen | undefined>
    act(facts: ReminderFacts & { payload: Payload }): Promise<string>
  },
): Declared => ({
  reminder: {
    kind: kind.kind,
    look: look && ((reminder, platforms) => look(kind.read(reminder.subject), platforms)),
    act: (facts) => act({ ...facts, payload: kind.read(facts.reminder.subject) }),
  },
})

const finderOf =
  <Payload, Found extends object>(declaration: Single<Payload, Found> | Many<Payload>) =>
  (moment: Moment, payload: Payload): Answer<Found | string> =>
    'stillTrue' in declaration ? declaration.stillTrue(moment, payload) : ({} as Found)

const fanOut =
  <Payload, Found extends object>(
    kind: NoticeKind<string, Payload>,
    plannedAs: NoticeKind<string, Payload>,
    to: NonNullable<Planned<Payload, Found>['to']>,
    find: (moment: Moment, payload: Payload) => Answer<Found | string>,
  ) =>
  async (facts: ReminderFacts & { payload: Payload }): Promise<string> => {
    const found = await find(facts, facts.payload)
    if (typeof found === 'string') return found
    // Derive the message's idempotency key from the reminder's, under the message's own kind.
    const key = `${kind.kind}${facts.reminder.key.slice(plannedAs.kind.length)}`
    const recipients = await to({ ...facts, found, key })
    if (typeof recipients === 'string') return recipients
    await announce(facts.scope, kind.about(facts.payload), recipients, facts.now)
    return 'done'
  }

const eachAlone = async <Payload, Found extends object>(
  { stillTrue, compose }: Single<Payload, Found>,
  all: readonly (MessageFacts & { payload: Payload })[],
): Promise<Message[]> => {
  const messages: Message[] = []
  for (const facts of all) {
    const found = await stillTrue(facts, facts.payload)
    messages.push(
      typeof found === 'string' ? { ok: false, reason: found } : await compose({ ...facts, found }),
    )
  }
  return messages
}
