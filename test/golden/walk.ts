import { randomUUID } from 'node:crypto'
import type { Button, Card } from '../../src/bot/card.ts'
import type { FieldView, FormValues, FormView } from '../../src/bot/form.ts'
import type { Account, Interaction, Language, Reply } from '../../src/bot/port.ts'
import type { Press } from '../../src/bot/press.ts'
import { typedInto as crawlTypes } from '../bot/conformance/crawl.ts'
import type { Product } from '../support/product.ts'
import { pressText } from './readable.ts'
import type { Recorder } from './recorder.ts'
import { wallClock } from './time.ts'

/** The same form again has little new to say. */
const SENT_MOST = 2
const LINE = 'くらしのようすを、いつもの会議で話します。'
const LONGEST = 120

/** As the conformance crawl types; and nobody's case is handed on, for the walk goes on with it. */
const typedInto = (today: Temporal.PlainDate): Record<string, string> => ({
  ...crawlTypes(today),
  'case.assign.to': '',
})

const buttonsIn = (card: Card): Button[] =>
  card.parts.flatMap((part) => {
    if (part.part === 'buttons') return part.buttons
    return part.part === 'list' ? part.items.flatMap(({ button }) => button ?? []) : []
  })

export const pressesIn = (card: Card): Press[] => [
  ...buttonsIn(card).map(({ press }) => press),
  ...card.parts.flatMap((part) =>
    part.part === 'select'
      ? part.choices
          .slice(0, 1)
          .map(({ value }) => ({ ...part.press, options: { ...part.press.options, [part.option]: value } }))
      : [],
  ),
]

/** The option that a select with this press fills, if one on the card does. */
const chosenIn = (card: Card, { command, options }: Press): string | undefined =>
  card.parts.flatMap((part) =>
    part.part === 'select' && part.press.command === command && part.option in options ? [part.option] : [],
  )[0]

/** Ids and codes differ from one thing to the next; other values are things one may do. */
export const kindOf = ({ command, options }: Press): string =>
  `${command} ${Object.entries(options)
    .map(([name, value]) => `${name}=${/^[a-z]{2,12}$/.test(value) ? value : ''}`)
    .join(' ')}`.trim()

type Pressed = { user: string; press: Press; chosen?: string | undefined }
export type Walk = ReturnType<typeof walk>

/**
 * Goes through the one door wherever people can go, and records every answer: every command as each of the cast, every
 * kind of button pressed, then every form that was opened sent empty and sent filled in.
 */
export const walk = (
  product: Product,
  account: (user: string) => Account,
  cast: readonly string[],
  record: Recorder,
  language: Language,
) => {
  const done = new Set<string>()
  /** The first press of each kind. */
  const seen = new Map<string, Pressed>()
  /** The newest. */
  const latest = new Map<string, Pressed>()
  const presses: Pressed[] = []
  const opened = new Map<string, { user: string; form: FormView }>()
  const sent = new Map<string, number>()
  let codes = 0

  const now = () => wallClock(product)
  const does = (user: string, what: object): Promise<Reply> =>
    product.dispatch({
      account: account(user),
      event: randomUUID(),
      channel: 'renrakukai',
      language,
      ...what,
    } as Interaction)
  const see = (user: string, card: Card): void => {
    for (const press of pressesIn(card)) {
      const kind = kindOf(press)
      const pressed = { user, press, chosen: chosenIn(card, press) }
      if (!seen.has(kind)) seen.set(kind, pressed)
      latest.set(kind, pressed)
      presses.push({ user, press })
    }
  }
  const hear = (user: string, reply: Reply): void => {
    if (reply.kind === 'card' || reply.kind === 'replace' || reply.kind === 'home') see(user, reply.card)
    if (reply.kind === 'form') opened.set(kindOf(reply.form.press), { user, form: reply.form })
  }
  const fileOf = (command: string) => `commands/${command.split('.')[0]}.txt`
  /** What it made due goes out before anybody does anything else. */
  const settle = async (reply: Reply): Promise<void> => {
    if (reply.kind === 'card' || reply.kind === 'replace') await product.until(product.clock.now())
  }
  const run = async (user: string, press: Press): Promise<Reply> => {
    done.add(kindOf(press))
    const reply = await does(user, { kind: 'run', press })
    record.heard(fileOf(press.command), `${now()} ${user}: ${pressText(press)}`, reply)
    await settle(reply)
    return reply
  }
  const filled = (command: string, field: FieldView, typed: Record<string, string>): string | string[] => {
    const known = typed[`${command}.${field.name}`] ?? typed[field.name]
    switch (field.kind) {
      case 'choice':
        return known || field.initial || (field.required ? (field.choices.at(-1)?.value ?? '') : '')
      case 'choices':
        return field.choices.map(({ value }) => value)
      case 'date':
        return known ?? field.initial ?? ''
      case 'short-text':
        if (field.name === 'code') return `S-${1_000 + codes++}`
        return known ?? (field.initial || LINE.slice(0, field.maxLength))
      case 'long-text':
        return known ?? LINE.repeat(field.maxLength).slice(0, Math.min(LONGEST, field.maxLength))
      default:
        return field satisfies never
    }
  }
  const submit = async (user: string, press: Press, values: FormValues, how: string): Promise<void> => {
    const reply = await does(user, { kind: 'submit', press, values })
    record.heard(fileOf(press.command), `${now()} ${user} sends ${how}: ${pressText(press)}`, reply)
    hear(user, reply)
    await settle(reply)
  }
  const send = async (user: string, { press, fields }: FormView): Promise<void> => {
    if (!sent.has(press.command)) await submit(user, press, {}, 'nothing')
    const typed = typedInto(product.clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate())
    const values: FormValues = Object.fromEntries(
      fields.map((field) => [field.name, filled(press.command, field, typed)]),
    )
    await submit(user, press, values, 'all filled in')
  }

  /** A declared command with what it must be given, from its own proposals. */
  const pressFor = async (user: string, id: string): Promise<Press> => {
    const press: Press = { command: id, options: {} }
    const view = product.registry.views.find((one) => one.id === id)
    for (const { name: option, required, suggests } of view?.options ?? []) {
      if (!suggests || !(required || option === 'case')) continue
      const proposed = await does(user, { kind: 'suggest', press, option, typed: '' })
      record.heard(fileOf(id), `${now()} ${user} types ${id} ${option}`, proposed)
      const [first] = proposed.kind === 'suggestions' ? proposed.choices : []
      if (first) press.options[option] = first.value
    }
    return press
  }
  const follow = async (waiting: ReadonlySet<string>): Promise<void> => {
    while (presses.length > 0 || opened.size > 0) {
      for (let next = presses.shift(); next; next = presses.shift())
        if (!done.has(kindOf(next.press)) && !waiting.has(next.press.command))
          hear(next.user, await run(next.user, next.press))
      for (const [kind, { user, form }] of [...opened]) {
        opened.delete(kind)
        const before = sent.get(form.press.command) ?? 0
        if (before < SENT_MOST) await send(user, form)
        sent.set(form.press.command, before + 1)
      }
    }
  }

  return {
    see,
    does,
    /** Presses once more what was last seen of this kind. */
    again: async (kind: string): Promise<void> => {
      const found = latest.get(kind)
      if (!found) throw new Error(`nothing like 「${kind}」 was seen, but ${[...latest.keys()].join()}`)
      hear(found.user, await run(found.user, found.press))
    },
    types: async (user: string, words: string, more: object = {}): Promise<Reply> => {
      const reply = await does(user, { kind: 'words', words, ...more })
      record.heard('commands/words.txt', `${now()} ${user}: /${JSON.stringify(words).slice(1, -1)}`, reply)
      hear(user, reply)
      return reply
    },
    presses: async (user: string, command: string, options: Record<string, string> = {}): Promise<Reply> => {
      const reply = await run(user, { command, options })
      hear(user, reply)
      return reply
    },
    home: async (user: string): Promise<void> => {
      const reply = await does(user, { kind: 'home' })
      record.heard('commands/home.txt', `${now()} ${user}: home`, reply)
      hear(user, reply)
    },
    submit: (user: string, command: string, options: Record<string, string>, values: FormValues) =>
      submit(user, { command, options }, values, 'a form'),
    /**
     * Every command of these nouns (all, if none are named) but those that wait, by everybody in the cast; then
     * whatever opens from there.
     */
    round: async (waiting: ReadonlySet<string>, nouns: readonly string[] = []): Promise<void> => {
      for (const { id } of product.registry.views) {
        if (nouns.length > 0 && !nouns.includes(id.split('.')[0] ?? '')) continue
        if (waiting.has(id)) continue
        const replies: [string, Reply][] = []
        for (const user of cast) replies.push([user, await run(user, await pressFor(user, id))])
        for (const [user, reply] of replies) hear(user, reply)
      }
      await follow(waiting)
    },
    follow,
    /** Every kind of button that was ever seen, pressed by each of the cast: old ones, and such as are not theirs. */
    everybody: async (): Promise<void> => {
      for (const { press } of [...seen.values()]) for (const user of cast) await run(user, press)
    },
    /** Every kind of button that was seen: the first of it, and the newest. */
    buttons: (): Pressed[] => [
      ...new Map(
        [...seen.values(), ...latest.values()].map((one) => [pressText(one.press), one] as const),
      ).values(),
    ],
    /** What the newest press of this kind was for. */
    optionsOf: (kind: string): Record<string, string> => latest.get(kind)?.press.options ?? {},
  }
}
