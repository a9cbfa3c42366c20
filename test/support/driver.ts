import type { Account, CommandView, Dispatch, Platform } from '../../src/bot/port.ts'

/** A person's view of a message, whatever the platform: its visible text and what can be pressed on it. */
export type Seen = {
  id: string
  /** All visible text, top to bottom, a line a part. */
  text: string
  buttons: { label: string }[]
}

/** What a person gets for what they did. */
export type Answer =
  | { kind: 'message'; visibleTo: 'asker' | 'channel'; seen: Seen }
  | { kind: 'form'; title: string; general?: string; fields: AnswerField[] }
  | { kind: 'nothing' }

export type AnswerField = {
  name: string
  label: string
  value: string | string[]
  fault?: string
  choices?: { value: string; label: string }[]
}

/**
 * Plays people on one platform, over its real wire: the same story runs on every platform through this.
 * Slack and Discord drivers stand for the platforms' own servers; nothing inside our code is replaced.
 */
export type Driver = {
  name: string
  workspace: string
  account(user: string): Account
  /** A slash command as one would give it here, e.g. `/case show S-0142`; `channel` is the platform's channel id. */
  types(user: string, line: string, channel?: string): Promise<Answer>
  /** Fills the form now open for this person, by field name, and submits it. Unnamed fields keep what they hold. */
  fills(user: string, values: Record<string, string | string[]>): Promise<Answer>
  /** Presses the button with this label on a message or answer that the person sees. */
  presses(user: string, label: string, on: Seen): Promise<Answer>
  inChannel(channel: string): Promise<Seen[]>
  inDirect(user: string): Promise<Seen[]>
  stop(): Promise<void>
}

export type DriverOptions = {
  dispatch: Dispatch
  commands: readonly CommandView[]
  /** The platform's user ids that exist, and its channels with who is in them. */
  users: string[]
  channels: { id: string; isPrivate: boolean; members: string[] }[]
}

export type StartDriver = (options: DriverOptions) => Promise<{ platform: Platform; driver: Driver }>
