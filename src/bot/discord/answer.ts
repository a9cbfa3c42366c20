import type { APIContainerComponent } from 'discord-api-types/v10'
import type { Card } from '../card.ts'
import type { FormValues } from '../form.ts'
import type { Reply } from '../port.ts'
import type { OpenForm, OpenForms } from './open-forms.ts'
import { renderCard } from './render-card.ts'
import type { Reach } from './responder.ts'
import { firstModal, pagesToCorrect, unfinishedCard } from './unfinished-form.ts'
import type { Words } from './words.ts'

/** What an answer needs to know besides the reply. */
export type Answering = {
  reach: Reach
  words: Words
  user: string
  /** Whose members the cards speak to; presses on them count for it. */
  guild: () => string | undefined
  forms: OpenForms
  keptMinutes: number
  /** How long an answer may take before Discord is told to wait. */
  patienceMs: number
  /** What was typed into the form that is being answered. */
  typed: FormValues
  /** The kept form that is being answered. */
  kept?: string | undefined
}

/** Shows a reply as Discord's first answer where it comes in time; otherwise puts it off and fills it in. */
export const answer = async (reply: Promise<Reply>, answering: Answering): Promise<void> => {
  const soon = await within(answering.patienceMs, reply)
  if (!soon) await answering.reach.defer()
  await show(soon ?? (await reply), answering)
}

export const within = async <Value>(ms: number, value: Promise<Value>): Promise<Value | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([value, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A card that the adapter itself says. */
export const ownCard = (text: string, words: Words): APIContainerComponent =>
  renderCard({ tag: 'discord.own', summary: text, parts: [{ part: 'text', text }] }, { words })

const show = async (reply: Reply, answering: Answering): Promise<void> => {
  const { reach, words, forms, kept } = answering
  const rendered = (card: Card) => renderCard(card, { words, guild: answering.guild() })
  if (kept !== undefined && reply.kind !== 'correct') forms.forget(kept)
  switch (reply.kind) {
    case 'card': {
      if (reply.to === 'asker') await reach.tell(rendered(reply.card))
      else await reach.publish(rendered(reply.card), ownCard(words.posted, words))
      const { files = [] } = reply
      return files.length > 0 ? reach.share(files, words.files) : undefined
    }
    case 'home':
      return reach.tell(rendered(reply.card))
    case 'replace':
      return reach.replace((mark) => renderCard(reply.card, { words, guild: answering.guild(), mark }))
    case 'form':
      return openForm(reply, answering)
    case 'correct':
      return keepForm(reply, answering)
    case 'suggestions':
    case 'nothing':
      return reach.settle(ownCard(words.received, words))
    default:
      return reply satisfies never
  }
}

/** A modal must be Discord's first answer, and never follows another modal: then a button opens it. */
const openForm = async (reply: Extract<Reply, { kind: 'form' }>, answering: Answering): Promise<void> => {
  const { reach, words, forms, user } = answering
  const guild = answering.guild()
  if (reach.modal) await reach.modal(firstModal(reply.form, { forms, words, guild, user }))
  else await keepForm(reply, answering)
}

const keepForm = async (
  reply: Extract<Reply, { kind: 'form' | 'correct' }>,
  { reach, words, forms, user, guild, typed, kept, keptMinutes }: Answering,
): Promise<void> => {
  const { form } = reply
  const faults = reply.kind === 'correct' ? reply.faults : undefined
  const todo = pagesToCorrect(form, faults ?? { fields: {} })
  const values = faults ? typed : {}
  const open: OpenForm = { form, values, user, guild: guild(), todo, ...(faults ? { faults } : {}) }
  const id = faults && kept !== undefined ? kept : forms.keep(open)
  forms.change(id, open)
  return reach.tell(unfinishedCard(id, open, words, keptMinutes))
}
