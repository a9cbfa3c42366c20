import { html } from 'htm/preact'
import { LEAPS, type Leap } from '../protocol.ts'
import { newEvent, postAdvance } from './api.ts'
import { Icon } from './icons.ts'
import { notify, notifyFailure, say } from './notices.ts'
import { clock, isLeaping, language, leaping } from './state.ts'
import { dayAndTime, dayOf, timeOf } from './times.ts'
import { words } from './words.ts'

/** The virtual clock and what moves it on. */
export const Clock = () => {
  const text = words.value.clock
  const view = clock.value
  if (!view) return null
  const reading = { language: language.value, timeZone: view.timeZone }
  const next = view.next === undefined ? text.noNext : text.next(dayAndTime(view.next, reading, view.now))
  return html`
    <section class="clock" aria-label=${text.label}>
      <div class="clock-face">
        <${Icon} name="clock" />
        <p class="clock-now">
          <span class="unseen">${text.now}</span>
          <time datetime=${view.now}>
            <span class="clock-day">${dayOf(view.now, reading, view.now)}</span>
            <span class="clock-time">${timeOf(view.now, reading)}</span>
          </time>
        </p>
        <p class="clock-next">${isLeaping.value ? text.advancing : next}</p>
      </div>
      <div class="clock-leaps" role="group" aria-label=${text.hint}>
        ${LEAPS.map(
          (to) => html`
            <button
              key=${to}
              type="button"
              class="leap"
              aria-disabled=${isLeaping.value || (to === 'next-reminder' && view.next === undefined)}
              onClick=${() => void leap(to)}
            >
              ${text.leaps[to]}
            </button>
          `,
        )}
      </div>
      ${isLeaping.value && html`<div class="progress" role="progressbar" aria-label=${text.advancing}></div>`}
    </section>
  `
}

const leap = async (to: Leap): Promise<void> => {
  if (isLeaping.value || (to === 'next-reminder' && clock.value?.next === undefined)) return
  const text = words.value.clock
  leaping.value = true
  say(text.advancing)
  const result = await postAdvance(newEvent(), to)
  leaping.value = false
  if (!result.ok) {
    if (result.reason === 'busy') return notify(text.busy, 'trouble')
    return notifyFailure(result.reason)
  }
  clock.value = result.value.clock
  const { now, timeZone } = result.value.clock
  const when = dayAndTime(now, { language: language.value, timeZone }, now)
  notify(text.arrived(when, result.value.delivered))
}
