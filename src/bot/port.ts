import type { PlatformName } from '../domain/workspace/platforms.ts'
import type { Card, Choice } from './card.ts'
import type { FormFaults, FormValues, FormView } from './form.ts'
import type { Press } from './press.ts'

export type Language = 'ja' | 'en'

/** One person in one workspace of one platform, by the platform's own ids. */
export type Account = { platform: PlatformName; workspace: string; user: string }

/** What a person did, as an adapter understands it. */
export type Interaction = {
  /** The platform's id of this event: the same event delivered twice carries the same id. */
  event: string
  account: Account
  /** The platform's id of the channel it happened in. */
  channel?: string
  /** The person's language as the platform knows it. */
  language?: Language
  /** The person's name as the platform shows it. */
  name?: string
} /** Typed words after the slash: `case register S-0142`, `ケース 登録 S-0142`. */ & (
  | { kind: 'words'; words: string }
  /**
   * A command named with its options: a structured slash command, a pressed button, a chosen value, a shortcut.
   * `quoted`: the text of the message that a message shortcut was used on, for the form's field that takes it.
   */
  | { kind: 'run'; press: Press; quoted?: string }
  | { kind: 'submit'; press: Press; values: FormValues }
  /** Typed so far and not sent: kept for when the form is opened again, here or elsewhere. Answered by nothing. */
  | { kind: 'keep'; press: Press; values: FormValues }
  /** The person opened their own page of the bot. */
  | { kind: 'home' }
  /** The person is typing an option's value and wants proposals. */
  | { kind: 'suggest'; press: Press; option: string; typed: string }
)

/** A file for the one who asked. `name` in ASCII, as every platform keeps it; `alt`: what it shows, in words. */
export type Attachment = { name: string; mediaType: string; bytes: Uint8Array; alt: string }

/** What the bot answers. Only the asker sees a card unless `to` says otherwise. */
export type Reply =
  /** Files go to the asker alone, whoever sees the card. */
  | { kind: 'card'; card: Card; to: 'asker' | 'channel'; files?: readonly Attachment[] }
  /** Takes the place of the message whose button was pressed; where there is none, a card to the asker. */
  | { kind: 'replace'; card: Card }
  | { kind: 'form'; form: FormView }
  /** The form comes back with what was typed (as each field's `initial`) and the reasons. */
  | { kind: 'correct'; form: FormView; faults: FormFaults }
  | { kind: 'home'; card: Card }
  | { kind: 'suggestions'; choices: Choice[] }
  /** Deduplicated: this event was answered before. */
  | { kind: 'nothing' }

/** The one door into the product. Never throws: a bug becomes a polite card with a reference, and a log line. */
export type Dispatch = (interaction: Interaction) => Promise<Reply>

/** A command as adapters see it: enough for a manifest, a registration, completion and help. */
export type CommandView = {
  /** `case.register` */
  id: string
  noun: Words
  verb: Words
  description: Words
  options: OptionView[]
  /** Its answer is a form, so that a platform with a short-lived trigger can open one at once. */
  opensForm: boolean
  /** Also in the platform's menus: everywhere, or on a message whose text it takes along. */
  shortcut?: 'global' | 'message'
  /** What it is called there. One on a message may be in the menu for everywhere, too. */
  shortcutNames?: { global?: Words; message?: Words }
}
export type OptionView = {
  name: string
  words: Words
  description: Words
  required: boolean
  /** Proposals are asked for with a `suggest` interaction. */
  suggests: boolean
  choices?: { value: string; words: Words }[]
}
/** `en` is also the ASCII word to type. */
export type Words = { ja: string; en: string }

/** Where a message goes: a channel, or one person's direct messages. */
export type Place =
  | { platform: PlatformName; workspace: string; channel: string }
  | { platform: PlatformName; workspace: string; user: string }

/**
 * In place of a channel's id: the workspace's list of events, where a platform has one. Posting a card with an `event`
 * there upserts or cancels it, and is idempotent.
 */
export const EVENTS = 'events'

export type MessageRef = { platform: PlatformName; workspace: string; channel: string; message: string }

/** Expected ways for a call to fail, which the caller decides on; an adapter retries nothing by itself. */
export type Failure =
  /** Not done: the platform asks to wait, with everything there, in the workspace, or of the bot. */
  | { failure: 'rate-limited'; retryAfterSeconds: number; of: 'place' | 'workspace' | 'bot' }
  /** Not done: the platform cannot be reached, or says it is down. */
  | { failure: 'unavailable'; detail: string }
  /** The answer was lost: it may have been done. Look with `find` before doing it again. */
  | { failure: 'unknown'; detail: string }
  /** Will not be done as things stand. */
  | { failure: 'refused'; reason: Refusal; detail: string }

export type Refusal = 'no-place' | 'no-permission' | 'not-connected' | 'closed-to-bots' | 'malformed'

export type Posted = { ok: true; message: MessageRef } | ({ ok: false } & Failure)
export type Updated = { ok: true } | ({ ok: false } & Failure)
export type Found = { ok: true; message: MessageRef | undefined } | ({ ok: false } & Failure)

/** Who can read a channel. `members` are the platform's ids of people, without bots. */
export type Audience = { isPrivate: boolean; isSharedOutside: boolean; members: readonly string[] }
export type AudienceSeen = { ok: true; audience: Audience } | ({ ok: false } & Failure)

/** Who is in a workspace, without bots and those who left. */
export type PeopleSeen = { ok: true; people: { user: string; name: string }[] } | ({ ok: false } & Failure)

/** A burst of `count`, then none until `perMs` milliseconds after its first. */
type Limit = { count: number; perMs: number }

/** Our rate limits towards a platform, below its own ones: its clock is not ours. */
export type Limits = {
  /** What shares a limit: each workspace has one, or the whole bot. */
  of: 'workspace' | 'bot'
  /** Messages in all; `spare` more of urgent ones. */
  messages: Limit & { spare: number }
  /** Into one channel, or to one person. */
  place: Limit
  /**
   * Looking who reads there, looking for a message, changing one: a limit of its own, or covered by that of messages.
   */
  looks: Limit | 'with-messages'
}

/**
 * Why an adapter did not start, and in the reader's words what to do. `refused`: the platform takes the token or its
 * settings no more, which somebody has to mend; anything else may pass by itself.
 */
export type NotStarted = { ok: false; why: 'refused' | 'unreachable'; reason: string }

/**
 * What a chat system can do for the product. One attempt each: retries are the queue's. No field is optional: a wrapper
 * that leaves one out must not compile.
 */
export type Platform = {
  name: PlatformName
  limits: Limits | 'unlimited'
  /** Posts once. `key` is the delivery's idempotency key and travels with the message, where `find` looks for it. */
  post(place: Place, card: Card, key: string): Promise<Posted>
  /** The message that carries `key`, if the platform has it; `since` bounds the search. */
  find(place: Place, key: string, since: Temporal.Instant): Promise<Found>
  update(message: MessageRef, card: Card): Promise<Updated>
  audience(place: Place): Promise<AudienceSeen>
  people(workspace: string): Promise<PeopleSeen>
  /** Pins the message in its channel, in place of `instead`. Idempotent. */
  pin(message: MessageRef, instead: MessageRef | undefined): Promise<Updated>
  /** Opens a thread below the message, on platforms where replying needs one. Idempotent. */
  openThread(message: MessageRef, name: string): Promise<Updated>
  /** Drains and closes: stops receiving, and answers what is in flight. */
  stop(): Promise<void>
}
