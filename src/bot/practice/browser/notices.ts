import type { RefusalReason } from '../protocol.ts'
import { type Notice, notices, spoken } from './state.ts'
import { words } from './words.ts'

const SHOWN_MS = 7_000
let count = 0

/** Shows a notice at the foot of the page for some seconds; an error stays until it is dismissed. */
export const notify = (text: string, tone: Notice['tone'] = 'calm'): void => {
  count += 1
  const id = count
  notices.value = [...notices.value.filter((notice) => notice.text !== text), { id, text, tone }]
  if (tone === 'calm') setTimeout(() => dismiss(id), SHOWN_MS)
}

export const dismiss = (id: number): void => {
  notices.value = notices.value.filter((notice) => notice.id !== id)
}

export const notifyFailure = (reason: RefusalReason | 'lost'): void => {
  const { connection } = words.value
  notify(reason === 'lost' || reason === 'stopping' ? connection.lost : connection.failed, 'trouble')
}

/** Announces to screen readers. Equal texts in a row differ by a space, or the second would not be read. */
export const say = (text: string): void => {
  spoken.value = spoken.value === text ? `${text}\u00a0` : text
}
