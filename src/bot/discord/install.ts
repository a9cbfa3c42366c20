import { type APIApplicationCommand, ApplicationCommandOptionType, type Client, Routes } from 'discord.js'
import { z } from 'zod'
import type { CommandView, OptionView, Words } from '../port.ts'
import { cut, LIMIT } from './limits.ts'

type Declared = Pick<APIApplicationCommand, 'name' | 'description'> & {
  name_localizations: { ja: string }
  description_localizations: { ja: string }
  options: unknown[]
}

/** Slash commands from the declarations: one a noun, its verbs as subcommands, each with its Japanese name. */
export const discordCommands = (commands: readonly CommandView[]): Declared[] =>
  [...Map.groupBy(commands, ({ noun }) => noun.en).values()].flatMap((verbs) => {
    const [first] = verbs
    if (!first) return []
    const described = { en: verbs.map(({ verb }) => verb.en).join(', '), ja: verbs.map(({ verb }) => verb.ja).join('・') }
    return [{ ...named(first.noun, described), options: verbs.map(subcommand) }]
  })

const named = (name: Words, description: Words) => ({
  name: name.en,
  name_localizations: { ja: name.ja },
  description: cut(description.en, LIMIT.commandDescription),
  description_localizations: { ja: cut(description.ja, LIMIT.commandDescription) },
})

const subcommand = ({ verb, description, options }: CommandView) => ({
  type: ApplicationCommandOptionType.Subcommand,
  ...named(verb, description),
  options: options.toSorted((a, b) => Number(b.required) - Number(a.required)).map(renderOption),
})

const renderOption = ({ words, name, description, required, suggests, choices }: OptionView) => ({
  type: ApplicationCommandOptionType.String,
  ...named({ ...words, en: name }, description),
  required,
  autocomplete: suggests && !choices,
  ...(choices
    ? {
        choices: choices.map(({ value, words: label }) => ({
          value,
          name: label.en,
          name_localizations: { ja: label.ja },
        })),
      }
    : {}),
})

const Registered = z.array(z.looseObject({ name: z.string() }))

/** Registers in a guild what differs from what is there; the same commands cost one look. */
export const registerCommands = async (
  client: Client<true>,
  guild: string,
  commands: readonly CommandView[],
): Promise<boolean> => {
  const route = Routes.applicationGuildCommands(client.application.id, guild)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const present = Registered.parse(await client.rest.get(route, { query }))
  const wanted = discordCommands(commands)
  if (isSame(present, wanted)) return false
  await client.rest.put(route, { body: wanted })
  return true
}

/** Whether everything wanted is there as wanted; what Discord adds by itself does not count. */
const isSame = (present: readonly { name: string }[], wanted: readonly Declared[]): boolean =>
  present.length === wanted.length &&
  wanted.every((one) => {
    const there = present.find(({ name }) => name === one.name)
    return there !== undefined && holds(there, one)
  })

const holds = (there: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted)) {
    if (wanted.length === 0) return there === undefined || (Array.isArray(there) && there.length === 0)
    return Array.isArray(there) && there.length === wanted.length && wanted.every((one, at) => holds(there[at], one))
  }
  if (typeof wanted !== 'object' || wanted === null) return there === wanted || (wanted === false && there === undefined)
  if (typeof there !== 'object' || there === null) return false
  const found = new Map(Object.entries(there))
  return Object.entries(wanted).every(([key, value]) => holds(found.get(key), value))
}
