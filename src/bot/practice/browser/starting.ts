import { effect } from '@preact/signals'
import type { Language } from '../../port.ts'
import { getStart } from './api.ts'
import { actAs, followAddress } from './conversations.ts'
import { watchVisibility } from './live.ts'
import { refreshHome } from './messages.ts'
import { notify } from './notices.ts'
import { placeInAddress } from './place.ts'
import { clock, language, opened, start, startFailed, unread } from './state.ts'
import { isTraining } from './training.ts'
import { restoreLanguage, setLanguage, words } from './words.ts'

/** Loads the region and opens it as the member that the address names, or the first one. */
export const begin = async (): Promise<void> => {
  restoreLanguage()
  if (!(await loadStart())) return
  const members = start.value?.members ?? []
  const wanted = placeInAddress()
  const member = members.find(({ id }) => id === wanted.member) ?? members[0]
  if (!member) return
  if (wanted.member !== null && member.id !== wanted.member)
    notify(words.value.connection.unknownMember, 'trouble')
  addEventListener('popstate', () => void followAddress())
  watchVisibility()
  effect(showTitle)
  await actAs(member.id, wanted.conversation)
}

/** Roles are said in the reader's language too. */
export const changeLanguage = async (chosen: Language): Promise<void> => {
  if (chosen === language.value) return
  setLanguage(chosen)
  await loadStart()
  if (opened.value.startsWith('direct:')) await refreshHome()
}

/** Unread messages are counted in the window's title too. */
const showTitle = (): void => {
  const { page, training } = words.value
  const title = `${isTraining ? training.title : ''}${page.title}`
  const count = Object.values(unread.value).reduce<number>((sum, one) => sum + (one ?? 0), 0)
  document.title = count > 0 ? `(${count}) ${title}` : title
}

const loadStart = async (): Promise<boolean> => {
  const loaded = await getStart()
  startFailed.value = !loaded.ok && start.value === undefined
  if (!loaded.ok) return false
  start.value = loaded.value
  clock.value = loaded.value.clock
  return true
}
