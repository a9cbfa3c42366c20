import type { KnownBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Catalogue } from '../../text/catalogue.ts'
import type { Card } from '../card.ts'
import type { Reply } from '../port.ts'
import { LIMIT } from './limits.ts'
import { fallbackText, renderCard } from './render-card.ts'
import { noticeView, renderForm } from './render-form.ts'

/** Where an answer can go: an open modal, and the address Slack gave for answering in the conversation. */
export type AnswerPlace = {
  client: WebClient
  words: Catalogue['slack']
  /** The modal that is open for this person because of what they did. */
  viewId?: string | undefined
  channel?: string | undefined
  respond?: (message: {
    response_type?: 'ephemeral' | 'in_channel'
    replace_original?: boolean
    text: string
    blocks: KnownBlock[]
  }) => Promise<unknown>
  triggerId?: string | undefined
  user: string
}

/** Shows a reply where the person looks: in the modal that is open for it, else in the conversation. */
export const show = async (reply: Reply, place: AnswerPlace): Promise<void> => {
  switch (reply.kind) {
    case 'card':
    case 'replace':
    case 'home':
      return showCard(
        reply.card,
        reply.kind === 'replace',
        reply.kind === 'card' && reply.to === 'channel',
        place,
      )
    case 'form':
    case 'correct': {
      const faults = reply.kind === 'correct' ? reply.faults : undefined
      const view = renderForm(reply.form, place.channel, faults)
      if (place.viewId) await place.client.views.update({ view_id: place.viewId, view })
      else if (place.triggerId) await place.client.views.open({ trigger_id: place.triggerId, view })
      return
    }
    case 'suggestions':
    case 'nothing':
      return
    default:
      return reply satisfies never
  }
}

const showCard = async (
  card: Card,
  replace: boolean,
  toChannel: boolean,
  place: AnswerPlace,
): Promise<void> => {
  const { client, viewId, respond, words } = place
  if (viewId) {
    const view = noticeView(words.working, words.close, renderCard(card, LIMIT.viewBlocks))
    await client.views.update({ view_id: viewId, view })
    return
  }
  const message = { text: fallbackText(card), blocks: renderCard(card) }
  if (respond) {
    await respond(
      replace
        ? { replace_original: true, ...message }
        : { response_type: toChannel ? 'in_channel' : 'ephemeral', replace_original: false, ...message },
    )
    return
  }
  const opened = await client.conversations.open({ users: place.user })
  if (opened.channel?.id) await client.chat.postMessage({ channel: opened.channel.id, ...message })
}
