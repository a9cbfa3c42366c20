import type { Config } from '../../app/config.ts'
import { addKey, keysAreGiven, loadKeyring } from '../../app/key-file.ts'
import { keyFileOf } from '../../app/key-place.ts'
import { systemClock } from '../../app/system-clock.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import type { Database } from '../../store/engine/database.ts'
import type { Keyring } from '../../store/engine/encryption.ts'
import { writeAudit } from '../../store/keeping/audit.ts'
import { resealPlace } from '../../store/keeping/reseal-place.ts'
import { regionIds } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { onDatabase, withStores } from '../with-database.ts'
import { countsByKey, countsIn } from './key-counts.ts'

const words = catalogues.ja.keys

/** Limit of passes: a running bot seals with the old key until it meets a text of the new one; the next pass gets those. */
const PASSES = 5

/**
 * Rotates the key: seals every text anew while the bot runs (`tsunagi keys rotate`). Adds a new key to the key file; in
 * TSUNAGI_KEY it is expected first. Resumes an interrupted rotation before it makes another key.
 */
export const rotateKeys = (config: Config, clock: Clock = systemClock): Promise<Spoken> =>
  withStores(config, async (urls) => {
    const before = await loadKeyring(config)
    const given = await keysAreGiven(config)
    const counts = await countsIn(config, urls)
    const older = [...counts.keys()].filter((id) => id !== before.current.id && before.find(id))
    if (older.length === 0 && given) return refused(words.nothingToRotate(before.current.id))
    if (older.length === 0) await addKey(config)
    const ring = older.length === 0 ? await loadKeyring(config) : before
    let resealed = 0
    for (const url of urls)
      resealed += await onDatabase(config, url, ring, (database) => resealAll(database, ring, clock))
    const next = given ? words.dropFromEnvironment : words.dropFromFile(await keyFileOf(config))
    return told(next, ring, resealed, await countsIn(config, urls), older.length > 0)
  })

const resealAll = async (database: Database, ring: Keyring, clock: Clock): Promise<number> => {
  const ids = await database.atGate(regionIds)
  let resealed = 0
  for (let pass = 0; pass < PASSES; pass += 1) {
    const known = [...(await countsByKey(database)).keys()].filter((id) => ring.find(id))
    if (known.every((id) => id === ring.current.id)) break
    for (const place of [undefined, ...ids])
      resealed += (await resealPlace(database, place, 'of other keys')).resealed
  }
  const entry = { at: clock.now(), action: 'keys.rotate', access: 'change' as const }
  for (const regionId of ids)
    await database.inRegion(regionId, (scope) =>
      writeAudit(scope, [{ ...entry, subjectKind: 'key', subjectId: ring.current.id }]),
    )
  return resealed
}

const told = (
  next: string,
  { current }: Keyring,
  resealed: number,
  counts: Map<string, number>,
  finished: boolean,
): Spoken => {
  const left = [...counts].filter(([id]) => id !== current.id)
  return {
    ok: true,
    lines: [
      finished ? words.finished(current.id, resealed) : words.rotated(current.id, resealed),
      ...left.map(([id, texts]) => words.left(id, texts)),
      ...(left.length === 0 ? [next] : []),
    ],
    data: { current: current.id, resealed, left: Object.fromEntries(left) },
  }
}
