import { html } from 'htm/preact'
import type { FileView, MessageView } from '../protocol.ts'
import { Icon } from './icons.ts'
import { dismissAnswer } from './interact.ts'
import { openThread } from './messages.ts'
import { type Answer, clock, language } from './state.ts'
import { timeOf } from './times.ts'
import { Avatar, lineOfMember, nameOf } from './view-avatar.ts'
import { Card, OnlyYou } from './view-card.ts'
import { words } from './words.ts'

type Props = { message: MessageView; follows: boolean; isInThread?: boolean }

/** One message: who, when, what, and the way into its thread. */
export const Message = ({ message, follows, isInThread }: Props) => {
  const { author, content } = message
  return html`
    <article class=${follows ? 'message follows' : 'message'} data-message=${message.id}>
      <div class="message-side">
        ${follows ? html`<${Time} at=${message.postedAt} />` : html`<${Avatar} author=${author} />`}
      </div>
      <div class="message-body">
        ${follows ? null : html`<${Head} author=${author} at=${message.postedAt} />`}
        ${message.pinned && html`<p class="pinned-mark"><${Icon} name="pin" />${words.value.message.pinned}</p>`}
        ${
          content.kind === 'card'
            ? html`<${Card} card=${content.card} where=${{ message: message.id }} />`
            : html`<p class="message-text">${content.text}</p>`
        }
        ${isInThread ? null : html`<${ThreadLink} message=${message} />`}
      </div>
    </article>
  `
}

/** An answer for the asker's eyes, with what they typed for it. */
export const PrivateAnswer = ({ answer }: { answer: Answer }) => html`
  <article class="message" data-answer=${answer.id}>
    <div class="message-side"><${Avatar} /></div>
    <div class="message-body">
      <${Head} at=${answer.at} />
      <${OnlyYou} dismiss=${() => dismissAnswer(answer.id)}>
        ${
          answer.typed !== undefined &&
          html`<p class="you-typed">
            <span class="you-typed-label">${words.value.message.youTyped}</span> <code>${answer.typed}</code>
          </p>`
        }
        <${Card} card=${answer.card} where=${{ answer: answer.id }} />
        <${Files} files=${answer.files} />
      <//>
    </div>
  </article>
`

const Head = ({ author, at }: { author?: string; at: string }) => {
  const line = lineOfMember(author)
  return html`
  <header class="message-head">
    <span class="message-name">${nameOf(author)}</span>
    ${author === undefined && html`<span class="bot-mark">${words.value.bot}</span>`}
    ${line !== '' && html`<span class="message-line" title=${line}>${line}</span>`}
    <${Time} at=${at} />
  </header>
  `
}

const Time = ({ at }: { at: string }) => {
  const timeZone = clock.value?.timeZone ?? 'UTC'
  if (at === '') return null
  return html`<time class="message-time" datetime=${at}>${timeOf(at, { language: language.value, timeZone })}</time>`
}

const ThreadLink = ({ message }: { message: MessageView }) => {
  const { replies, reply } = words.value.message
  const hasReplies = message.replies > 0
  return html`
    <button
      type="button"
      class=${hasReplies ? 'thread-link has-replies' : 'thread-link'}
      onClick=${() => void openThread(message.id)}
    >
      <${Icon} name="reply" />${hasReplies ? replies(message.replies) : reply}
    </button>
  `
}

/** Files of an answer: a picture is shown, and each can be saved. */
const Files = ({ files }: { files: FileView[] }) =>
  files.length === 0
    ? null
    : html`<ul class="files">
        ${files.map(
          (file) => html`<li key=${file.name}>
            ${isPicture(file) && html`<img class="file-picture" src=${addressOf(file)} alt=${file.alt} />`}
            <a class="file-link" href=${addressOf(file)} download=${file.name}>${words.value.message.save(file.alt)}</a>
          </li>`,
        )}
      </ul>`

const isPicture = ({ mediaType }: FileView): boolean => mediaType === 'image/png'

/** Within the page: nothing is fetched, and nothing stays behind. */
const addressOf = ({ mediaType, base64 }: FileView): string => `data:${mediaType};base64,${base64}`
