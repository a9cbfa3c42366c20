import type { APIContainerComponent } from 'discord-api-types/v10'
import type { Card } from '../card.ts'
import type { FormValues } from '../form.ts'
import { ownCard } from '../kit/own-card.ts'
import { withTimeout } from '../kit/with-timeout.ts'
import type { Reply } from '../port.ts'
import type { OpenForm, OpenForms } from './open-forms.ts'
import { renderCard } from './render-card.ts'
import type { Responder } from './responder.ts'
import { firstModal, pagesToCorrect, unfinishedCard } from './unfinished-form.ts'
import type { Words } from './words.ts'

/** What an answer needs to know besides the reply. */
export type Answering = {
  responder: Responder
  words: Words
  user: string
  /** Whose members the cards speak to; presses on them count for it. */
  guild: () => string | undefined
  forms: OpenForms
  keptMinutes: number
  /** Timeout after which the answer is deferred. */
  patienceMs: number
  /** What was typed into the form that is being answered. */
  typed: FormValues
  /** The kept form that is being answered. */
  kept: string | undefined
}

/** Shows a reply as Discord's first response where it comes before the timeout; otherwise defers, then fills it in. */
export const showReply = async (reply: Promise<Reply>, answering: Answering): Promise<void> => {
  const soon = await withTimeout(answering.patienceMs, reply)
  if (!soon) await answering.responder.defer()
  await show(soon ?? (await reply), answering)
}

/** A card that the adapter itself says. */
export const saysCard = (text: string, words: Words): APIContainerComponent =>
  renderCard(ownCard('discord.own', text), { words })

const show = async (reply: Reply, answering: Answering): Promise<void> => {
  const { responder, words, forms, kept } = answering
  const rendered = (card: Card) => renderCard(card, { words, guild: answering.guild() })
  if (kept !== undefined && reply.kind !== 'correct') forms.forget(kept)
  switch (reply.kind) {
    case 'card': {
      if (reply.to === 'asker') await responder.tell(rendered(reply.card))
      else await responder.publish(rendered(reply.card), saysCard(words.posted, words))
      const { files = [] } = reply
      return files.length > 0 ? responder.share(files, words.files) : undefined
    }
    case 'home':
      return responder.tell(rendered(reply.card))
    case 'replace':
      return responder.replace((mark) => renderCard(reply.card, { words, guild: answering.guild(), mark }))
    case 'form':
      return openForm(reply, answering)
    case 'correct':
      return keepForm(reply, answering)
    case 'suggestions':
    case 'nothing':
      return responder.finish(saysCard(words.received, words))
    default:
      return reply satisfies never
  }
}

/** A modal must be Discord's first answer, and never follows another modal: then a button opens it. */
const openForm = async (reply: Extract<Reply, { kind: 'form' }>, answering: Answering): Promise<void> => {
  const { responder, words, forms, user } = answering
  const guild = answering.guild()
  if (responder.modal) await responder.modal(firstModal(reply.form, { forms, words, guild, user }))
  else await keepForm(reply, answering)
}

const keepForm = async (
  reply: Extract<Reply, { kind: 'form' | 'correct' }>,
  { responder, words, forms, user, guild, typed, kept, keptMinutes }: Answering,
): Promise<void> => {
  const { form } = reply
  const faults = reply.kind === 'correct' ? reply.faults : undefined
  const todo = pagesToCorrect(form, faults ?? { fields: {} })
  const values = faults ? typed : {}
  const open: OpenForm = { form, values, user, guild: guild(), todo, faults, goingOn: false }
  const id = faults && kept !== undefined ? kept : forms.keep(open)
  forms.change(id, open)
  return responder.tell(unfinishedCard(id, open, words, keptMinutes))
}
