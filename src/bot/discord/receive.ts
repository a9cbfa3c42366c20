import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction as DiscordInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import type { FormFaults, FormValues } from '../form.ts'
import { ownCard } from '../kit/own-card.ts'
import { withTimeout } from '../kit/with-timeout.ts'
import type { CommandView, Dispatch, Interaction, Reply } from '../port.ts'
import type { Press } from '../press.ts'
import { CONFIRMED, type Pressed, readCustomId } from './custom-id.ts'
import type { PersonGuilds } from './guilds.ts'
import { messageCommandNamed, optionName } from './install.ts'
import { LIMIT, oneLine } from './limits.ts'
import type { OpenForm, OpenForms } from './open-forms.ts'
import { readForm, renderForm } from './render-form.ts'
import { type Acting, responderTo } from './responder.ts'
import { type Answering, saysCard, showReply } from './show-reply.ts'
import { goneCard, type PageId, pageId, readPageId, unfinishedCard } from './unfinished-form.ts'
import { languageOf, wordsIn } from './words.ts'

export type Receiving = {
  dispatch: Dispatch
  commands: readonly CommandView[]
  forms: OpenForms
  keptMinutes: number
  people: PersonGuilds
  /** Timeout after which the answer is deferred: Discord waits 3 s by itself. */
  patienceMs: number
}

/** Turns what Discord's gateway delivers into an interaction, and its reply into an answer. */
export const receive = async (interaction: DiscordInteraction, receiving: Receiving): Promise<void> => {
  if (interaction.isAutocomplete()) return suggest(interaction, receiving)
  if (interaction.isChatInputCommand()) {
    const press = pressOf(interaction, receiving.commands)
    return press ? run(interaction, { press }, receiving) : stale(interaction)
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = messageCommandNamed(interaction.commandName, receiving.commands)
    if (!command) return stale(interaction)
    const quoted = quotedText(interaction.targetMessage.content)
    return run(interaction, { press: { command: command.id, options: {} }, quoted }, receiving)
  }
  if (interaction.isButton() || interaction.isStringSelectMenu()) {
    const kept = readPageId(interaction.customId)
    if (kept) return openPage(interaction, kept, receiving)
    const pressed = readCustomId(interaction.customId)
    if (!pressed) return stale(interaction)
    const [chosen = ''] = interaction.isStringSelectMenu() ? interaction.values : []
    if (pressed.confirms && chosen !== CONFIRMED) return void (await interaction.deferUpdate())
    return run(interaction, { press: withChosen(pressed, chosen), guild: pressed.guild }, receiving)
  }
  if (interaction.isModalSubmit()) return submitted(interaction, receiving)
}

const withChosen = ({ press, option }: Pressed, chosen: string): Press =>
  option === undefined ? press : { ...press, options: { ...press.options, [option]: chosen } }

/** A command or button of an earlier version. */
const stale = async (interaction: Acting): Promise<void> => {
  const words = wordsIn(languageOf(interaction.locale))
  await responderTo(interaction, false).tell(saysCard(words.stale, words))
}

type Slash = Pick<ChatInputCommandInteraction | AutocompleteInteraction, 'commandName' | 'options'>

/** The command meant, its options by their declared names. Undefined for one that is no longer declared. */
const pressOf = ({ commandName, options }: Slash, commands: readonly CommandView[]): Press | undefined => {
  const [verb] = options.data
  const declared = commands.find(({ noun, verb: { en } }) => noun.en === commandName && en === verb?.name)
  if (!declared) return undefined
  const given = declared.options.flatMap((option) => {
    const value = verb?.options?.find(({ name }) => name === optionName(option))?.value
    return value === undefined ? [] : [[option.name, String(value)] as const]
  })
  return { command: declared.id, options: Object.fromEntries(given) }
}

type Common = Pick<Interaction, 'event' | 'account' | 'channel' | 'language' | 'name'>

/**
 * Who did it, and in which guild: the interaction's own, else the one the message was made for, else the only one
 * shared.
 */
const common = async (
  interaction: DiscordInteraction,
  made: string | undefined,
  { people }: Receiving,
): Promise<Common | undefined> => {
  const workspace = interaction.guildId ?? made ?? (await people.of(interaction.user.id))
  if (workspace === undefined) return undefined
  return {
    event: interaction.id,
    account: { platform: 'discord', workspace, user: interaction.user.id },
    name: interaction.user.displayName,
    channel: interaction.channelId ?? undefined,
    language: languageOf(interaction.locale),
  }
}

type Done = {
  press: Press
  guild?: string | undefined
  /** The form's window, which deduplicates its submissions: sent once more, it is the same event. */
  window?: string | undefined
  typed?: Answering['typed']
  quoted?: string
  kept?: string
  here?: boolean
}

const run = async (acting: Acting, done: Done, receiving: Receiving): Promise<void> => {
  const words = wordsIn(languageOf(acting.locale))
  const { press, typed, quoted } = done
  let guild = acting.guildId ?? done.guild
  const dispatched = async (): Promise<Reply> => {
    const who = await common(acting, done.guild, receiving)
    if (!who) return { kind: 'card', to: 'asker', card: ownCard('discord.which-server', words.whichServer) }
    guild = who.account.workspace
    if (typed) {
      const event = eventOf(who, done)
      return receiving.dispatch({ ...who, event, kind: 'submit', press, values: typed })
    }
    return receiving.dispatch({ ...who, kind: 'run', press, quoted })
  }
  const { forms, keptMinutes, patienceMs } = receiving
  return showReply(dispatched(), {
    responder: responderTo(acting, done.here === true),
    words,
    user: acting.user.id,
    guild: () => guild,
    forms,
    keptMinutes,
    patienceMs,
    typed: typed ?? {},
    kept: done.kept,
  })
}

/** Deduplicates the submissions of one window by giving them one event id; a refused one leaves no trace of it. */
const eventOf = ({ event, account }: Common, { window }: Done): string =>
  window === undefined ? event : `form:${account.user}:${window}`

const suggest = async (interaction: AutocompleteInteraction, receiving: Receiving): Promise<void> => {
  const press = pressOf(interaction, receiving.commands)
  const { name, value } = interaction.options.getFocused(true)
  const declared = receiving.commands.find(({ id }) => id === press?.command)
  const option = declared?.options.find((one) => optionName(one) === name)?.name
  const proposed = async (): Promise<Reply> => {
    const who = await common(interaction, undefined, receiving)
    if (!who || !press || option === undefined) return { kind: 'suggestions', choices: [] }
    const { [option]: _, ...options } = press.options
    return receiving.dispatch({ ...who, kind: 'suggest', press: { ...press, options }, option, typed: value })
  }
  const reply = await withTimeout(receiving.patienceMs, proposed())
  const choices = reply?.kind === 'suggestions' ? reply.choices : []
  await interaction.respond(
    choices
      .filter((choice) => choice.value !== '' && choice.value.length <= LIMIT.option)
      .slice(0, LIMIT.suggestions)
      .map((choice) => ({ value: choice.value, name: oneLine(choice.label, LIMIT.option) })),
  )
}

/** The button under a kept form: opens its page with what was typed. */
const openPage = async (
  interaction: Extract<Acting, { showModal: unknown }>,
  { id, page }: PageId,
  { forms }: Receiving,
): Promise<void> => {
  const words = wordsIn(languageOf(interaction.locale))
  const open = forms.of(id, interaction.user.id)
  if (!open) {
    await interaction.reply({
      components: [goneCard({}, words)],
      flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
    })
    return
  }
  forms.change(id, open)
  const { form, values, faults } = open
  const customId = pageId({ id, page, here: true })
  await interaction.showModal(renderForm({ form, page, values, faults, customId, words }))
}

const submitted = async (interaction: ModalSubmitInteraction, receiving: Receiving): Promise<void> => {
  const typed = readForm(interaction.fields.fields.values())
  const onPage = readPageId(interaction.customId)
  if (onPage) return submittedPage(interaction, onPage, typed, receiving)
  const pressed = readCustomId(interaction.customId)
  if (!pressed) return stale(interaction)
  const { press, guild, window } = pressed
  return run(interaction, { press, guild, window, typed }, receiving)
}

/** One page of a kept form: the next one follows by a button, and after the last one all of it is submitted. */
const submittedPage = async (
  interaction: ModalSubmitInteraction,
  { id, page, here }: PageId,
  typed: Answering['typed'],
  receiving: Receiving,
): Promise<void> => {
  const { forms, keptMinutes } = receiving
  const words = wordsIn(languageOf(interaction.locale))
  const before = forms.of(id, interaction.user.id)
  const responder = responderTo(interaction, here)
  if (!before) return responder.tell(goneCard(typed, words))
  const open: OpenForm = {
    ...before,
    faults: before.faults && without(before.faults, typed),
    values: { ...before.values, ...typed },
    todo: before.todo.filter((one) => one > page),
    goingOn: true,
  }
  forms.change(id, open)
  const { form, values, guild } = open
  if (open.todo.length > 0) {
    await responder.tell(unfinishedCard(id, open, words, keptMinutes))
    const who = await common(interaction, guild, receiving)
    if (who) await receiving.dispatch({ ...who, kind: 'keep', press: form.press, values })
    return
  }
  return run(interaction, { press: form.press, guild, window: id, typed: values, kept: id, here }, receiving)
}

/** What was typed anew is no longer at fault. */
const without = ({ fields }: FormFaults, typed: FormValues): FormFaults => ({
  fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in typed))),
})

const CUSTOM_EMOJI = /<a?(:\w+:)\d+>/g
/**
 * Mentions of people, roles, channels and commands, and moments: Discord writes ids there, which say nothing to a
 * reader.
 */
const BY_ID = /<(?:[@#][!&]?\d+|\/[^:>]+:\d+|t:-?\d+(?::\w)?|id:\w+)>/g

/** What was written, without Discord's ids. */
export const quotedText = (content: string): string =>
  content.replace(CUSTOM_EMOJI, '$1').replace(BY_ID, '').trim()
