import type { PlainTextElement } from '@slack/types'

/** Slack's limits for the blocks we use (PLATFORM: block kit reference), in characters as it counts them. */
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
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  modalTitle: 24,
  label: 2_000,
  hint: 2_000,
  placeholder: 150,
  input: 3_000,
  messageBlocks: 50,
  viewBlocks: 100,
  fallback: 3_000,
} as const

/** At most `limit` UTF-16 units, never through the middle of a character. Blank text gets a space: Slack takes none. */
export const cut = (text: string, limit: number): string => {
  if (text.trim() === '') return ' '
  if (text.length <= limit) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > limit - 1) break
    kept += character
  }
  return `${kept}…`
}

/** Plain text cannot mention, link or format, whatever was typed into it. */
export const plain = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, limit),
  emoji: false,
})
