import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import { applicationCommands, slashCommands } from '../../../src/bot/discord/install.ts'
import { markOf } from '../../../src/bot/discord/mark.ts'
import { renderCard as discordCard } from '../../../src/bot/discord/render-card.ts'
import { wordsIn } from '../../../src/bot/discord/words.ts'
import type { FormView } from '../../../src/bot/form.ts'
import type { Interaction, Reply } from '../../../src/bot/port.ts'
import { slackManifest } from '../../../src/bot/slack/install.ts'
import { fallbackText, renderCard as slackCard } from '../../../src/bot/slack/render-card.ts'
import { formView, withTyped } from '../../../src/handlers/form.ts'
import { registry } from '../../../src/handlers/registry.ts'
import { catalogues } from '../../../src/text/catalogue.ts'
import { startDiscordDriver } from '../../support/discord-driver.ts'
import type { Answer, AnswerField, Driver } from '../../support/driver.ts'
import { commandsFault, messageFault as discordFault } from '../../support/fake-discord/check.ts'
import { COMPONENTS_V2, type Component } from '../../support/fake-discord/shapes.ts'
import { GUILD } from '../../support/fake-discord.ts'
import { messageFault as slackFault } from '../../support/fake-slack/check.ts'
import type { Block } from '../../support/fake-slack/shapes.ts'
import { startPracticeDriver } from '../../support/practice-driver.ts'
import { sampleRegion } from '../../support/product.ts'
import { startSlackDriver } from '../../support/slack-driver.ts'
import type { Gathered } from './crawl.ts'
import { gather } from './gather.ts'
import { halved, markupInDiscord, markupInSlack } from './harm.ts'
import { tagsInSource } from './tags.ts'
import { nasty, worst } from './worst.ts'

/** Whichever test comes first goes through the whole product. */
vi.setConfig({ testTimeout: 400_000 })

const { commands, views } = registry()
const ONE = '950000000000000001'
const CHANNEL = '960000000000000001'
const people = { users: [ONE], channels: [{ id: CHANNEL, isPrivate: true, members: [ONE] }] }

type Shown = { gathered: Gathered; cards: Card[]; forms: FormView[] }

const look = async (): Promise<Shown> => {
  const gathered = await gather()
  const region = await sampleRegion()
  const bare = commands.filter(({ form }) => form).map((one) => formView(one, {}, {}, catalogues.en, region))
  return {
    gathered,
    cards: [...gathered.cards.values()].flat(),
    forms: [...[...gathered.forms.values()].flat(), ...bare],
  }
}

let looking: Promise<Shown> | undefined
/** Gathered once, by whichever test comes first. */
const shown = (): Promise<Shown> => {
  looking ??= look()
  return looking
}

type Script = (interaction: Interaction) => Reply
type Started = {
  driver: Driver
  /** What is wrong with the message that came last: markup that acts, letters cut in half. */
  faults(): string[]
}

/** Each adapter at its own wire, with a dispatch that answers as the test says. */
const ADAPTERS: Record<string, (script: Script) => Promise<Started>> = {
  Slack: async (script) => {
    const dispatch = async (interaction: Interaction) => script(interaction)
    const { driver, fake } = await startSlackDriver('http')({
      ...people,
      commands: views,
      dispatch,
    })
    const faults = () => {
      const last = fake.messages.at(-1)
      return last ? [...markupInSlack(last.blocks, last.text), ...halved(last)] : ['nothing came']
    }
    return { driver, faults }
  },
  Discord: async (script) => {
    const dispatch = async (interaction: Interaction) => script(interaction)
    const { driver, fake } = await startDiscordDriver({ ...people, commands: views, dispatch })
    const faults = () => {
      const last = fake.messages.at(-1)
      return last ? [...markupInDiscord(last.components), ...halved(last)] : ['nothing came']
    }
    return { driver, faults }
  },
  'the practice workspace': async (script) => {
    const dispatch = async (interaction: Interaction) => script(interaction)
    const started = await startPracticeDriver({ ...people, commands: views, dispatch })
    return { ...started, faults: () => [] }
  },
}

const start = async (adapter: string, script: Script): Promise<Started> => {
  const started = await ADAPTERS[adapter]?.(script)
  if (!started) throw new Error(adapter)
  onTestFinished(started.driver.stop)
  return started
}

const typedInto = (field: AnswerField, form: FormView): string | string[] => {
  const declared = form.fields.find(({ name }) => name === field.name)
  switch (declared?.kind) {
    case 'short-text':
      return nasty(Math.min(declared.maxLength, 3_000)).replaceAll(/[\r\n]+/g, ' ')
    case 'long-text':
      return nasty(Math.min(declared.maxLength, 3_000)).replaceAll('\r', '')
    case 'date':
      return '2026-06-17'
    case 'choice':
      return field.choices?.at(-1)?.value ?? 'x'
    case 'choices':
      return (field.choices ?? []).map(({ value }) => value)
    case undefined:
      throw new Error(`${field.name} is no field of ${form.press.command}`)
    default:
      return declared satisfies never
  }
}

const formIn = (answer: Answer, form: FormView) => {
  if (answer.kind !== 'form') throw new Error(`${form.press.command}: ${JSON.stringify(answer)}`)
  return answer
}

describe('what is checked', () => {
  test('is every card of the source', async () => {
    const { gathered } = await shown()
    const tags = await tagsInSource()
    expect(tags.length).toBeGreaterThan(70)
    const never = tags.filter((tag) => !gathered.cards.has(tag))
    expect(never, 'lead the crawl to them, in conformance/gather.ts').toEqual([])
  })

  test('is every form, most of them as people get to see them', async () => {
    const { gathered } = await shown()
    const declared = commands.filter(({ form }) => form).map(({ id }) => id)
    const opened = declared.filter((id) => gathered.forms.has(id))
    expect(opened.length).toBeGreaterThan(declared.length * 0.9)
  })
})

describe('every command', () => {
  test('is taken by Discord, with Japanese names', () => {
    const registered = slashCommands(views)
    expect(commandsFault(JSON.parse(JSON.stringify(applicationCommands(views))))).toBeUndefined()
    const named = registered.flatMap((one) => [one, ...(one.options as (typeof one)[])])
    expect(named.filter(({ name_localizations: { ja } }) => !ja).map(({ name }) => name)).toEqual([])
  })

  test('is in Slack’s manifest', () => {
    const { slash_commands: slash } = slackManifest(views).features
    expect(new Set(slash.map(({ command }) => command))).toEqual(
      new Set(views.map(({ noun }) => `/${noun.en}`)),
    )
  })
})

describe('every card as it is said and at its worst', () => {
  const everyCard = async () => {
    const { gathered, cards } = await shown()
    return [
      ...cards,
      ...[...gathered.cards.values()].flatMap(([longest]) => (longest ? [worst(longest)] : [])),
    ]
  }

  test('is one that Slack takes, and nothing in it acts', async () => {
    for (const card of await everyCard()) {
      const blocks = slackCard(card)
      expect(slackFault(blocks), card.tag).toBeUndefined()
      expect(markupInSlack(blocks as Block[], fallbackText(card)), card.tag).toEqual([])
      expect(halved(blocks), card.tag).toEqual([])
    }
  })

  test.each(['ja', 'en'] as const)(
    'is one that Discord takes (%s), and nothing in it acts',
    async (language) => {
      const words = wordsIn(language)
      for (const card of await everyCard()) {
        const components = [discordCard(card, { words, guild: GUILD, mark: markOf(card.tag) })]
        const body = { flags: COMPONENTS_V2, components, allowed_mentions: { parse: [] } }
        expect(discordFault(body), card.tag).toBeUndefined()
        expect(markupInDiscord(components as Component[]), card.tag).toEqual([])
        expect(halved(components), card.tag).toEqual([])
      }
    },
  )
})

describe.each(Object.keys(ADAPTERS))('on %s', (adapter) => {
  test('every kind of card is an answer that is taken whole or cut, and nothing in it acts', async () => {
    const { gathered } = await shown()
    let answer: Card | undefined
    const { driver, faults } = await start(adapter, () =>
      answer ? { kind: 'card', card: answer, to: 'asker' } : { kind: 'nothing' },
    )
    for (const [first] of gathered.cards.values()) {
      if (!first) throw new Error('no card')
      for (const card of [first, worst(first)]) {
        answer = card
        const seen = await driver.types(ONE, '/tsunagi help', CHANNEL)
        expect(seen, card.tag).toMatchObject({ kind: 'message' })
        expect(faults(), card.tag).toEqual([])
      }
    }
  })

  test('every field of every form comes back as it was typed, also after a refusal', async () => {
    const { forms } = await shown()
    let form: FormView | undefined
    const heard: Interaction[] = []
    const { driver } = await start(adapter, (interaction) => {
      if (!form || interaction.kind === 'keep') return { kind: 'nothing' }
      if (interaction.kind !== 'submit') return { kind: 'form', form }
      heard.push(interaction)
      const faults = Object.fromEntries(form.fields.map(({ name }) => [name, nasty(300)]))
      if (heard.length === 1)
        return { kind: 'correct', form: withTyped(form, interaction.values), faults: { fields: faults } }
      return {
        kind: 'card',
        card: { tag: 'x', summary: 'x', parts: [{ part: 'text', text: 'x' }] },
        to: 'asker',
      }
    })
    for (const next of forms) {
      form = next
      heard.length = 0
      const opened = formIn(await driver.types(ONE, '/summary submit', CHANNEL), form)
      const typed: Record<string, string | string[]> = {}
      // Discord shows a page at a time: what is not seen yet is typed all the same.
      for (const field of next.fields) {
        const seen = opened.fields.find(({ name }) => name === field.name)
        const choices = 'choices' in field ? field.choices.slice(0, 25) : []
        typed[field.name] = typedInto(seen ?? { name: field.name, label: '', value: '', choices }, form)
      }
      const offered = next.fields.filter((field) => !('choices' in field) || field.choices.length > 0)
      const expected = Object.fromEntries(offered.map(({ name }) => [name, typed[name]]))
      formIn(await driver.fills(ONE, typed), form)
      await driver.fills(ONE, {})
      const values = heard.map((one) => (one.kind === 'submit' ? one.values : {}))
      expect(values, form.press.command).toHaveLength(2)
      for (const one of values) expect(one, form.press.command).toMatchObject(expected)
    }
  })
})
