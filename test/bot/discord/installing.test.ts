import { describe, expect, test } from 'vitest'
import { restCalls } from '../../../src/bot/discord/calls.ts'
import { registerCommands, slashCommands } from '../../../src/bot/discord/install.ts'
import { registry } from '../../../src/handlers/registry.ts'
import { commandsFault } from '../../support/fake-discord/check.ts'
import { APPLICATION } from '../../support/fake-discord/events.ts'
import { COMMANDS, said, startScripted, toAsker } from './scripted.ts'

const bodies = (commands: readonly object[]) => JSON.parse(JSON.stringify(commands))

describe('slash commands', () => {
  test('those of the product are ones that Discord takes, in both languages', () => {
    const commands = slashCommands(registry().views)
    expect(commandsFault(bodies(commands))).toBeUndefined()
    expect(commands.map(({ name }) => name)).toContain('case')
    expect(commands.every(({ name_localizations }) => name_localizations.ja !== undefined)).toBe(true)
  })

  test('hold one command a noun, a subcommand a verb, with Japanese names, proposals and choices', () => {
    const [command] = bodies(slashCommands(COMMANDS))
    expect(command).toMatchObject({ name: 'case', name_localizations: { ja: 'ケース' }, contexts: [0, 1] })
    const [show] = command.options
    expect(show).toMatchObject({ type: 1, name: 'show', name_localizations: { ja: '表示' } })
    expect(show.options[0]).toMatchObject({ name: 'case', required: true, autocomplete: true })
    expect(show.options[1].choices[0]).toEqual({
      name: 'short',
      name_localizations: { ja: '短い' },
      value: 'short',
    })
  })

  test('put required options first and cut what is too long, whatever is declared', () => {
    const [first] = COMMANDS
    if (!first) throw new Error('no command')
    const long = { ja: 'あ'.repeat(300), en: 'a'.repeat(300) }
    const odd = {
      ...first,
      noun: { ja: 'ケース 一覧', en: 'case' },
      description: long,
      options: first.options.toReversed().map((option) => ({ ...option, description: long })),
    }
    const commands = bodies(slashCommands([odd]))
    expect(commandsFault(commands)).toBeUndefined()
    expect(commands[0].name_localizations).toEqual({})
  })

  test('are registered at start, and again only when they differ', async () => {
    const { fake } = await startScripted(() => toAsker(said('ok')))
    const puts = () => fake.requests.filter(({ method }) => method === 'PUT').length
    expect(puts()).toBe(1)
    const calls = restCalls({ token: fake.token, apiUrl: fake.url, timeoutMs: 5_000 })
    expect(await registerCommands(calls, APPLICATION, COMMANDS)).toEqual({ ok: true, changed: false })
    expect(puts()).toBe(1)
    expect(await registerCommands(calls, APPLICATION, COMMANDS.slice(1))).toEqual({ ok: true, changed: true })
    expect(fake.commands().map(({ name }) => name)).toEqual(['summary'])
  })

  test('that Discord refuses do not keep the bot from starting', async () => {
    const [first] = COMMANDS
    if (!first) throw new Error('no command')
    const wrong = { ...first, noun: { ja: 'ケース', en: 'NOT A NAME' } }
    const { fake, platform } = await startScripted(() => toAsker(said('ok')), { commands: [wrong] })
    expect(fake.commands()).toEqual([])
    expect(platform.name).toBe('discord')
  })
})
