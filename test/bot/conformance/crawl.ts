import { randomUUID } from 'node:crypto'
import type { Button, Card } from '../../../src/bot/card.ts'
import type { FieldView, FormValues, FormView } from '../../../src/bot/form.ts'
import type { Interaction, Reply } from '../../../src/bot/port.ts'
import type { Press } from '../../../src/bot/press.ts'
import { may } from '../../../src/domain/member/permission.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import type { Command } from '../../../src/handlers/command.ts'
import type { Product } from '../../support/product.ts'

/** What people got to see: every card by its tag, every form by the command that it belongs to. */
export type Gathered = { cards: Map<string, Card[]>; forms: Map<string, FormView[]> }

const KEPT_OF_EACH = 3
/** The same form again has little new to say. */
const SENT_MOST = 2
const LINE = 'くらしのようすを、いつもの会議で話します。'

/** What somebody types into a field whose sort of words its own command checks. */
export const typedInto = (today: Temporal.PlainDate): Record<string, string> => {
  const on = (days: number) => today.add({ days }).toString()
  return {
    'case.register.monitoring': '6',
    'plan.new.monitoring': '6',
    'plan.change.monitoring': '6',
    'plan.renew.monitoring': '6',
    'monitoring.done.outcome': 'as_planned',
    'monitoring.done.reason': '',
    'monitoring.propose.from': 'R8.9',
    'openings.tell.from': 'R8.9',
    'meeting.move.reach': 'one',
    'meeting.move.keep': 'no',
    'handover.send.to': 'riku',
    'followup.add.case': '',
    who1: 'midori',
    what2: '',
    by2: '',
    what3: '',
    by3: '',
    'absence.take.from': on(15),
    'absence.take.to': on(40),
    validFrom: 'R8.6.1',
    validTo: 'R9.5.31',
    from: on(7),
    to: on(14),
    deadline: on(3),
    date: '2026-07-07',
    dueOn: on(20),
    doneOn: on(0),
    closedOn: on(0),
    consentOn: on(0),
    minutes: '15',
    time: '15:00',
    newUsers: '2',
    position: '1',
    month: 'R8.6',
    lines: '6月ごと(R8.9~R9.3)',
    by: on(30),
    by1: on(30),
    deputyName: '',
    paperUrl: 'https://example.jp/paper',
  }
}

let codes = 0

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
      return known ?? LINE.repeat(field.maxLength).slice(0, field.maxLength)
    default:
      return field satisfies never
  }
}

const buttonsIn = (card: Card): Button[] =>
  card.parts.flatMap((part) => {
    if (part.part === 'buttons') return part.buttons
    return part.part === 'list' ? part.items.flatMap(({ button }) => button ?? []) : []
  })

const pressesIn = (card: Card): Press[] => [
  ...buttonsIn(card).map(({ press }) => press),
  ...card.parts.flatMap((part) =>
    part.part === 'select'
      ? part.choices
          .slice(0, 1)
          .map(({ value }) => ({ ...part.press, options: { ...part.press.options, [part.option]: value } }))
      : [],
  ),
]

/** Ids and codes differ from one thing to the next; other values are things one may do. */
const kindOf = ({ command, options }: Press): string =>
  `${command} ${Object.entries(options)
    .map(([name, value]) => `${name}=${/^[a-z]{2,12}$/.test(value) ? value : ''}`)
    .join(' ')}`

type Pressed = { user: string; press: Press }

/**
 * Goes wherever people can go: every command by somebody who may, every kind of button pressed, then every form that
 * was opened sent empty and sent filled in.
 */
export const crawler = (product: Product, region: Region, cast: readonly string[]) => {
  const gathered: Gathered = { cards: new Map(), forms: new Map() }
  const done = new Set<string>()
  /** The newest press of each kind. */
  const latest = new Map<string, Pressed>()
  const presses: Pressed[] = []
  const opened = new Map<string, { user: string; form: FormView }>()
  const sent = new Map<string, number>()
  const { commands } = product.registry

  const does = (user: string, what: object): Promise<Reply> =>
    product.dispatch({
      account: { platform: 'practice', workspace: region.id, user },
      event: randomUUID(),
      channel: 'renrakukai',
      ...what,
    } as Interaction)
  const keep = <Thing extends object>(kept: Map<string, Thing[]>, name: string, thing: Thing) => {
    const longest = [...(kept.get(name) ?? []), thing].toSorted((a, b) => sizeOf(b) - sizeOf(a))
    kept.set(name, longest.slice(0, KEPT_OF_EACH))
  }
  const see = (user: string, card: Card): void => {
    keep(gathered.cards, card.tag, card)
    for (const press of pressesIn(card)) {
      latest.set(kindOf(press), { user, press })
      presses.push({ user, press })
    }
  }
  const hear = (user: string, reply: Reply): void => {
    if (reply.kind === 'card' || reply.kind === 'replace' || reply.kind === 'home') see(user, reply.card)
    if (reply.kind !== 'form' && reply.kind !== 'correct') return
    const { form } = reply
    keep(gathered.forms, form.press.command, form)
    if (reply.kind === 'form') opened.set(kindOf(form.press), { user, form })
  }
  const run = async (user: string, press: Press): Promise<void> => {
    done.add(kindOf(press))
    hear(user, await does(user, { kind: 'run', press }))
  }
  const send = async (user: string, { press, fields }: FormView): Promise<void> => {
    if (!sent.has(press.command)) hear(user, await does(user, { kind: 'submit', press, values: {} }))
    const typed = typedInto(product.clock.now().toZonedDateTimeISO(region.timeZone).toPlainDate())
    const values: FormValues = Object.fromEntries(
      fields.map((field) => [field.name, filled(press.command, field, typed)]),
    )
    hear(user, await does(user, { kind: 'submit', press, values }))
  }

  /** A declared command with what it must be given, from its own proposals. */
  const pressFor = async (user: string, { id, options }: Command): Promise<Press> => {
    const press: Press = { command: id, options: {} }
    for (const [option, { required, suggest }] of Object.entries(options)) {
      if (!suggest || !(required || option === 'case')) continue
      const proposed = await does(user, { kind: 'suggest', press, option, typed: '' })
      const [first] = proposed.kind === 'suggestions' ? proposed.choices : []
      if (first) press.options[option] = first.value
    }
    return press
  }
  const mayUse = ({ permission }: Command) => {
    const rolesOf = (user: string) => region.members.find(({ id }) => id === user)?.roles ?? []
    return cast.find((user) => may({ roles: rolesOf(user) }, permission))
  }

  return {
    gathered,
    see,
    hear,
    /** Presses once more what was last seen of this kind. */
    again: async (kind: string): Promise<void> => {
      const found = latest.get(kind)
      if (!found) throw new Error(`nothing like 「${kind}」 was seen, but ${[...latest.keys()].join()}`)
      await run(found.user, found.press)
    },
    /** Every declared command of these nouns (all, if none are named) but those that wait, then whatever opens from there. */
    round: async (waiting: ReadonlySet<string>, nouns: readonly string[] = []): Promise<void> => {
      for (const declared of commands) {
        const user = mayUse(declared)
        if (nouns.length > 0 && !nouns.includes(declared.id.split('.')[0] ?? '')) continue
        if (declared.hidden || waiting.has(declared.id) || user === undefined) continue
        await run(user, await pressFor(user, declared))
      }
      while (presses.length > 0 || opened.size > 0) {
        for (let next = presses.shift(); next; next = presses.shift())
          if (!done.has(kindOf(next.press)) && !waiting.has(next.press.command))
            await run(next.user, next.press)
        for (const [kind, { user, form }] of [...opened]) {
          opened.delete(kind)
          const before = sent.get(form.press.command) ?? 0
          if (before < SENT_MOST) await send(user, form)
          sent.set(form.press.command, before + 1)
        }
      }
    },
  }
}

const sizeOf = (thing: object): number => JSON.stringify(thing).length
