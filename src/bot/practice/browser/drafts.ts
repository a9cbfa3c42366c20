import { drafts, me, opened } from './state.ts'

const key = (): string => `${me.value} ${opened.value}`

/** What stands in the input of the open conversation, for the member now acting. */
export const draftHere = {
  get: (): string => drafts.value[key()] ?? '',
  set: (text: string): void => {
    drafts.value = { ...drafts.value, [key()]: text }
  },
}
