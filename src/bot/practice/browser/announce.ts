import type { MessageView } from '../protocol.ts'
import { say } from './notices.ts'
import { conversations, me, opened, start } from './state.ts'
import { words } from './words.ts'

/** Tells a screen reader what came in, in a line for each message. */
export const announce = (messages: readonly MessageView[]): void => {
  const lines = messages.filter(({ author }) => author !== me.value).map(lineFor)
  if (lines.length > 0) say(lines.join(' '))
}

const lineFor = ({ author, content, conversation }: MessageView): string => {
  const text = words.value.conversation
  const said = content.kind === 'card' ? content.card.summary : content.text
  const name = start.value?.members.find(({ id }) => id === author)?.name
  const what = author === undefined ? text.fromBot(said) : text.fromPerson(name ?? author, said)
  if (conversation === opened.value) return what
  const place = conversations.value.find(({ id }) => id === conversation)?.name || words.value.brand
  return text.elsewhere(place, what)
}
