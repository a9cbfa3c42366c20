import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Card, Part } from '../../src/bot/card.ts'
import { renderCard as discordCard } from '../../src/bot/discord/render-card.ts'
import { wordsIn } from '../../src/bot/discord/words.ts'
import { fallbackText, renderCard as slackCard } from '../../src/bot/slack/render-card.ts'
import { messageFault as discordFault } from '../support/fake-discord/check.ts'
import { COMPONENTS_V2, type Component } from '../support/fake-discord/shapes.ts'
import { messageFault as slackFault } from '../support/fake-slack/check.ts'
import type { Block } from '../support/fake-slack/shapes.ts'
import { halved, markupInDiscord, markupInSlack } from './conformance/harm.ts'
import { NASTY } from './conformance/worst.ts'

/** Whatever people type: any letters, and what means something somewhere. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(...NASTY.split('\n')),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 60 }).map((units) => units.join('')),
)
const press = fc.record({
  command: fc.constantFrom('case.show', 'meeting.attend'),
  options: fc.record({ case: fc.uuid() }),
})
const button = fc.record({ label: text, press })
const items = fc.array(
  fc
    .record({ text, detail: text, button: fc.option(button, { nil: undefined }) })
    .map(({ button: one, ...rest }) => (one ? { ...rest, button: one } : rest)),
  { maxLength: 60 },
)
const item = fc.record({
  number: text,
  text,
  tags: fc.array(text, { maxLength: 3 }),
  clock: text,
  duration: text,
  who: text,
  paragraphs: fc.array(fc.record({ label: text, texts: fc.array(text, { maxLength: 3 }) }), { maxLength: 3 }),
})
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ part: fc.constantFrom('heading' as const, 'text' as const, 'note' as const), text }),
  fc.record({
    part: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: text, value: text }), { maxLength: 30 }),
  }),
  fc.record({ part: fc.constant('list' as const), ordered: fc.boolean(), items }),
  fc.record({
    part: fc.constant('table' as const),
    columns: fc.array(text, { maxLength: 5 }),
    rows: fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 30 }),
  }),
  fc.constant({ part: 'divider' as const }),
  fc.record({ part: fc.constant('title' as const), lines: fc.array(text, { maxLength: 3 }) }),
  fc.record({ part: fc.constant('marks' as const), marks: fc.array(text, { maxLength: 3 }) }),
  fc.record({ part: fc.constant('items' as const), items: fc.array(item, { maxLength: 30 }) }),
  fc.record({ part: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 12 }) }),
  fc.record({
    part: fc.constant('select' as const),
    label: text,
    press,
    option: fc.constant('case'),
    choices: fc.array(fc.record({ value: text, label: text, detail: text }), { maxLength: 40 }),
  }),
)
const card: fc.Arbitrary<Card> = fc.record({
  tag: fc.constant('generated'),
  summary: text,
  parts: fc.array(part, { maxLength: 12 }),
})
const RUNS = { numRuns: 60 }

test('Slack takes any card, and nothing in it acts', () => {
  fc.assert(
    fc.property(card, (any) => {
      const blocks = slackCard(any)
      expect(slackFault(blocks)).toBeUndefined()
      expect(markupInSlack(blocks as Block[], fallbackText(any))).toEqual([])
      expect(halved(blocks)).toEqual([])
    }),
    RUNS,
  )
})

test('Discord takes any card, and nothing in it acts', () => {
  fc.assert(
    fc.property(card, (any) => {
      const components = [discordCard(any, { words: wordsIn('ja'), guild: '910000000000000001' })]
      expect(
        discordFault({ flags: COMPONENTS_V2, components, allowed_mentions: { parse: [] } }),
      ).toBeUndefined()
      expect(markupInDiscord(components as Component[])).toEqual([])
      expect(halved(components)).toEqual([])
    }),
    RUNS,
  )
})
