import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { FormFaults, FormValues, FormView } from '../form.ts'

/** A form that waits to be opened or gone on with. What was typed may hold personal data: it stays in memory only. */
export type OpenForm = {
  form: FormView
  /** Typed so far, by field name. */
  values: FormValues
  faults: FormFaults | undefined
  user: string
  guild: string | undefined
  /** Pages still to be filled in, by number from 0. */
  todo: readonly number[]
  /** One of its pages was filled in since it was opened or refused. */
  goingOn: boolean
}

export type OpenForms = {
  keep(open: OpenForm): string
  /** The form, if it is still kept and this person's. */
  of(id: string, user: string): OpenForm | undefined
  change(id: string, open: OpenForm): void
  forget(id: string): void
  clear(): void
}

/** Caches at most `most` open forms, each until `keepMs` after its last use; evicts the least recently used. */
export const openForms = (keepMs: number, most: number): OpenForms => {
  // Evict by a timer, not at the next access: what was typed may be personal data and must not stay in memory.
  const kept = new LRUCache<string, OpenForm>({ max: most, ttl: keepMs, ttlAutopurge: true })
  return {
    keep: (open) => {
      const id = randomBytes(9).toString('base64url')
      kept.set(id, open)
      return id
    },
    of: (id, user) => {
      const found = kept.get(id)
      return found?.user === user ? found : undefined
    },
    change: (id, open) => void kept.set(id, open),
    forget: (id) => void kept.delete(id),
    clear: () => kept.clear(),
  }
}
