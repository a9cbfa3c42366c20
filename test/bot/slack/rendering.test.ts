import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card, Part } from '../../../src/bot/card.ts'
import { MESSAGE, VIEW } from '../../../src/bot/slack/limits.ts'
import { fallbackText, renderCard } from '../../../src/bot/slack/render-card.ts'
import { messageFault, viewFault } from '../../support/fake-slack/check.ts'
import { type Block, visibleText } from '../../support/fake-slack/shapes.ts'

const NASTY = '<!channel> <@U0UMI> <https://example.jp|ここ> *太字* _斜め_ ~線~ `字` :smile: & &lt; @here'
const press = (code = '1') => ({ command: 'case.show', options: { case: code } })
const card = (...parts: Part[]): Card => ({ tag: 'test', summary: '概要', parts })
const rendered = (one: Card, surface = MESSAGE): Block[] => renderCard(one, surface) as unknown as Block[]

const modal = (blocks: Block[]) => ({ type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks })
const faults = (one: Card) => [messageFault(rendered(one)), viewFault(modal(rendered(one, VIEW)))]
const FINE = [undefined, undefined]

const items = (count: number, text = 'S-0142') =>
  Array.from({ length: count }, (_, at) => ({
    text: `${text}-${at}`,
    button: { label: '見る', press: press(String(at)) },
  }))

const everyPart = (text: string): Part[] => [
  { part: 'heading', text },
  { part: 'text', text },
  { part: 'fields', fields: [{ label: text, value: text }] },
  { part: 'list', items: [{ text, detail: text }] },
  { part: 'list', ordered: true, items: [{ text, button: { label: text, press: press() } }] },
  { part: 'table', columns: ['時刻', text], rows: [['14:00', text], [text]] },
  { part: 'divider' },
  {
    part: 'buttons',
    buttons: [
      { label: text, press: press(), style: 'danger', confirm: { question: text, yes: text, no: text } },
    ],
  },
  {
    part: 'select',
    label: text,
    press: press(),
    option: 'order',
    choices: [{ value: 'a', label: text, detail: text }],
  },
  { part: 'note', text },
]

describe('Slack takes every part of a card', () => {
  test.each([
    ['short', 'ケース S-0142'],
    ['nasty', NASTY],
    ['blank', '　'],
    ['of 10,000 characters', '長い文です。'.repeat(1_667)],
    ['of 10,000 without a place to break', 'あ'.repeat(10_000)],
    ['of emoji only', '👩🏽‍💻'.repeat(1_500)],
    ['of what Slack escapes', '&<>'.repeat(2_000)],
    ['of line ends', 'あ\n'.repeat(5_000)],
  ])('with text %s', (_, text) => {
    expect(faults(card(...everyPart(text)))).toEqual(FINE)
    for (const part of everyPart(text)) expect(faults(card(part)), part.part).toEqual(FINE)
  })

  test('with nothing in it', () => {
    expect(faults(card())).toEqual(FINE)
    const empty: Part[] = [
      { part: 'fields', fields: [] },
      { part: 'list', items: [] },
      { part: 'table', columns: [], rows: [] },
      { part: 'buttons', buttons: [] },
      { part: 'select', label: '順番', press: press(), option: 'order', choices: [] },
    ]
    expect(faults(card(...empty))).toEqual(FINE)
  })

  test('whatever its size and texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 })
    const part = fc.oneof(
      fc.record({ part: fc.constant('text' as const), text }),
      fc.record({ part: fc.constant('note' as const), text }),
      fc.record({ part: fc.constant('heading' as const), text }),
      fc.constant({ part: 'divider' as const }),
      text.map((one): Part => ({ part: 'fields', fields: Array(23).fill({ label: one, value: one }) })),
      fc.tuple(fc.nat(70), text).map(([count, one]): Part => ({ part: 'list', items: items(count, one) })),
      fc.tuple(fc.nat(120), text).map(
        ([count, one]): Part => ({
          part: 'table',
          columns: ['時刻', '内容'],
          rows: Array(count).fill([one, one]),
        }),
      ),
      fc.tuple(fc.nat(60), text).map(
        ([count, one]): Part => ({
          part: 'buttons',
          buttons: Array(count).fill({ label: one, press: press() }),
        }),
      ),
      fc.nat(300).map(
        (count): Part => ({
          part: 'select',
          label: '順番',
          press: press(),
          option: 'order',
          choices: Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `${at}` })),
        }),
      ),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(faults(card(...(parts as Part[])))).toEqual(FINE)
      }),
      { numRuns: 60 },
    )
  })
})

test('nothing that was typed can act: blocks hold plain text only, as typed', () => {
  const blocks = rendered(card(...everyPart(NASTY)))
  expect(JSON.stringify(blocks)).not.toContain('mrkdwn')
  expect(JSON.stringify(blocks)).not.toContain('"emoji":true')
  expect(visibleText(blocks)).toContain(NASTY)
})

test('the line for notifications is escaped', () => {
  expect(fallbackText({ ...card(), summary: '<!channel> & <@U0UMI>' })).toBe(
    '&lt;!channel&gt; &amp; &lt;@U0UMI&gt;',
  )
})

test('a long text goes on over several blocks, and nothing of it is lost while there is room', () => {
  const text = '相談の経過を書きます。'.repeat(800)
  const seen = visibleText(rendered(card({ part: 'text', text })))
  expect(seen.replaceAll('\n', '')).toBe(text)
})

test('what has no room is told', () => {
  const seen = visibleText(rendered(card({ part: 'text', text: 'あ'.repeat(20_000) })))
  expect(seen.length).toBeGreaterThan(8_000)
  expect(seen).toContain('途中まで表示しています')
})

test('of 200 lines with buttons the first keep theirs, the next are lines, the rest is counted; what follows stays', () => {
  const blocks = rendered(
    card(
      { part: 'heading', text: 'ケース' },
      { part: 'list', items: items(200) },
      { part: 'buttons', buttons: [{ label: '次へ', press: press() }] },
      { part: 'note', text: '以上' },
    ),
  )
  expect(messageFault(blocks)).toBeUndefined()
  const seen = visibleText(blocks)
  const withButton = blocks.filter(({ accessory }) => accessory).length
  expect(withButton).toBeGreaterThan(40)
  const shown = seen.match(/S-0142-\d+/g)?.length ?? 0
  const left = Number(/ほか(\d+)件/.exec(seen)?.[1] ?? 0)
  expect(shown).toBeGreaterThan(withButton)
  expect(shown + left).toBe(200)
  expect(blocks.at(-2)).toMatchObject({ type: 'actions' })
  expect(seen).toContain('以上')
})

test('the first table is Slack’s own in a message; others, and all in a modal, are lines of text', () => {
  const table: Part = { part: 'table', columns: ['時刻', '内容'], rows: [['14:00', '開会']] }
  const kinds = (surface: typeof MESSAGE) => rendered(card(table, table), surface).map(({ type }) => type)
  expect(kinds(MESSAGE)).toEqual(['table', 'section'])
  expect(kinds(VIEW)).toEqual(['section', 'section'])
})
