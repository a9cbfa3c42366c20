import { type Digest, digestsOf } from '../../../actions/digest/digest.ts'
import type { Region } from '../../../domain/region/region.ts'
import type { Scope } from '../../../store/engine/database.ts'

/** What a digest says may be this old when it is sent: no older than a message that waits its turn among others. */
const YOUNG = Temporal.Duration.from({ seconds: 2 })

type Made = { at: Temporal.Instant; digests: Map<string, Digest> }

/** By the region as it was read, so that nothing made for other roles or rosters is used. */
const lately = new WeakMap<Region, Made>()

/**
 * Everybody's digest, read now. Most of them are sent within the second by this same process, and to know what they
 * say is most of a morning's work: what was read is kept for as long as it is young.
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

/** These readers' digests as things stand, at most two seconds ago. */
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
