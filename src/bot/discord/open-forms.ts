import { randomBytes } from 'node:crypto'
import type { FormFaults, FormValues, FormView } from '../form.ts'

/** A form that waits to be opened or gone on with. What was typed may hold personal data: it stays in memory only. */
export type OpenForm = {
  form: FormView
  /** Typed so far, by field name. */
  values: FormValues
  faults?: FormFaults
  user: string
  guild: string | undefined
  /** Pages still to be filled in, by number from 0. */
  todo: readonly number[]
  /** One of its pages was filled in since it was opened or refused. */
  goingOn?: true
}

export type OpenForms = {
  keep(open: OpenForm): string
  /** The form, if it is still kept and this person's. */
  of(id: string, user: string): OpenForm | undefined
  change(id: string, open: OpenForm): void
  forget(id: string): void
  clear(): void
}

/** Keeps at most `most` forms, each for `keepMs` after it was last touched; the oldest goes first. */
export const openForms = (keepMs: number, most: number): OpenForms => {
  const kept = new Map<string, { open: OpenForm; timer: NodeJS.Timeout }>()
  const forget = (id: string) => {
    clearTimeout(kept.get(id)?.timer)
    kept.delete(id)
  }
  const change = (id: string, open: OpenForm) => {
    forget(id)
    const timer = setTimeout(() => kept.delete(id), keepMs)
    timer.unref()
    kept.set(id, { open, timer })
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) forget(oldest)
  }
  return {
    keep: (open) => {
      const id = randomBytes(9).toString('base64url')
      change(id, open)
      return id
    },
    of: (id, user) => {
      const found = kept.get(id)?.open
      return found?.user === user ? found : undefined
    },
    change,
    forget,
    clear: () => {
      for (const id of [...kept.keys()]) forget(id)
    },
  }
}
