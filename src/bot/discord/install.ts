import { isDeepStrictEqual } from 'node:util'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import type { Failed } from '../kit/failure.ts'
import type { CommandView, OptionView, Words } from '../port.ts'
import type { Calls } from './calls.ts'
import { LIMIT, oneLine } from './limits.ts'

/** What a slash command may be called; letters that have a small form must be small. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

const isName = (name: string): boolean => NAME.test(name) && name === name.toLowerCase()

type Described = {
  name: string
  name_localizations: Record<string, string>
  description: string
  description_localizations: Record<string, string>
}
const REACH = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
}
export type SlashCommand = Described & typeof REACH & { options: object[] }
type MessageCommand = Pick<Described, 'name' | 'name_localizations'> & typeof REACH & { type: number }

/**
 * Slash commands from the declarations: one a noun, its verbs as subcommands, each under its Japanese name too. They
 * are global: a server that joins later has them at once, and they work in the bot's direct messages.
 */
export const slashCommands = (commands: readonly CommandView[]): SlashCommand[] =>
  [...Map.groupBy(commands, ({ noun }) => noun.en)].flatMap(([noun, verbs]) => {
    const [first] = verbs
    if (!first) return []
    const about = {
      en: `${noun}: ${verbs.map(({ verb }) => verb.en).join(', ')}`,
      ja: `${first.noun.ja}: ${verbs.map(({ verb }) => verb.ja).join('・')}`,
    }
    return {
      ...described(noun, first.noun.ja, about),
      options: verbs.slice(0, LIMIT.subcommands).map(subcommand),
      ...REACH,
    }
  })

/** How many commands Discord takes in the menu on a message. */
const MESSAGE_COMMANDS_MOST = 15

/** The commands in the menu on a message. Throws when the declarations ask for more than Discord allows. */
const messageCommands = (commands: readonly CommandView[]): MessageCommand[] => {
  const named = commands.flatMap(({ shortcutNames }) => shortcutNames?.message ?? [])
  if (named.length > MESSAGE_COMMANDS_MOST)
    throw new Error(`Discord takes ${MESSAGE_COMMANDS_MOST} commands on a message, not ${named.length}`)
  return named.map(({ en, ja }) => ({
    type: ApplicationCommandType.Message,
    name: oneLine(en, LIMIT.name),
    name_localizations: { ja: oneLine(ja, LIMIT.name) },
    ...REACH,
  }))
}

/** The command that a name in the menu on a message means. */
export const messageCommandNamed = (
  name: string,
  commands: readonly CommandView[],
): CommandView | undefined =>
  commands.find(
    ({ shortcutNames }) => shortcutNames?.message && oneLine(shortcutNames.message.en, LIMIT.name) === name,
  )

/** All that is registered. */
export const applicationCommands = (
  commands: readonly CommandView[],
): readonly (SlashCommand | MessageCommand)[] => [...slashCommands(commands), ...messageCommands(commands)]

/** A Japanese word that Discord does not take as a name is left out: the command then shows its English one. */
const described = (name: string, ja: string, description: Words): Described => ({
  name,
  name_localizations: isName(ja) ? { ja } : {},
  description: oneLine(description.en, LIMIT.description),
  description_localizations: { ja: oneLine(description.ja, LIMIT.description) },
})

const subcommand = ({ verb, description, options }: CommandView) => ({
  type: ApplicationCommandOptionType.Subcommand,
  ...described(verb.en, verb.ja, description),
  options: options.toSorted((a, b) => Number(b.required) - Number(a.required)).map(option),
})

/** The declared name of an option, as Discord takes it. */
export const optionName = ({ name }: Pick<OptionView, 'name'>): string => name.toLowerCase()

const option = (view: OptionView) => ({
  type: ApplicationCommandOptionType.String,
  ...described(optionName(view), view.words.ja, view.description),
  required: view.required,
  autocomplete: view.suggests && !view.choices?.length,
  choices: (view.choices ?? []).slice(0, LIMIT.options).map(({ value, words }) => ({
    name: oneLine(words.en, LIMIT.option),
    name_localizations: { ja: oneLine(words.ja, LIMIT.option) },
    value,
  })),
})

const Localised = z
  .record(z.string(), z.string())
  .nullish()
  .transform((names) => names ?? {})
const Named = { name: z.string(), name_localizations: Localised }
const Described = { ...Named, description: z.string(), description_localizations: Localised }
const RegisteredOption = z.object({
  type: z.number(),
  ...Described,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(z.object({ ...Named, value: z.string() })).default([]),
})
/** Reads a registered command. Of an option of a foreign kind only its presence matters. */
const Registered = z.object({
  type: z.number().default(ApplicationCommandType.ChatInput),
  ...Described,
  description: z.string().default(''),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
  options: z
    .array(z.object({ type: z.number(), ...Described, options: z.array(RegisteredOption).default([]) }))
    .default([])
    .catch([]),
})

/** What became of the registration, by the names that people see. */
type Changes = { added: string[]; changed: string[]; removed: string[] }
export type Registration = ({ ok: true } & Changes) | Failed

/** Registers the commands where they differ from Discord's; equal ones cost one request. */
export const registerCommands = async (
  calls: Calls,
  application: string,
  commands: readonly CommandView[],
): Promise<Registration> => {
  const route = Routes.applicationCommands(application)
  const seen = await calls.get(route, { with_localizations: 'true' })
  if (!seen.ok) return seen
  const wanted = applicationCommands(commands)
  const changes = changesBetween(byName(seen.answer), byName(wanted))
  if (Object.values(changes).every((names) => names.length === 0)) return { ok: true, ...changes }
  const registered = await calls.put(route, wanted)
  return registered.ok ? { ok: true, ...changes } : registered
}

type ByName = Map<string, z.output<typeof Registered>>

/** Only what we declare. A command that is none of our kinds counts as one to be removed. */
const byName = (commands: unknown): ByName =>
  new Map(
    z
      .array(Registered)
      .parse(commands)
      .map((one) => [one.type === ApplicationCommandType.ChatInput ? `/${one.name}` : one.name, one]),
  )

const changesBetween = (present: ByName, wanted: ByName): Changes => ({
  added: [...wanted.keys()].filter((name) => !present.has(name)),
  changed: [...wanted.keys()].filter(
    (name) => present.has(name) && !isDeepStrictEqual(present.get(name), wanted.get(name)),
  ),
  removed: [...present.keys()].filter((name) => !wanted.has(name)),
})
