import type { Conversation } from '../practice-store.ts'
import { me, opened } from './state.ts'

/** Who and where, from the address: two windows can be two people. */
export const placeInAddress = (): { member: string | null; conversation: Conversation | undefined } => {
  const query = new URLSearchParams(location.search)
  const where = query.get('in') ?? ''
  return { member: query.get('as'), conversation: isConversation(where) ? where : undefined }
}

const isConversation = (where: string): where is Conversation => /^(?:channel|direct):./u.test(where)

/** Writes who and where into the address; `replace` where it is no step to come back to. */
export const writeAddress = (how: 'push' | 'replace'): void => {
  const address = `/?${new URLSearchParams({ as: me.value, in: opened.value })}`
  if (address === location.pathname + location.search) return
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
}
