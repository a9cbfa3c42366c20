import { html } from 'htm/preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icons.ts'
import { loadEarlier, loadPage } from './messages.ts'
import { answers, clock, language, me, opened, openedPage, type Page } from './state.ts'
import { type Line, timelineOf } from './timeline.ts'
import { dayKey, dayOf, type Reading } from './times.ts'
import { Message, PrivateAnswer } from './view-message.ts'
import { Welcome } from './view-welcome.ts'
import { words } from './words.ts'

const NEAR_PX = 140

/** The messages of the open conversation, kept at the newest unless one has scrolled up. */
export const Timeline = () => {
  const text = words.value.conversation
  const page = openedPage.value
  if (page === undefined)
    return html`<div class="timeline is-quiet"><p role="status">${text.loading}</p></div>`
  if (page === 'failed') {
    return html`
      <div class="timeline is-quiet">
        <p role="alert">${text.failed}</p>
        <button type="button" class="button" onClick=${() => void loadPage(opened.value)}>${text.retry}</button>
      </div>
    `
  }
  return html`<${Messages} key=${opened.value} page=${page} />`
}

const Messages = ({ page }: { page: Page }) => {
  const text = words.value.conversation
  const mine = answers.value.filter(
    ({ conversation, member }) => conversation === opened.value && member === me.value,
  )
  const reading = { language: language.value, timeZone: clock.value?.timeZone ?? 'UTC' }
  const lines = timelineOf(page, mine, me.value, reading)
  const { list, isAway, toNewest, keepingPlace } = useFollowing(lines)
  return html`
    <div class="timeline-frame">
      <h2 class="unseen">${text.messages}</h2>
      <div ref=${list.ref} class="timeline" role="region" tabindex="0" aria-label=${text.messages} onScroll=${list.onScroll}>
        ${
          page.earlier &&
          html`<button
            type="button"
            class="button button-small earlier"
            onClick=${() => keepingPlace(() => loadEarlier(opened.value))}
          >
            ${text.earlier}
          </button>`
        }
        ${lines.length === 0 ? html`<${Welcome} />` : lines.map((line) => drawn(line, reading))}
      </div>
      ${
        isAway &&
        html`<button type="button" class="to-newest" onClick=${toNewest}><${Icon} name="down" />${text.toNewest}</button>`
      }
    </div>
  `
}

const drawn = (line: Line, reading: Reading) => {
  const text = words.value.conversation
  switch (line.line) {
    case 'day': {
      const now = clock.value?.now ?? line.at
      const day = line.at === '' ? '' : dayOf(line.at, reading, now)
      const isToday = line.at !== '' && dayKey(line.at, reading) === dayKey(now, reading)
      return html`<p key=${line.key} class="day"><span>${isToday ? text.today(day) : day}</span></p>`
    }
    case 'unread':
      return html`<p key=${line.key} class="day is-unread"><span>${text.unreadFrom}</span></p>`
    case 'message':
      return html`<${Message} key=${line.key} message=${line.message} follows=${line.follows} />`
    case 'answer':
      return html`<${PrivateAnswer} key=${line.key} answer=${line.answer} />`
    default:
      return line satisfies never
  }
}

/** Stays at the newest line while one is there, and says so when something new came below what one reads. */
const useFollowing = (lines: readonly Line[]) => {
  const ref = useRef<HTMLDivElement>(null)
  const isNear = useRef(true)
  const heightBefore = useRef<number | undefined>(undefined)
  const [isAway, setAway] = useState(false)
  const last = lines.at(-1)
  const lastKey = last?.key
  const isMine = last?.line === 'answer' || (last?.line === 'message' && last.message.author === me.value)

  useLayoutEffect(() => {
    if (lastKey === undefined) return
    if (isNear.current || isMine) toNewest()
    else setAway(true)
  }, [lastKey])
  useLayoutEffect(() => {
    const before = heightBefore.current
    heightBefore.current = undefined
    if (ref.current && before !== undefined) ref.current.scrollTop += ref.current.scrollHeight - before
    else if (isNear.current && lines.length > 0) toNewest()
  }, [lines.length])

  const toNewest = () => {
    ref.current?.scrollTo({ top: ref.current.scrollHeight })
    isNear.current = true
    setAway(false)
  }
  const onScroll = () => {
    if (!ref.current) return
    const { scrollHeight, scrollTop, clientHeight } = ref.current
    isNear.current = scrollHeight - scrollTop - clientHeight < NEAR_PX
    if (isNear.current) setAway(false)
  }
  const keepingPlace = (load: () => Promise<void>) => {
    heightBefore.current = ref.current?.scrollHeight
    void load()
  }
  return { list: { ref, onScroll }, isAway, toNewest, keepingPlace }
}
