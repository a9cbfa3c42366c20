import { html } from 'htm/preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ThreadView } from '../protocol.ts'
import { newEvent, postSay } from './api.ts'
import { Icon } from './icons.ts'
import { takeMessages } from './messages.ts'
import { thread } from './state.ts'
import { Message } from './view-message.ts'
import { words } from './words.ts'

/** A message with what people replied to it, at the side. */
export const Thread = ({ open }: { open: ThreadView }) => {
  const text = words.value.thread
  const input = useRef<HTMLTextAreaElement>(null)
  useEffect(() => input.current?.focus(), [open.parent.id])
  return html`
    <aside
      class="thread"
      aria-labelledby="thread-title"
      onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && !event.isComposing && close(open)}
    >
      <header class="thread-head">
        <h2 id="thread-title">${text.title}</h2>
        <button type="button" class="icon-button" aria-label=${text.close} onClick=${() => close(open)}><${Icon} name="close" /></button>
      </header>
      <div class="thread-messages" role="region" tabindex="0" aria-label=${text.title}>
        <${Message} message=${open.parent} follows=${false} isInThread />
        ${open.replies.length === 0 ? html`<p class="thread-empty">${text.empty}</p>` : html`<hr class="thread-line" />`}
        ${open.replies.map((reply) => html`<${Message} key=${reply.id} message=${reply} follows=${false} isInThread />`)}
      </div>
      <${ReplyBox} open=${open} input=${input} />
    </aside>
  `
}

const ReplyBox = ({ open, input }: { open: ThreadView; input: { current: HTMLTextAreaElement | null } }) => {
  const { composer, thread: text } = words.value
  const [typed, setTyped] = useState('')
  const [isSending, setSending] = useState(false)
  const [isFailed, setFailed] = useState(false)
  const event = useRef('')
  const send = async () => {
    if (isSending || typed.trim() === '') return
    event.current ||= newEvent()
    setSending(true)
    const { conversation, id } = open.parent
    const result = await postSay({ event: event.current, conversation, text: typed, threadOf: id })
    setSending(false)
    setFailed(!result.ok)
    if (!result.ok) return
    event.current = ''
    setTyped('')
    takeMessages([result.value])
  }
  return html`
    <form class="composer" onSubmit=${(submitted: SubmitEvent) => {
      submitted.preventDefault()
      void send()
    }}>
      ${isFailed && html`<p class="composer-failure" role="alert">${composer.notSent}</p>`}
      <div class="composer-line">
        <textarea
          ref=${input}
          rows="1"
          aria-label=${text.placeholder}
          placeholder=${text.placeholder}
          value=${typed}
          onInput=${({ currentTarget }: Event) => {
            if (!(currentTarget instanceof HTMLTextAreaElement)) return
            setTyped(currentTarget.value)
            event.current = ''
          }}
          onKeyDown=${(key: KeyboardEvent) => {
            if (key.isComposing || key.keyCode === 229 || key.key !== 'Enter' || key.shiftKey) return
            key.preventDefault()
            void send()
          }}
        ></textarea>
        <button type="submit" class="send" aria-disabled=${isSending || typed.trim() === ''} aria-label=${composer.send}>
          ${isSending ? html`<span class="busy"></span>` : html`<${Icon} name="send" />`}
        </button>
      </div>
    </form>
  `
}

const close = ({ parent }: ThreadView): void => {
  thread.value = undefined
  document.querySelector<HTMLElement>(`[data-message="${CSS.escape(parent.id)}"] .thread-link`)?.focus()
}
