import type { KnownBlock, PlainTextElement } from '@slack/types'
import { beginning, clip } from '../kit/text.ts'
import type { Limits } from '../port.ts'

/** Slack's limits for what we use (docs/slack.md), in characters as it counts them. */
export const LIMIT = {
  header: 150,
  section: 3_000,
  field: 2_000,
  fieldsPerSection: 10,
  context: 2_000,
  button: 75,
  buttonsPerRow: 25,
  option: 75,
  options: 100,
  optionGroups: 100,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  modalTitle: 24,
  label: 2_000,
  hint: 2_000,
  placeholder: 150,
  input: 3_000,
  fieldError: 2_000,
  tableColumns: 20,
  tableRows: 100,
  tableText: 5_000,
  fallback: 3_000,
} as const

/**
 * Slack lets an app post once a second into a channel and several hundred times a minute into a workspace, which is
 * taken for 300; methods of its tier 3 are called 50 times a minute (docs.slack.dev, rate limits).
 */
export const RATES: Limits = {
  of: 'workspace',
  messages: { count: 23, spare: 2, perMs: 5_000 },
  place: { count: 1, perMs: 1_100 },
  looks: { count: 20, perMs: 30_000 },
}

/** Where blocks are shown, and how many and how much go there. */
export type Surface = { kind: 'message' | 'view'; blocks: number; weight: number }

/** Slack refuses a message whose blocks hold 11,341 characters (slackapi/bolt-js#2867), by a rule it does not tell. */
export const MESSAGE: Surface = { kind: 'message', blocks: 50, weight: 10_000 }
export const VIEW: Surface = { kind: 'view', blocks: 100, weight: 60_000 }

const [AMPERSAND, LESS, GREATER] = [0x26, 0x3c, 0x3e]

/** In UTF-16 units, which are never fewer than what Slack counts: it stores `&`, `<` and `>` escaped, and may count them so. */
export const lengthOf = (text: string): number => {
  let length = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === AMPERSAND) length += '&amp;'.length - 1
    else if (unit === LESS || unit === GREATER) length += '&lt;'.length - 1
  }
  return length
}

/** At most `limit` long, with `…` where something is left out. Blank text becomes a dash: Slack takes none. */
export const cut = (text: string, limit: number): string => {
  if (text.trim() === '') return '-'
  return lengthOf(text) <= limit ? text : `${beginning(text, limit - 1, lengthOf)}…`
}

/** Text in pieces of at most `limit`, split at line ends, then at sentence ends, then anywhere. */
export const pieces = (text: string, limit: number): string[] => {
  const found: string[] = []
  let piece = ''
  for (const line of text.split('\n').flatMap((one) => shortLines(one, limit))) {
    const joined = piece === '' ? line : `${piece}\n${line}`
    if (lengthOf(joined) <= limit) piece = joined
    else {
      found.push(piece)
      piece = line
    }
  }
  return [...found, piece].filter((one) => one.trim() !== '')
}

const shortLines = (line: string, limit: number): string[] => {
  const lines: string[] = []
  let rest = line
  while (lengthOf(rest) > limit) {
    const most = beginning(rest, limit, lengthOf) || clip(rest, limit - '&amp;'.length)
    const sentence = most.lastIndexOf('。') + 1
    const end = sentence > most.length / 2 ? sentence : most.length
    lines.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...lines, rest]
}

/** Plain text cannot mention, link or format, whatever was typed into it. */
export const plain = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, limit),
  emoji: false,
})

/** What each block, button or cell adds to the texts in it. */
const CONTAINER = 30

/** How much of a message's room a block takes. */
export const weightOf = (block: KnownBlock): number => weigh(block)

const weigh = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + weigh(one), 0)
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (typeof one === 'string' ? (key === 'text' ? lengthOf(one) : 0) : weigh(one)),
    CONTAINER,
  )
}
