import {
  AttachmentBuilder,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js'
import type { APIContainerComponent } from 'discord-api-types/v10'
import type { Attachment } from '../port.ts'
import { type Mark, markIn } from './mark.ts'

export type Acting =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction

/** Discord's ways to answer, which differ by the kind of interaction and by whether it was deferred. */
export type Responder = {
  /** Tells Discord to wait. Without it an answer must come within 3 s. */
  defer(): Promise<void>
  /** A card to the asker alone. */
  tell(card: APIContainerComponent): Promise<void>
  /** A card to everybody in the channel; `told` is what the asker sees where something must be seen. */
  publish(card: APIContainerComponent, told: APIContainerComponent): Promise<void>
  /** Files for the asker alone, after the card. */
  share(files: readonly Attachment[], said: string): Promise<void>
  /** A card in the place of the message that was acted on; without one, to the asker. */
  replace(card: (mark: Mark | undefined) => APIContainerComponent): Promise<void>
  /** Ends the interaction without a card; `told` only where Discord would otherwise report a failure. */
  finish(told: APIContainerComponent): Promise<void>
  /** Undefined where a modal can no longer be opened. */
  modal: Exclude<Acting, ModalSubmitInteraction>['showModal'] | undefined
}

type OnMessage = ButtonInteraction | StringSelectMenuInteraction | ModalMessageModalSubmitInteraction

const onMessage = (acting: Acting): OnMessage | undefined => {
  if (acting.isMessageComponent()) return acting
  return acting.isModalSubmit() && acting.isFromMessage() ? acting : undefined
}

const PUBLIC = MessageFlags.IsComponentsV2
const ONLY_ASKER = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral

/** A message of its own: Discord shows what pictures hold and offers the rest. */
const shareFiles = async (acting: Acting, files: readonly Attachment[], said: string): Promise<void> => {
  await acting.followUp({
    content: said,
    flags: MessageFlags.Ephemeral,
    files: files.map(({ name, bytes, alt }) =>
      new AttachmentBuilder(Buffer.from(bytes)).setName(name).setDescription(alt),
    ),
  })
}

/** `instead`: the message acted on is the adapter's own, and answers go in its place. */
export const responderTo = (acting: Acting, instead: boolean): Responder => {
  const message = onMessage(acting)
  return message ? respondOnMessage(message, instead) : respondAlone(acting)
}

/** A deferred answer has its audience fixed: what everybody should see follows as a message of its own. */
const respondAlone = (acting: Acting): Responder => {
  let deferred = false
  const tell = async (card: APIContainerComponent) => {
    if (deferred) await acting.editReply({ components: [card], flags: PUBLIC })
    else await acting.reply({ components: [card], flags: ONLY_ASKER })
  }
  return {
    defer: async () => {
      await acting.deferReply({ flags: MessageFlags.Ephemeral })
      deferred = true
    },
    tell,
    publish: async (card, told) => {
      if (!deferred) return void (await acting.reply({ components: [card], flags: PUBLIC }))
      await tell(told)
      await acting.followUp({ components: [card], flags: PUBLIC })
    },
    share: (files, said) => shareFiles(acting, files, said),
    replace: (card) => tell(card(undefined)),
    finish: tell,
    get modal() {
      return deferred || acting.isModalSubmit() ? undefined : acting.showModal.bind(acting)
    },
  }
}

const respondOnMessage = (acting: OnMessage, instead: boolean): Responder => {
  let deferred = false
  const swap = async (card: APIContainerComponent) => {
    if (deferred) await acting.editReply({ components: [card], flags: PUBLIC })
    else await acting.update({ components: [card], flags: PUBLIC })
  }
  const add = async (card: APIContainerComponent, flags: typeof PUBLIC | typeof ONLY_ASKER) => {
    if (deferred) await acting.followUp({ components: [card], flags })
    else await acting.reply({ components: [card], flags })
  }
  return {
    defer: async () => {
      await acting.deferUpdate()
      deferred = true
    },
    tell: (card) => (instead ? swap(card) : add(card, ONLY_ASKER)),
    publish: async (card, told) => {
      if (!instead) return add(card, PUBLIC)
      await swap(told)
      await acting.followUp({ components: [card], flags: PUBLIC })
    },
    share: (files, said) => shareFiles(acting, files, said),
    replace: (card) => swap(card(markIn(acting.message.components.map((component) => component.toJSON())))),
    finish: async () => {
      if (!deferred) await acting.deferUpdate()
    },
    get modal() {
      return deferred || acting.isModalSubmit() ? undefined : acting.showModal.bind(acting)
    },
  }
}
