import type { Press } from '../../press.ts'
import type { Conversation } from '../practice-store.ts'
import type { AnswerView } from '../protocol.ts'
import { newEvent, postInteract, type Result } from './api.ts'
import { refreshHome, takeMessages } from './messages.ts'
import { notifyFailure, say } from './notices.ts'
import { type Answer, answers, clock, form, me, opened, pages } from './state.ts'

type Where = { message?: string; answer?: string }

/** A slash command. Once taken, the answer comes as a card, a message or a form. */
export const runWords = async (typed: string, words: string, event: string): Promise<Result<AnswerView>> => {
  const conversation = opened.value
  const member = me.value
  const result = await postInteract({ kind: 'words', words, event, conversation })
  if (result.ok && me.value === member) take(result.value, conversation, { typed })
  return result
}

/** A pressed button or a chosen value; `where` it stood, so that its answer can take its place. */
export const runPress = async (press: Press, where: Where): Promise<void> => {
  const conversation = opened.value
  const member = me.value
  const { message } = where
  const event = newEvent()
  const result = await postInteract({
    kind: 'run',
    press,
    event,
    conversation,
    message,
  })
  if (me.value !== member) return
  if (!result.ok) return notifyFailure(result.reason)
  take(result.value, conversation, where.answer === undefined ? {} : { replaces: where.answer })
}

/** Shows what came of something the member did. */
export const take = (
  answer: AnswerView,
  conversation: Conversation,
  how: { typed?: string; replaces?: string } = {},
): void => {
  switch (answer.kind) {
    case 'card':
      addAnswer(answer.card, conversation, how.typed, answer.files)
      break
    case 'home':
      addAnswer(answer.card, conversation, how.typed)
      break
    case 'replace':
      if (how.replaces === undefined) addAnswer(answer.card, conversation, how.typed)
      else replaceAnswer(how.replaces, answer.card)
      break
    case 'posted':
    case 'replaced':
      takeMessages([answer.message])
      break
    case 'form':
      form.value = { id: newEvent(), member: me.value, conversation, form: answer.form }
      return
    case 'correct':
      form.value = {
        id: newEvent(),
        member: me.value,
        conversation,
        form: answer.form,
        faults: answer.faults,
      }
      return
    case 'suggestions':
    case 'nothing':
      return
    default:
      answer satisfies never
  }
  if (conversation.startsWith('direct:')) void refreshHome()
}

export const dismissAnswer = (id: string): void => {
  answers.value = answers.value.filter((answer) => answer.id !== id)
}

const addAnswer = (
  card: Answer['card'],
  conversation: Conversation,
  typed: string | undefined,
  files: Answer['files'] = [],
): void => {
  const page = pages.value[conversation]
  const answer: Answer = {
    id: newEvent(),
    member: me.value,
    conversation,
    after: page !== undefined && page !== 'failed' ? page.last : 0,
    at: clock.value?.now ?? '',
    card,
    files,
    typed,
  }
  answers.value = [...answers.value, answer]
  say(card.summary)
}

const replaceAnswer = (id: string, card: Answer['card']): void => {
  answers.value = answers.value.map((answer) => (answer.id === id ? { ...answer, card, files: [] } : answer))
  say(card.summary)
}
