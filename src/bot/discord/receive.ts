import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction as DiscordInteraction,
  MessageFlags,
} from 'discord.js'
import type { Logger } from 'pino'
import { catalogues } from '../../text/catalogue.ts'
import type { Dispatch, Interaction, Language } from '../port.ts'
import type { Press } from '../press.ts'
import { type Answerable, answer, FORM_BUTTON } from './answer.ts'
import { optionOf, readCustomId } from './custom-id.ts'
import { type KeptForms, keptForms } from './kept-forms.ts'
import { cut, LIMIT } from './limits.ts'
import { readValues, renderForm } from './render-form.ts'

export type Receiving = {
  dispatch: Dispatch
  log: Logger
  /** How long an answer may take before Discord is told to wait. It waits 3 s by itself. */
  patienceMs: number
  track: (work: Promise<unknown>) => void
}

/** Turns what Discord's gateway delivers into interactions, and their replies into answers. */
export const receive = (client: Client, receiving: Receiving): KeptForms => {
  const forms = keptForms()
  client.on(Events.InteractionCreate, (interaction) => {
    const work = take(interaction, receiving, forms).catch((error: unknown) =>
      receiving.log.warn({ error }, 'discord: an answer was not shown'),
    )
    receiving.track(work)
  })
  return forms
}

const take = async (interaction: DiscordInteraction, receiving: Receiving, forms: KeptForms): Promise<void> => {
  if (interaction.isAutocomplete()) return suggest(interaction, receiving)
  if (interaction.isChatInputCommand()) {
    const guild = interaction.guildId
    if (guild === null) return
    return run(interaction, { guild, press: pressOf(interaction) }, receiving, forms)
  }
  if (interaction.isButton()) {
    const kept = FORM_BUTTON.exec(interaction.customId)?.[1]
    if (kept !== undefined) return openKept(interaction, kept, forms)
    const read = readCustomId(interaction.customId)
    if (read) return run(interaction, read, receiving, forms)
  }
  if (interaction.isStringSelectMenu()) {
    const read = readCustomId(interaction.customId)
    const option = optionOf(interaction.customId)
    const [chosen] = interaction.values
    if (!read || option === undefined || chosen === undefined) return
    const press = { ...read.press, options: { ...read.press.options, [option]: chosen } }
    return run(interaction, { guild: read.guild, press }, receiving, forms)
  }
  if (interaction.isModalSubmit()) {
    const read = readCustomId(interaction.customId)
    if (read) return run(interaction, read, receiving, forms)
  }
}

const languageOf = (locale: string): Language => (locale === 'ja' ? 'ja' : 'en')

/** The language is the person's own setting in their Discord. */
const common = (interaction: DiscordInteraction, guild: string) => ({
  event: interaction.id,
  account: { platform: 'discord' as const, workspace: interaction.guildId ?? guild, user: interaction.user.id },
  language: languageOf(interaction.locale),
  ...(interaction.channelId === null ? {} : { channel: interaction.channelId }),
})

const run = (
  interaction: Answerable,
  { guild, press }: { guild: string; press: Press },
  { dispatch, patienceMs }: Receiving,
  forms: KeptForms,
): Promise<void> => {
  const done: Interaction = interaction.isModalSubmit()
    ? { ...common(interaction, guild), kind: 'submit', press, values: readValues(interaction) }
    : { ...common(interaction, guild), kind: 'run', press }
  const language = languageOf(interaction.locale)
  return answer(interaction, dispatch(done), { guild: done.account.workspace, language, forms, patienceMs })
}

const pressOf = (interaction: ChatInputCommandInteraction): Press => {
  const [sub] = interaction.options.data
  const options = (sub?.options ?? []).map(({ name, value }) => [name, String(value ?? '')] as const)
  return { command: `${interaction.commandName}.${sub?.name ?? ''}`, options: Object.fromEntries(options) }
}

const suggest = async (interaction: AutocompleteInteraction, { dispatch }: Receiving): Promise<void> => {
  const [sub] = interaction.options.data
  const focused = interaction.options.getFocused(true)
  const reply = await dispatch({
    ...common(interaction, interaction.guildId ?? ''),
    kind: 'suggest',
    press: { command: `${interaction.commandName}.${sub?.name ?? ''}`, options: {} },
    option: focused.name,
    typed: focused.value,
  })
  const choices = reply.kind === 'suggestions' ? reply.choices : []
  await interaction.respond(
    choices.slice(0, LIMIT.choices).map(({ value, label }) => ({ value, name: cut(label, LIMIT.option) })),
  )
}

const openKept = async (
  interaction: ButtonInteraction,
  key: string,
  forms: KeptForms,
): Promise<void> => {
  const kept = forms.find(key)
  if (kept) {
    await interaction.showModal(renderForm(kept.form, kept.guild))
    return
  }
  const content = catalogues[languageOf(interaction.locale)].discord.expired
  await interaction.reply({ content, flags: MessageFlags.Ephemeral })
}
