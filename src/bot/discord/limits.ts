import { beginning } from '../kit/text.ts'
import type { Limits } from '../port.ts'

/** Discord's limits for what we use (its component, command and interaction references), in UTF-16 units. */
export const LIMIT = {
  components: 40,
  text: 4_000,
  heading: 250,
  button: 80,
  buttonsPerRow: 5,
  options: 25,
  option: 100,
  placeholder: 150,
  inputPlaceholder: 100,
  input: 4_000,
  customId: 100,
  modalTitle: 45,
  threadName: 100,
  eventName: 100,
  eventDescription: 900,
  eventPlace: 100,
  modalComponents: 5,
  label: 45,
  labelDescription: 100,
  name: 32,
  description: 100,
  subcommands: 25,
  suggestions: 25,
} as const

/**
 * Discord lets a bot call 50 times a second, and post five times in five seconds into a channel. A message may need a
 * call before it, which opens a person's direct messages or looks who reads a channel: so 25 of them a second.
 */
export const RATES: Limits = {
  of: 'bot',
  messages: { count: 24, spare: 1, perMs: 1_000 },
  place: { count: 5, perMs: 5_250 },
  looks: 'with-messages',
}

/** At most `limit` UTF-16 units, never through the middle of a character; what is cut ends in `…`. */
export const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${beginning(text, limit - 1)}…`

/** For a place that takes no blank text and no line break: a button, an option, a title. */
export const oneLine = (text: string, limit: number): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line === '' ? '…' : cut(line, limit)
}
