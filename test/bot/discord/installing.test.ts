import { readFile } from 'node:fs/promises'
import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { restCalls } from '../../../src/bot/discord/calls.ts'
import { applicationCommands, registerCommands, slashCommands } from '../../../src/bot/discord/install.ts'
import { PERMISSIONS } from '../../../src/bot/discord/invite.ts'
import type { CommandView } from '../../../src/bot/port.ts'
import { inviteToDiscord } from '../../../src/cli/discord/invite.ts'
import { registerOnDiscord } from '../../../src/cli/discord/register.ts'
import { registry } from '../../../src/handlers/registry.ts'
import { commandsFault } from '../../support/fake-discord/check.ts'
import { APPLICATION, messageEvent } from '../../support/fake-discord/events.ts'
import { CHANNEL, COMMANDS, MIDORI, SAKURA, said, startScripted, toAsker } from './scripted.ts'

const NOTHING = { added: [], changed: [], removed: [] }
const messageMenu = (commands: readonly CommandView[]): string[] =>
  commands.flatMap(({ shortcutNames }) => shortcutNames?.message?.ja ?? [])
const bodies = (commands: readonly object[]) => JSON.parse(JSON.stringify(commands))

describe('slash commands', () => {
  test('those of the product are ones that Discord takes, in both languages', () => {
    const commands = slashCommands(registry().views)
    expect(commandsFault(bodies(applicationCommands(registry().views)))).toBeUndefined()
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
    expect(await registerCommands(calls, APPLICATION, COMMANDS)).toEqual({ ok: true, ...NOTHING })
    expect(puts()).toBe(1)
    expect(await registerCommands(calls, APPLICATION, COMMANDS.slice(1))).toEqual({
      ok: true,
      ...NOTHING,
      removed: ['/case'],
    })
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

test('the menu on a message takes its words along, without Discord’s ids', async () => {
  const { fake, heard } = await startScripted(() => toAsker(said('ok')), { commands: registry().views })
  const content = '<@950000000000000001> 移動の手段がない <:naku:1> <t:1:R>'
  const message = {
    id: '990',
    channel_id: CHANNEL,
    author: { id: SAKURA },
    components: [],
    content,
    flags: 0,
  }
  const names = messageMenu(registry().views)
  expect(names).toContain('宿題にする')
  for (const command of fake.commands().filter(({ type }) => type === 3)) {
    const data = {
      id: '941',
      type: 3,
      name: command.name,
      target_id: message.id,
      resolved: { messages: { [message.id]: messageEvent(message) } },
    }
    fake.interact({ type: 2, user: MIDORI, channel: CHANNEL, data })
  }
  await fake.until(() => heard[names.length - 1])
  expect(heard.map((one) => one.kind === 'run' && one.press.command)).toContain('followup.add')
  for (const one of heard) expect(one).toMatchObject({ kind: 'run', quoted: '移動の手段がない :naku:' })
})

describe('the command line', () => {
  test('registers and says what changed; then nothing has', async () => {
    const { fake } = await startScripted(() => toAsker(said('ok')))
    const config = { token: fake.token, apiUrl: fake.url }
    const [first] = COMMANDS
    expect(await registerOnDiscord(config, first ? [first] : [])).toMatchObject({
      ok: true,
      lines: ['削除: /summary'],
    })
    expect(await registerOnDiscord(config, COMMANDS)).toMatchObject({ lines: ['追加: /summary'] })
    expect(await registerOnDiscord(config, COMMANDS)).toMatchObject({ lines: ['変わったものはありません'] })
  })

  test('gives the address of an invitation with the permissions that docs/discord.md explains', async () => {
    const { fake } = await startScripted(() => toAsker(said('ok')))
    const spoken = await inviteToDiscord({ token: fake.token, apiUrl: fake.url })
    const address = new URL(spoken.lines[0] ?? '')
    expect(address.searchParams.get('client_id')).toBe(APPLICATION)
    const bits = BigInt(address.searchParams.get('permissions') ?? 0)
    expect(bits & PermissionFlagsBits.Administrator).toBe(0n)
    const docs = await readFile(new URL('../../../docs/discord.md', import.meta.url), 'utf8')
    const told = [...docs.matchAll(/^\s*\| `([A-Z]\w+)` \|/gm)].map(([, name]) => name ?? '')
    expect(told.toSorted()).toEqual([...PERMISSIONS].toSorted())
    expect(told.reduce((sum, name) => sum | PermissionFlagsBits[name as never], 0n)).toBe(bits)
  })

  test('without a token, or with a wrong one, says in a line what to do', async () => {
    expect(await inviteToDiscord(undefined)).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('.env')],
    })
    const { fake } = await startScripted(() => toAsker(said('ok')))
    const wrong = { token: 'wrong', apiUrl: fake.url }
    expect(await registerOnDiscord(wrong, COMMANDS)).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('DISCORD_TOKEN')],
    })
  })
})
