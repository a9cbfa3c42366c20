import { type Digest, digestsOf } from '../../../actions/digest/digest.ts'
import type { Region } from '../../../domain/region/region.ts'
import type { Scope } from '../../../store/engine/database.ts'

/** Time to live of the cache: a digest may be as stale as a message that waits its turn in a batch. */
const YOUNG = Temporal.Duration.from({ seconds: 2 })

type Made = { at: Temporal.Instant; digests: Map<string, Digest> }

/** Keyed by the region object as it was read, so that a change of roles or rosters misses the cache. */
const lately = new WeakMap<Region, Made>()

/**
 * Reads everybody's digest and caches it: most are sent within the second by this same process, and reading them is
 * most of a morning's work.
 */
export const digestsToPlan = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
): Promise<Map<string, Digest>> => {
  const made: Made = { at: now, digests: await digestsOf(scope, region, now) }
  lately.set(region, made)
  const forget = () => lately.get(region) === made && lately.delete(region)
  setTimeout(forget, YOUNG.total('milliseconds')).unref()
  return made.digests
}

/** Returns these readers' digests from the cache, or reads them where the cache has expired. */
export const digestsToSend = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  readers: ReadonlySet<string>,
): Promise<Map<string, Digest>> => {
  const made = lately.get(region)
  const isYoung = made && Temporal.Instant.compare(made.at.add(YOUNG), now) >= 0
  return isYoung ? made.digests : digestsOf(scope, region, now, readers)
}
