import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card, Part } from '../../../src/bot/card.ts'
import { customIds, readCustomId } from '../../../src/bot/discord/custom-id.ts'
import { cutEscaped, escapeText } from '../../../src/bot/discord/escape.ts'
import { markIn, markOf } from '../../../src/bot/discord/mark.ts'
import { renderCard } from '../../../src/bot/discord/render-card.ts'
import { wordsIn } from '../../../src/bot/discord/words.ts'
import type { Press } from '../../../src/bot/press.ts'
import { visible } from '../../support/discord-driver.ts'
import { messageFault } from '../../support/fake-discord/check.ts'
import { type Component, inside, TYPE } from '../../support/fake-discord/shapes.ts'
import { buttons } from './scripted.ts'

const GUILD = '910000000000000001'
const words = wordsIn('ja')
const render = (parts: Part[], key?: string) => {
  const card: Card = { tag: 't', summary: 's', parts }
  return renderCard(card, { words, guild: GUILD, mark: key === undefined ? undefined : markOf(key) })
}
const asSent = (parts: Part[], key?: string) => {
  const components = JSON.parse(JSON.stringify([render(parts, key)])) as Component[]
  const fault = messageFault({ components, flags: 32_768, allowed_mentions: { parse: [] } })
  const texts = inside(components).filter(({ type }) => type === TYPE.text)
  return { components, fault, text: texts.map(({ content }) => String(content)).join('\n') }
}

const NASTY =
  '@everyone <@1> <#2> **太** __下__ ~~消~~ ||隠|| `code` [x](https://evil.example) https://evil.example\n# 見出し\n-# 小\n- 点\n1. 番号\n> 引用\n```js\nx\n```\n<t:1:R> \\'

describe('a card', () => {
  test.each<[string, Part]>([
    ['heading', { part: 'heading', text: NASTY }],
    ['text', { part: 'text', text: NASTY }],
    ['fields', { part: 'fields', fields: [{ label: NASTY, value: NASTY }] }],
    [
      'list',
      {
        part: 'list',
        items: [
          { text: NASTY, detail: NASTY },
          { text: NASTY, button: { label: NASTY, press: { command: 'case.show', options: {} } } },
        ],
      },
    ],
    ['ordered list', { part: 'list', ordered: true, items: [{ text: NASTY }, { text: '' }] }],
    ['table', { part: 'table', columns: ['時', NASTY.slice(0, 9)], rows: [['14:00', '`'], ['x']] }],
    ['wide table', { part: 'table', columns: ['a', 'b'], rows: [[NASTY, NASTY]] }],
    ['divider', { part: 'divider' }],
    [
      'buttons',
      {
        part: 'buttons',
        buttons: [{ label: NASTY, press: { command: 'case.show', options: {} }, style: 'danger' }],
      },
    ],
    [
      'confirmed button',
      {
        part: 'buttons',
        buttons: [
          {
            label: NASTY,
            press: { command: 'case.show', options: {} },
            confirm: { question: NASTY, yes: NASTY, no: '' },
          },
        ],
      },
    ],
    [
      'select',
      {
        part: 'select',
        label: NASTY,
        press: { command: 'case.show', options: {} },
        option: 'case',
        choices: [{ value: 'a', label: NASTY, detail: NASTY }],
      },
    ],
    ['note', { part: 'note', text: NASTY }],
  ])('is taken by Discord with a %s whatever was typed', (_, part) => {
    const { fault, text } = asSent([part])
    expect(fault).toBeUndefined()
    expect(text.replaceAll(/```[^`]*```/g, '')).not.toMatch(
      /(?<!\\)<[@#t]|(?<!\\)@everyone|(?<!\\)\|\||[^\\]:\/\//,
    )
  })

  test('without anything in it is still a message', () => {
    expect(asSent([]).fault).toBeUndefined()
    expect(
      asSent([
        { part: 'text', text: ' ' },
        { part: 'list', items: [] },
        { part: 'buttons', buttons: [] },
      ]).fault,
    ).toBeUndefined()
  })

  test('with too many lines says how many are left, and keeps its buttons', () => {
    const items = Array.from({ length: 300 }, (_, at) => ({ text: `S-${at}　${'長い説明'.repeat(10)}` }))
    const { fault, text, components } = asSent([
      { part: 'heading', text: '一覧' },
      { part: 'list', items },
      ...buttons('次'),
    ])
    expect(fault).toBeUndefined()
    const shown = text.match(/・S-/g)?.length ?? 0
    expect(shown).toBeGreaterThan(20)
    expect(text).toContain(`ほか${300 - shown}件は表示しきれません`)
    expect(inside(components).some(({ label }) => label === '次')).toBe(true)
  })

  test('with a button on each of many lines keeps every line, and as many buttons as there is room for', () => {
    const items = Array.from({ length: 30 }, (_, at) => ({
      text: `S-${at}`,
      button: { label: '見る', press: { command: 'case.show', options: { case: `S-${at}` } } },
    }))
    const { fault, text, components } = asSent([{ part: 'list', items }])
    expect(fault).toBeUndefined()
    const shown = inside(components).filter(({ type }) => type === TYPE.section).length
    expect(shown).toBeGreaterThan(10)
    expect(text.match(/・S-\d+/g)).toHaveLength(30)
    expect(text).not.toContain('ほか')
  })

  test('too long to show ends in an ellipsis', () => {
    const { fault, text } = asSent([{ part: 'text', text: '*'.repeat(5_000) }])
    expect(fault).toBeUndefined()
    expect(text).toContain('…')
    expect(text).toContain('途中まで')
  })

  test('shows a small table aligned, Japanese letters two columns wide', () => {
    const { text } = asSent([
      {
        part: 'table',
        columns: ['時刻', '内容'],
        rows: [
          ['14:00', '開会'],
          ['9:00', 'x'],
        ],
      },
    ])
    expect(text).toBe('```\n時刻   内容\n14:00  開会\n9:00   x\n```')
  })

  test('carries its key in numbers that Discord keeps', () => {
    const { components, fault } = asSent([{ part: 'text', text: 'x' }], 'delivery-1')
    expect(fault).toBeUndefined()
    expect(markIn(components as never)).toEqual(markOf('delivery-1'))
  })

  test('of any parts stays within the limits', () => {
    const press = { command: 'case.show', options: { case: 'S-0142' } }
    const text = fc.string({ unit: 'grapheme', maxLength: 700 })
    const part: fc.Arbitrary<Part> = fc.oneof(
      text.map((one): Part => ({ part: 'text', text: one })),
      text.map((one): Part => ({ part: 'heading', text: one })),
      text.map((one): Part => ({ part: 'note', text: one })),
      fc.constant<Part>({ part: 'divider' }),
      fc
        .array(text, { maxLength: 12 })
        .map((labels): Part => ({ part: 'buttons', buttons: labels.map((label) => ({ label, press })) })),
      fc.array(fc.tuple(text, fc.boolean()), { maxLength: 20 }).map(
        (items): Part => ({
          part: 'list',
          items: items.map(([one, pressed]) => ({
            text: one,
            ...(pressed ? { button: { label: one, press } } : {}),
          })),
        }),
      ),
      fc
        .array(fc.array(text, { maxLength: 3 }), { maxLength: 8 })
        .map((rows): Part => ({ part: 'table', columns: ['a', 'b'], rows })),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        expect(asSent(parts, 'key').fault).toBeUndefined()
      }),
      { numRuns: 150 },
    )
  })
})

describe('escaped text', () => {
  test('reads as it was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab*_~`|[]<>#@:/-+=.)1 \n\\('), maxLength: 60 }),
        (typed) => {
          expect(visible(escapeText(typed))).toBe(typed)
        },
      ),
    )
  })

  test('is never cut through an escape', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'a*\\'), maxLength: 40 }),
        fc.integer({ min: 2, max: 30 }),
        (typed, most) => {
          const cut = cutEscaped(escapeText(typed), most)
          expect(cut.length).toBeLessThanOrEqual(most)
          expect(typed.startsWith(visible(cut.replace(/…$/, '')))).toBe(true)
        },
      ),
    )
  })
})

describe('custom ids', () => {
  const press = fc.record({
    command: fc.constantFrom('case.show', 'monitoring.done'),
    options: fc.dictionary(
      fc.constantFrom('case', 'monitoring'),
      fc.oneof(fc.uuid(), fc.string({ maxLength: 8 })),
      { maxKeys: 1 },
    ),
  }) as fc.Arbitrary<Press>

  test('give back press, option and server, and never repeat in a message', () => {
    fc.assert(
      fc.property(press, fc.boolean(), (one, chooses) => {
        const ids = customIds(GUILD)
        const wanted = chooses ? { press: one, option: 'kind' } : { press: one }
        const made = [ids(wanted), ids(wanted), ids({ ...wanted, confirms: true })]
        expect(new Set(made).size).toBe(3)
        for (const id of made) {
          expect(id?.length).toBeLessThanOrEqual(100)
          const read = readCustomId(id ?? '')
          expect(read?.press).toEqual({ command: one.command, options: { ...one.options } })
          expect(read?.option).toBe(chooses ? 'kind' : undefined)
          expect(read?.guild).toBe(GUILD)
        }
        expect(readCustomId(made[2] ?? '')?.confirms).toBe(true)
      }),
    )
  })

  test('of the longest press still carry the server', () => {
    const longest = { command: 'case.show', options: { case: 'x'.repeat(84 - 'case.show?case='.length) } }
    const id = customIds('18446744073709551615')({ press: longest })
    expect(readCustomId(id ?? '')).toMatchObject({ press: longest, guild: '18446744073709551615' })
  })
})
