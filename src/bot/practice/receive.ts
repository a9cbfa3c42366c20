import { randomUUID } from 'node:crypto'
import type { Attachment, Dispatch, Interaction, Reply } from '../port.ts'
import { channelIn } from './access.ts'
import { memoize } from './memoize.ts'
import type { Conversation, PracticeMessage, PracticeStore } from './practice-store.ts'
import { type AnswerView, type FileView, viewOf } from './protocol.ts'
import type { InteractRequest } from './requests.ts'

type Options = {
  dispatch: Dispatch
  store: PracticeStore
  now: () => Temporal.Instant
  changed: () => void
}

const REMEMBERED_ANSWERS = 1_000

/** Hands what a member did to the product and brings back what they and the conversation get to see. */
export const receiver = ({ dispatch, store, now, changed }: Options) => {
  const once = memoize<AnswerView>(REMEMBERED_ANSWERS)

  const answer = async (member: string, request: InteractRequest, reply: Reply): Promise<AnswerView> => {
    switch (reply.kind) {
      case 'card': {
        if (reply.to === 'asker') return { kind: 'card', card: reply.card, files: reply.files?.map(fileView) }
        const message = await store.add({
          conversation: request.conversation,
          content: { kind: 'card', card: reply.card },
          key: `answer:${member}:${request.event}`,
          postedAt: now(),
        })
        changed()
        return { kind: 'posted', message: viewOf(message) }
      }
      case 'replace': {
        const pressed = request.kind === 'run' ? request.message : undefined
        const message = pressed === undefined ? undefined : await store.updateCard(pressed, reply.card)
        if (!message) return { kind: 'replace', card: reply.card }
        changed()
        return { kind: 'replaced', message: viewOf(message) }
      }
      case 'form':
      case 'correct':
      case 'home':
      case 'suggestions':
      case 'nothing':
        return reply
      default:
        return reply satisfies never
    }
  }

  return async (workspace: string, member: string, request: InteractRequest): Promise<AnswerView> => {
    const act = async () => answer(member, request, await dispatch(interactionOf(workspace, member, request)))
    const isAsking = request.kind === 'home' || request.kind === 'suggest' || request.kind === 'keep'
    return isAsking ? act() : once(`${member}:${request.event}`, act)
  }
}

const fileView = ({ name, mediaType, alt, bytes }: Attachment): FileView => ({
  name,
  mediaType,
  alt,
  base64: Buffer.from(bytes).toString('base64'),
})

/** True where a press says it stood on a message that the member could not have seen it on. */
export const isPressedElsewhere = (
  pressed: PracticeMessage | undefined,
  conversation: Conversation,
): boolean => pressed?.content.kind !== 'card' || pressed.conversation !== conversation

const interactionOf = (workspace: string, user: string, request: InteractRequest): Interaction => {
  const common = {
    account: { platform: 'practice', workspace, user },
    language: request.language,
    channel: channelIn(request.conversation),
  } as const
  const { event } = request
  switch (request.kind) {
    case 'words':
      return { ...common, event, kind: 'words', words: request.words }
    case 'run':
      return { ...common, event, kind: 'run', press: request.press }
    case 'submit':
      return { ...common, event, kind: 'submit', press: request.press, values: request.values }
    case 'keep':
      return { ...common, event: randomUUID(), kind: 'keep', press: request.press, values: request.values }
    case 'home':
      return { ...common, event: randomUUID(), kind: 'home' }
    case 'suggest': {
      const { press, option, typed } = request
      return { ...common, event: randomUUID(), kind: 'suggest', press, option, typed }
    }
    default:
      return request satisfies never
  }
}
