import { html } from 'htm/preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Proposal } from './completion.ts'
import { draftHere } from './drafts.ts'
import { Icon } from './icons.ts'
import { useProposals } from './proposing.ts'
import { useSending } from './sending.ts'
import { opened } from './state.ts'
import { ProposalList, proposalId } from './view-proposals.ts'
import { UsageHint } from './view-usage.ts'
import { words } from './words.ts'

/** Takes plain text and slash commands; proposes what may come next. */
export const Composer = ({ place }: { place: string }) => {
  const text = words.value.composer
  const line = draftHere.get()
  const { reading, proposals } = useProposals(line)
  const { isSending, failure, send } = useSending()
  const choice = useChoice(line, proposals, reading.kind === 'command')
  const list = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const choose = (proposal: Proposal) => {
    draftHere.set(proposal.line)
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, its keys are its own (keyCode 229 where isComposing is late).
    if (event.isComposing || event.keyCode === 229) return
    if (choice.onKey(event, choose)) return event.preventDefault()
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    void send()
  }
  const active = choice.isShown ? choice.at : -1
  return html`
    <form
      class="composer"
      onSubmit=${(event: SubmitEvent) => {
        event.preventDefault()
        void send()
      }}
    >
      ${choice.isShown && html`<${ProposalList} id=${list} proposals=${proposals} at=${active} choose=${choose} label=${text.commands} />`}
      ${failure !== undefined && html`<p class="composer-failure" role="alert">${failure}</p>`}
      <${UsageHint} reading=${reading} />
      <div class="composer-line">
        <textarea
          ref=${input}
          id="composer-input"
          rows="1"
          autocomplete="off"
          aria-label=${text.label}
          aria-describedby="composer-hint"
          aria-autocomplete="list"
          aria-controls=${choice.isShown ? list : undefined}
          aria-activedescendant=${active >= 0 ? proposalId(list, active) : undefined}
          placeholder=${text.placeholder(place)}
          value=${line}
          onInput=${(event: Event) =>
            event.currentTarget instanceof HTMLTextAreaElement && draftHere.set(event.currentTarget.value)}
          onKeyDown=${onKeyDown}
        ></textarea>
        <button type="submit" class="send" aria-disabled=${isSending || line.trim() === ''} aria-label=${isSending ? text.sending : text.send}>
          ${isSending ? html`<span class="busy"></span>` : html`<${Icon} name="send" />`}
        </button>
      </div>
      <p id="composer-hint" class="composer-hint">${text.hint}</p>
      <p class="unseen" role="status">${choice.isShown ? text.proposals(proposals.length) : ''}</p>
    </form>
  `
}

/**
 * Which proposal is marked. Commands have the first one marked, as there is nothing else to do with half a command;
 * values have none, so that Enter runs what is typed.
 */
const useChoice = (line: string, proposals: readonly Proposal[], isCommand: boolean) => {
  const [at, setAt] = useState(-1)
  const [closedFor, setClosedFor] = useState<string | undefined>(undefined)
  useEffect(() => {
    setAt(isCommand ? 0 : -1)
    setClosedFor((closed) => (closed === line ? closed : undefined))
  }, [line, isCommand, opened.value])
  const isComplete = proposals.length === 1 && proposals[0]?.line.trim() === line.trim()
  const isShown = proposals.length > 0 && closedFor !== line && !(isCommand && isComplete)

  const onKey = (event: KeyboardEvent, choose: (proposal: Proposal) => void): boolean => {
    if (!isShown) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      setAt((at + step + proposals.length + (at < 0 && step < 0 ? 1 : 0)) % proposals.length)
      return true
    }
    if (event.key === 'Escape') {
      setClosedFor(line)
      return true
    }
    const marked = proposals[event.key === 'Tab' ? Math.max(at, 0) : at]
    const isChoosing = (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey
    if (!isChoosing || !marked) return false
    choose(marked)
    return true
  }
  return { at, isShown, onKey }
}
