import type { Press } from './press.ts'

/**
 * What people see, in a closed set of parts. All texts are plain: a renderer escapes them, so that nothing typed by
 * a person can mention, link or format on any platform. Line breaks are kept.
 */
export type Card = {
  /** Stable name of what is being said, e.g. `agenda.posted`: for tests, the ledger and the conformance suite. */
  tag: string
  /** One line for notifications and screen readers, on platforms that show one. */
  summary: string
  parts: Part[]
  /** Where the place is a workspace's list of events (`EVENTS`): what stands there. */
  event?: CardEvent
}

/** A meeting among a workspace's events. `id` is the meeting's; instants are ISO strings in UTC. */
export type CardEvent = {
  id: string
  name: string
  about: string
  where: string
  startsAt: string
  endsAt: string
  cancelled: boolean
}

export type Part =
  | { part: 'heading'; text: string }
  | { part: 'text'; text: string }
  | { part: 'fields'; fields: { label: string; value: string }[] }
  | { part: 'list'; ordered?: boolean; items: ListItem[] }
  | { part: 'table'; columns: string[]; rows: string[][] }
  | { part: 'divider' }
  | { part: 'buttons'; buttons: Button[] }
  | { part: 'select'; label: string; press: Press; option: string; choices: Choice[] }
  | { part: 'note'; text: string }

/** One line, with at most one thing to do there. `detail` is smaller and comes below. */
export type ListItem = { text: string; detail?: string; button?: Button }

export type Button = {
  label: string
  press: Press
  style?: 'primary' | 'danger'
  /** Asked before the press counts, where it cannot be taken back. */
  confirm?: { question: string; yes: string; no: string }
}

/** In a select: choosing runs `press` with `option` set to the value. */
export type Choice = { value: string; label: string; detail?: string }
