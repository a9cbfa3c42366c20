import { randomBytes } from 'node:crypto'
import type { FormView } from '../form.ts'

/** Forms waiting to be opened by a button, with what was typed: in memory only, for it may hold personal data. */
export type KeptForms = { keep(form: KeptForm): string; find(key: string): KeptForm | undefined; clear(): void }

/** `guild`: where it was asked for; a direct message has none of its own. */
export type KeptForm = { form: FormView; guild: string }

const LIFE_MS = 15 * 60_000
const MOST = 500

/** Each form for a quarter of an hour, the time an interaction lives; the oldest give way beyond 500. */
export const keptForms = (): KeptForms => {
  const forms = new Map<string, { kept: KeptForm; timer: NodeJS.Timeout }>()
  const drop = (key: string) => {
    clearTimeout(forms.get(key)?.timer)
    forms.delete(key)
  }
  return {
    keep: (kept) => {
      const [oldest] = forms.keys()
      if (forms.size >= MOST && oldest !== undefined) drop(oldest)
      const key = randomBytes(12).toString('hex')
      forms.set(key, { kept, timer: setTimeout(() => forms.delete(key), LIFE_MS).unref() })
      return key
    },
    find: (key) => forms.get(key)?.kept,
    clear: () => {
      for (const key of [...forms.keys()]) drop(key)
    },
  }
}
