import { type Component, inside, TYPE } from '../../support/fake-discord/shapes.ts'
import type { Block } from '../../support/fake-slack/shapes.ts'

/** Every text in something that goes over the wire. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** Half a letter: Slack and Discord refuse it, or show a box. */
export const halved = (value: unknown): string[] => textsIn(value).filter((text) => !text.isWellFormed())

/** Texts of a Slack message that Slack would read as markup. Plain text without emoji codes is shown as it is. */
export const markupInSlack = (blocks: readonly Block[], fallback: string): string[] => [
  ...(/[<>]|&(?!amp;|lt;|gt;)/.test(fallback) ? [fallback] : []),
  ...actingIn(blocks),
]

const actingIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const { type, text, emoji } = value as { type?: string; text?: unknown; emoji?: boolean }
  const acts = typeof text === 'string' && type !== 'raw_text' && (type !== 'plain_text' || emoji !== false)
  return [...(acts ? [text] : []), ...Object.values(value).flatMap(actingIn)]
}

const FENCE = /^```\n([^`]*)\n```/gm
/** What our own renderer adds: small print and headings at a line's start, bold around a label. */
const OURS = /^(?:### |-# )|\*\*(?=[^*\n]*\*\*)|(?<=\*\*[^*\n]*)\*\*/gm
/** What is escaped is an ordinary letter there: were it cut out, what stands around it would seem to touch. */
const LETTER = 'x'
const ACTS = /[*_~`|[\]<>#@]|:\/\/|^\s*[-+=] |^\s*\d+[.)] /m

/** Texts of a Discord message in which something would act once what is escaped and what is ours is taken away. */
export const markupInDiscord = (components: readonly Component[]): string[] =>
  inside(components)
    .filter(({ type }) => type === TYPE.text)
    .map(({ content }) => String(content))
    .filter((content) => {
      const escaped = content.replace(FENCE, '').replace(/\\[^0-9A-Za-z\s]/g, LETTER)
      return ACTS.test(escaped.replace(OURS, ''))
    })
