import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js'
import type { APIContainerComponent } from 'discord-api-types/v10'
import { type Mark, markIn } from './mark.ts'

export type Acting =
  | ChatInputCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction

/** Discord's ways to answer, which differ by what was done and by whether it had to be put off. */
export type Reach = {
  /** Tells Discord to wait. Without it an answer must come within 3 s. */
  defer(): Promise<void>
  /** A card to the asker alone. */
  tell(card: APIContainerComponent): Promise<void>
  /** A card to everybody in the channel; `told` is what the asker sees where something must be seen. */
  publish(card: APIContainerComponent, told: APIContainerComponent): Promise<void>
  /** A card in the place of the message that was acted on; without one, to the asker. */
  replace(card: (mark: Mark | undefined) => APIContainerComponent): Promise<void>
  /** Nothing to see; `told` only where Discord would say that the interaction failed. */
  settle(told: APIContainerComponent): Promise<void>
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

/** `instead`: the message acted on is the adapter's own, and answers go in its place. */
export const reachOf = (acting: Acting, instead: boolean): Reach => {
  const message = onMessage(acting)
  return message ? reachOnMessage(message, instead) : reachAlone(acting)
}

/** A deferred answer has its audience settled already: what everybody should see follows as a message of its own. */
const reachAlone = (acting: Acting): Reach => {
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
    replace: (card) => tell(card(undefined)),
    settle: tell,
    get modal() {
      return deferred || acting.isModalSubmit() ? undefined : acting.showModal.bind(acting)
    },
  }
}

const reachOnMessage = (acting: OnMessage, instead: boolean): Reach => {
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
    replace: (card) => swap(card(markIn(acting.message.components.map((component) => component.toJSON())))),
    settle: async () => {
      if (!deferred) await acting.deferUpdate()
    },
    get modal() {
      return deferred || acting.isModalSubmit() ? undefined : acting.showModal.bind(acting)
    },
  }
}
