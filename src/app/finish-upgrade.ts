import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Clock } from '../domain/calendar/clock.ts'
import type { Database } from '../store/engine/database.ts'
import { needMigration } from '../store/engine/migrate.ts'
import { beginPlaced, endOld } from '../store/engine/sealing.ts'
import { olderSessions } from '../store/engine/sessions.ts'
import { writeAudit } from '../store/keeping/audit.ts'
import { countOld } from '../store/keeping/reseal.ts'
import { inPlace, resealPlace, sealedColumnsOf } from '../store/keeping/reseal-place.ts'
import { uncheckedKeys, validateKey } from '../store/keeping/unchecked-keys.ts'
import { regionIds } from '../store/region/regions.ts'

/**
 * Finishes in the background what an upgrade leaves to do (docs/decisions/0039): texts sealed the old way are sealed by
 * place, and keys that were added NOT VALID are checked. Every process does it; it may be killed at any moment.
 */

export type Upgrading = {
  database: Database
  databaseUrl: string
  clock: Clock
  log: Logger
  /** The database is this process' alone: no older one can be beside. */
  alone: boolean
  /** Milliseconds between looks for older processes. */
  everyMs?: number
}

/** Looks without an older process after which texts are sealed by place; twice as many, and old ones open no longer. */
const QUIET_LOOKS = 4
const EVERY_MS = 30_000

export type Upgrade = { finished: Promise<void>; stop(): Promise<void> }

export const finishUpgrade = (upgrading: Upgrading): Upgrade => {
  const stopping = new AbortController()
  const finished = goOn(upgrading, stopping.signal)
  return {
    finished,
    stop: async () => {
      stopping.abort()
      await finished
    },
  }
}

const goOn = async (upgrading: Upgrading, signal: AbortSignal): Promise<void> => {
  const { databaseUrl, alone, log, everyMs = EVERY_MS } = upgrading
  let quiet = 0
  let said = ''
  while (!signal.aborted) {
    try {
      quiet = (await isBesideOlder(databaseUrl, alone)) ? 0 : quiet + 1
      const left = await upgradeStep(upgrading, alone ? 2 * QUIET_LOOKS : quiet, signal)
      if (left.places === 0 && left.keys === 0) return
      const saying = JSON.stringify([left.unopened, left.broken])
      if (saying !== said && (left.unopened > 0 || left.broken.length > 0))
        log.error(
          { texts: left.unopened, keys: left.broken },
          'an upgrade cannot be finished: see the doctor',
        )
      said = saying
    } catch (error) {
      log.warn({ error }, 'an upgrade goes on later')
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

const isBesideOlder = async (databaseUrl: string, alone: boolean): Promise<boolean> =>
  !alone && (await olderSessions(databaseUrl)) > 0

/** What is left: places with old texts or still to change, texts that do not open, keys to check, keys that are broken. */
export type Left = { places: number; unopened: number; keys: number; broken: string[] }

/** Does what can be done now. `quiet`: for how many looks no older process was seen. */
export const upgradeStep = async (
  upgrading: Pick<Upgrading, 'database' | 'databaseUrl' | 'clock'>,
  quiet: number,
  signal: AbortSignal,
): Promise<Left> => {
  const { database, databaseUrl } = upgrading
  const left: Left = { places: 0, unopened: 0, keys: 0, broken: [] }
  const ids = await database.atGate(regionIds)
  for (const place of [undefined, ...ids]) {
    if (signal.aborted) return { ...left, places: left.places + 1 }
    const { isDone, unopened } = await sealPlace(upgrading, place, quiet, signal)
    if (!isDone) left.places += 1
    left.unopened += unopened
  }
  for (const key of await uncheckedKeys(database, ids)) {
    if (key.broken === 0 && (await validateKey(databaseUrl, key))) continue
    left.keys += 1
    if (key.broken > 0) left.broken.push(key.name)
  }
  return left
}

const sealPlace = async (
  { database, databaseUrl, clock }: Pick<Upgrading, 'database' | 'databaseUrl' | 'clock'>,
  place: string | undefined,
  quiet: number,
  signal: AbortSignal,
): Promise<{ isDone: boolean; unopened: number }> => {
  const sealing = await inPlace(database, place, async (scope) => scope.sealing)
  if (!sealing.opensOld) return { isDone: true, unopened: 0 }
  if (sealing.seals === 'old') {
    // An older process that starts from now on refuses to: it could not read what is written.
    if (quiet >= QUIET_LOOKS - 1) await needMigration(databaseUrl, 'sealings')
    if (quiet < QUIET_LOOKS) return { isDone: false, unopened: 0 }
    await inPlace(database, place, beginPlaced)
  }
  const { unopened } = await resealPlace(database, place, 'old', signal)
  const mayEnd = quiet >= 2 * QUIET_LOOKS && !signal.aborted
  const isDone = mayEnd && (await endWhenNoneIsLeft(database, place, unopened, clock))
  return { isDone, unopened: unopened.length }
}

const ENDED = { action: 'sealing.place', access: 'change', subjectKind: 'region' } as const

/** A text that its key does not open is lost either way: it keeps nobody from ending the old way. */
const endWhenNoneIsLeft = (
  database: Database,
  place: string | undefined,
  unopened: readonly { keyId: string }[],
  clock: Clock,
): Promise<boolean> =>
  inPlace(database, place, async (scope) => {
    const spoiled = unopened.filter(({ keyId }) => scope.keyring.find(keyId) !== undefined)
    if ((await countOld(scope, sealedColumnsOf(place))) > spoiled.length) return false
    if ((await endOld(scope)) && 'regionId' in scope)
      await writeAudit(scope, [{ ...ENDED, at: clock.now(), subjectId: scope.regionId }])
    return true
  })
