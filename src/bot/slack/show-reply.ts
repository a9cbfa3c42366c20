import type { RespondArguments } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Card } from '../card.ts'
import { ownCard } from '../kit/own-card.ts'
import type { Attachment, Reply } from '../port.ts'
import { failureOf } from './errors.ts'
import { VIEW } from './limits.ts'
import { renderCard } from './render-card.ts'
import { cardView, noticeView, type Origin, renderForm } from './render-form.ts'
import { messageOf } from './send.ts'
import { WORDS } from './words.ts'

/** Where an answer can go, given what the person did. */
export type Asking = {
  client: WebClient
  log: Logger
  user: string
  /** Where the command was typed or the button pressed; a form carries it until it is submitted. */
  origin: Origin
  /** Opens one modal, within three seconds. */
  triggerId?: string | undefined
  /** The modal that is open for this person because of what they did. */
  view?: OpenView | undefined
  /** The address Slack gave for answering in the conversation: five times, in 30 minutes. */
  respond?: ((message: RespondArguments) => Promise<unknown>) | undefined
}

/** A modal or page as it was when the person acted. Slack refuses a change of one that looks otherwise by now. */
export type OpenView = { id: string; hash?: string | undefined }

/** Shows a reply where the person looks: in the modal that is open for it, else in the conversation. */
export const showReply = async (reply: Reply, asking: Asking): Promise<void> => {
  switch (reply.kind) {
    case 'card':
      await (reply.to === 'channel' ? showInChannel(reply.card, asking) : showToAsker(reply.card, asking))
      return shareFiles(reply.files ?? [], asking)
    case 'replace':
      return replace(reply.card, asking)
    case 'home':
      return asking.origin.home
        ? void (await publishHome(reply.card, asking))
        : showToAsker(reply.card, asking)
    case 'form':
      return showForm(renderForm(reply.form, asking.origin), asking)
    case 'correct':
      return showForm(renderForm(reply.form, asking.origin, reply.faults), asking)
    case 'suggestions':
    case 'nothing':
      if (asking.view) await updateView(asking, noticeView(WORDS.received, asking.origin))
      return
    default:
      return reply satisfies never
  }
}

/** An ephemeral answer carries no files: they come in the asker's direct messages. */
const shareFiles = async (files: readonly Attachment[], asking: Asking): Promise<void> => {
  const [first, ...others] = files.map(({ name, bytes, alt }) => ({
    file: Buffer.from(bytes),
    filename: name,
    title: alt,
    alt_text: alt,
  }))
  if (!first) return
  const { client, user, log } = asking
  try {
    const { channel } = await client.conversations.open({ users: user })
    if (!channel?.id) throw new Error('no direct messages')
    await client.filesUploadV2({
      channel_id: channel.id,
      initial_comment: WORDS.files,
      file_uploads: [first, ...others],
    })
  } catch (error) {
    log.warn({ failure: failureOf(error) }, 'slack: files were not shared')
    await showToAsker(saysCard(WORDS.filesFailed), asking)
  }
}

/** A card that the adapter itself says. */
export const saysCard = (text: string): Card => ownCard('slack.own', text)

/**
 * Their own page, as it is now. False when it has changed since `seen` was its hash: what is to be shown may be older
 * than what is there.
 */
export const publishHome = async (
  card: Card,
  { client, user }: Pick<Asking, 'client' | 'user'>,
  seen?: string,
): Promise<boolean> => {
  try {
    const view = { type: 'home' as const, blocks: renderCard(card, VIEW) }
    await client.views.publish({ user_id: user, view, hash: seen })
    return true
  } catch (error) {
    if (isRefused(error, 'hash_conflict')) return false
    throw error
  }
}

const isRefused = (error: unknown, code: string): boolean => {
  const failure = failureOf(error)
  return failure.failure === 'refused' && failure.detail === code
}

const showForm = async (view: ModalView, asking: Asking): Promise<void> => {
  if (asking.view) return void (await updateView(asking, view))
  const opened = asking.triggerId !== undefined && (await openView(asking, view)) !== undefined
  if (!opened) await showToAsker(saysCard(WORDS.tooLate), { ...asking, triggerId: undefined })
}

/** Opens a modal, on top of the one that is open. Undefined when the trigger is too old or used. */
export const openView = async (
  { client, log, triggerId = '', view: below }: Asking,
  view: ModalView,
): Promise<OpenView | undefined> => {
  try {
    const request = { trigger_id: triggerId, view }
    const { view: opened } = await (below ? client.views.push(request) : client.views.open(request))
    return opened?.id === undefined ? undefined : { id: opened.id, hash: opened.hash }
  } catch (error) {
    log.warn({ failure: failureOf(error) }, 'slack: a modal was not opened')
    return undefined
  }
}

/**
 * False when the modal is closed or shows something else by now. A view that Slack refuses is a bug: the person is
 * told, and the log.
 */
const updateView = async ({ client, log, view: open, origin }: Asking, view: ModalView): Promise<boolean> => {
  const { id = '', hash } = open ?? {}
  try {
    await client.views.update({ view_id: id, view, hash })
    return true
  } catch (error) {
    if (isRefused(error, 'not_found') || isRefused(error, 'hash_conflict')) return false
    log.error({ failure: failureOf(error) }, 'slack: a modal was not updated')
    await client.views.update({ view_id: id, view: noticeView(WORDS.notShown, origin) })
    return true
  }
}

const showToAsker = async (card: Card, asking: Asking): Promise<void> => {
  if (asking.view && (await updateView(asking, cardView(card, asking.origin)))) return
  if (asking.respond)
    return respond(asking, { response_type: 'ephemeral', replace_original: false, ...messageOf(card) })
  if (asking.origin.home && asking.triggerId && (await openView(asking, cardView(card, asking.origin))))
    return
  await tell(card, asking)
}

const showInChannel = async (card: Card, asking: Asking): Promise<void> => {
  if (asking.respond)
    await respond(asking, { response_type: 'in_channel', replace_original: false, ...messageOf(card) })
  else if (!asking.origin.channel || !(await postIn(asking.origin.channel, card, asking))) {
    const summary = { part: 'note' as const, text: WORDS.notPosted }
    return showToAsker({ ...card, parts: [...card.parts, summary] }, asking)
  }
  if (asking.view) await updateView(asking, noticeView(WORDS.posted, asking.origin))
}

const replace = async (card: Card, asking: Asking): Promise<void> => {
  const { client, origin, view } = asking
  if (view && !origin.message) return showToAsker(card, asking)
  if (asking.respond) await respond(asking, { replace_original: true, ...messageOf(card) })
  else if (origin.channel && origin.message) {
    const { text, blocks } = messageOf(card)
    try {
      await client.chat.update({ channel: origin.channel, ts: origin.message, text, blocks })
    } catch (error) {
      asking.log.warn({ failure: failureOf(error) }, 'slack: a message was not replaced')
      return showToAsker(card, asking)
    }
  } else return showToAsker(card, asking)
  if (view) await updateView(asking, noticeView(WORDS.received, origin))
}

/** A response address that is used up or too old loses the answer, not the work: it is told in the log. */
const respond = async (asking: Asking, message: RespondArguments): Promise<void> => {
  try {
    await asking.respond?.(message)
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
    asking.log.warn({ name, status }, 'slack: a response address did not take an answer')
  }
}

/** After a submitted form there is no response address: where the command came from, else in direct messages. */
const tell = async (card: Card, asking: Asking): Promise<void> => {
  const { client, log, user, origin } = asking
  if (origin.channel) {
    try {
      await client.chat.postEphemeral({ channel: origin.channel, user, ...messageOf(card) })
      return
    } catch (error) {
      const failure = failureOf(error)
      log.debug({ failure }, 'slack: not shown in the channel')
      // Don't retry: it may have been shown, and a second answer would only confuse.
      if (failure.failure === 'unknown') return
    }
  }
  const { channel } = await client.conversations.open({ users: user })
  if (channel?.id) await client.chat.postMessage({ channel: channel.id, ...messageOf(card) })
}

/** False when Slack refused it: the bot is not in that channel. */
const postIn = async (channel: string, card: Card, { client, log }: Asking): Promise<boolean> => {
  try {
    await client.chat.postMessage({ channel, ...messageOf(card) })
    return true
  } catch (error) {
    const failure = failureOf(error)
    log.warn({ failure }, 'slack: an answer was not posted in its channel')
    return failure.failure === 'unknown'
  }
}
