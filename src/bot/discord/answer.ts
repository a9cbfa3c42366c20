import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type ContainerBuilder,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js'
import { catalogues } from '../../text/catalogue.ts'
import type { Card } from '../card.ts'
import type { FormFaults, FormView } from '../form.ts'
import type { Language, Reply } from '../port.ts'
import type { KeptForms } from './kept-forms.ts'
import { cut, LIMIT } from './limits.ts'
import { renderCard } from './render-card.ts'
import { renderForm } from './render-form.ts'

export type Answerable =
  | ChatInputCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction

export type Answering = { guild: string; language: Language; forms: KeptForms; patienceMs: number }

/** `form:KEY` opens a form that waits in memory. */
export const FORM_BUTTON = /^form:([0-9a-f]+)$/

/**
 * Shows a reply as the first answer when it comes in time; otherwise holds Discord with a deferral and fills it in.
 * A form can only be the first answer: one that comes late waits behind a button.
 */
export const answer = async (
  interaction: Answerable,
  reply: Promise<Reply>,
  answering: Answering,
): Promise<void> => {
  const soon = await Promise.race([reply, afterMs(answering.patienceMs)])
  if (soon) return firstAnswer(interaction, soon, answering)
  if (interaction.isMessageComponent()) await interaction.deferUpdate()
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  return lateAnswer(interaction, await reply, answering)
}

const afterMs = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref()
  })

const ONLY_ASKER = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral

const firstAnswer = async (interaction: Answerable, reply: Reply, answering: Answering): Promise<void> => {
  switch (reply.kind) {
    case 'card':
    case 'home': {
      const toChannel = reply.kind === 'card' && reply.to === 'channel'
      const flags = toChannel ? MessageFlags.IsComponentsV2 : ONLY_ASKER
      await interaction.reply({ components: [renderCard(reply.card, answering.guild)], flags })
      return
    }
    case 'replace':
      await replace(interaction, reply.card, answering)
      return
    case 'form':
      if (interaction.isModalSubmit()) await interaction.reply(waitingForm(reply.form, undefined, answering))
      else await interaction.showModal(renderForm(reply.form, answering.guild))
      return
    case 'correct':
      await interaction.reply(waitingForm(reply.form, reply.faults, answering))
      return
    case 'suggestions':
    case 'nothing':
      if (interaction.isMessageComponent()) await interaction.deferUpdate()
      else await interaction.deferReply({ flags: MessageFlags.Ephemeral }).then(() => interaction.deleteReply())
      return
    default:
      return reply satisfies never
  }
}

const replace = async (interaction: Answerable, card: Card, { guild }: Answering): Promise<void> => {
  const components = [renderCard(card, guild)]
  if (interaction.isMessageComponent())
    await interaction.update({ components, flags: MessageFlags.IsComponentsV2 })
  else await interaction.reply({ components, flags: ONLY_ASKER })
}

const lateAnswer = async (interaction: Answerable, reply: Reply, answering: Answering): Promise<void> => {
  const tell = async (components: (ContainerBuilder | ActionRowBuilder<ButtonBuilder>)[]) => {
    if (interaction.isMessageComponent()) await interaction.followUp({ components, flags: ONLY_ASKER })
    else await interaction.editReply({ components, flags: MessageFlags.IsComponentsV2 })
  }
  switch (reply.kind) {
    case 'card':
    case 'home':
      return tell([renderCard(reply.card, answering.guild)])
    case 'replace':
      if (!interaction.isMessageComponent()) return tell([renderCard(reply.card, answering.guild)])
      await interaction.editReply({
        components: [renderCard(reply.card, answering.guild)],
        flags: MessageFlags.IsComponentsV2,
      })
      return
    case 'form':
      return tell([...waitingForm(reply.form, undefined, answering).components])
    case 'correct':
      return tell([...waitingForm(reply.form, reply.faults, answering).components])
    case 'suggestions':
    case 'nothing':
      if (!interaction.isMessageComponent()) await interaction.deleteReply()
      return
    default:
      return reply satisfies never
  }
}

/** A form that cannot be opened now: what is to be corrected, and the button that opens it with what was typed. */
const waitingForm = (form: FormView, faults: FormFaults | undefined, { guild, language, forms }: Answering) => {
  const words = catalogues[language].discord
  const lines = Object.entries(faults?.fields ?? {}).map(([name, fault]) => ({
    text: words.fault(form.fields.find((field) => field.name === name)?.label ?? name, fault),
  }))
  const heading = faults ? words.faultsHeading : words.formReady
  const card: Card = {
    tag: 'form.waiting',
    summary: heading,
    parts: [{ part: 'text', text: heading }, ...(lines.length > 0 ? [{ part: 'list' as const, items: lines }] : [])],
  }
  const button = new ButtonBuilder()
    .setCustomId(`form:${forms.keep({ form, guild })}`)
    .setLabel(cut(faults ? words.correct : words.openForm, LIMIT.button))
    .setStyle(ButtonStyle.Primary)
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button)
  return { components: [renderCard(card, guild), row], flags: ONLY_ASKER } as const
}
