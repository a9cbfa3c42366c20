import type { Failure, Limits, Platform } from '../bot/port.ts'
import type { Region } from '../domain/region/region.ts'
import { type Scope, throughGate } from '../store/engine/database.ts'
import { type Delivery, type DueGroup, dueDeliveries, type Where } from '../store/outbox/deliveries.ts'
import { type Claim, claimDeliveries, type Settlement } from '../store/outbox/delivery-claims.ts'
import { closeBuckets, type Granted, takeFromBuckets, type Wanted } from '../store/outbox/rate-limits.ts'
import { loadRegion } from '../store/region/regions.ts'
import type { JobContext } from './job.ts'
import { knownMessage, URGENT_KINDS } from './notices/list.ts'

type Limited = Platform & { limits: Limits }
const isLimited = (platform: Platform | undefined): platform is Limited =>
  platform !== undefined && platform.limits !== 'unlimited'
const messagesLimit = (platform: Platform | undefined): Limits['messages'] | undefined =>
  isLimited(platform) ? platform.limits.messages : undefined

/** What shares a platform's limit of messages; `nextDeliveryAt` and `dueCalls` know these names, too. */
const messagesBucket = ({ name, limits }: Limited, workspace: string): string =>
  limits.of === 'bot' ? name : `${name} ${workspace}`
const placeBucket = ({ platform, workspace, channel, account }: Delivery): string =>
  `${platform} ${workspace} ${channel ?? account}`
/** Looking has a limit of its own, or none but what each message leaves room for. */
const looksBucket = (platform: Limited, workspace: string): string =>
  `${messagesBucket(platform, workspace)}${platform.limits.looks === 'with-messages' ? '' : ' looks'}`

/** The bucket of a workspace's messages; undefined where nothing limits them. */
const bucketAt = ({ platform, workspace }: Where, platforms: JobContext['platforms']): string | undefined => {
  const running = platforms.get(platform)
  return isLimited(running) ? messagesBucket(running, workspace) : undefined
}

/** Of what is due, the first that there is room for. `used`: how much each bucket has given already. */
export const withRoom = (
  due: readonly DueGroup[],
  used: ReadonlyMap<string, number>,
  platforms: JobContext['platforms'],
): DueGroup[] => {
  const taken = new Map(used)
  return due.flatMap((group): DueGroup[] => {
    const bucket = bucketAt(group, platforms)
    const most = messagesLimit(platforms.get(group.platform))
    if (bucket === undefined || !most) return [group]
    const before = taken.get(bucket) ?? 0
    const room = most.count + (group.isUrgent ? most.spare : 0) - before
    const count = Math.min(group.count, room)
    if (count <= 0) return []
    taken.set(bucket, before + count)
    return [{ ...group, count }]
  })
}

type Claimed = {
  /** How many were due, claimed or not. */
  due: number
  /** Of the claimed, those that may go now, and those that their channels have no room for yet. */
  go: Claim[]
  wait: Waits[]
  /** Read together with them; undefined where nothing was claimed. */
  region: Region | undefined
  /** Where a workspace has no room for all that is due: when the first of them has room again. */
  opensAt: Temporal.Instant | undefined
}

/**
 * Claims as many of a region's due messages, at most `limit`, as its platforms have room for now. In one transaction:
 * a claim that does not come about takes nothing of a limit.
 */
export const claimWithRoom = (
  regionId: string,
  limit: number,
  now: Temporal.Instant,
  { clock, database, platforms }: JobContext,
): Promise<Claimed> =>
  database.inRegion(regionId, async (scope) => {
    const due = await dueDeliveries(scope, now, URGENT_KINDS)
    const lots = lotsOf(due, limit, platforms)
    const granted = await take(
      lots.flatMap(({ bucket, limit: most, all, urgent }) =>
        bucket !== undefined && most ? [{ bucket, limit: most, all, urgent }] : [],
      ),
      now,
      scope,
    )
    const opens = lots.flatMap(({ bucket = '', all }) => {
      const grant = granted.get(bucket)
      return grant && grant.granted < all ? [grant.opensAt] : []
    })
    const claims: Claim[] = []
    for (const { where, bucket = '', all } of lots) {
      const room = Math.min(limit - claims.length, granted.get(bucket)?.granted ?? all)
      if (room > 0) claims.push(...(await claimDeliveries(scope, where, room, URGENT_KINDS, now)))
    }
    return {
      // As late as can be: what lies between taking a channel's turn and sending shortens the pause after it.
      ...(await withRoomThere(claims, clock.now(), scope, platforms)),
      due: due.reduce((sum, { count }) => sum + count, 0),
      region: claims.length > 0 ? await loadRegion(scope) : undefined,
      opensAt: earliest(...opens),
    }
  })

/** What is due in each workspace, and the bucket it is taken from. */
const lotsOf = (due: readonly DueGroup[], limit: number, platforms: JobContext['platforms']) =>
  [...Map.groupBy(due, ({ platform, workspace }) => `${platform} ${workspace}`).values()].map((groups) => {
    const [where] = groups as [DueGroup]
    const number = (some: readonly DueGroup[]) =>
      Math.min(
        limit,
        some.reduce((sum, { count }) => sum + count, 0),
      )
    return {
      where,
      bucket: bucketAt(where, platforms),
      limit: messagesLimit(platforms.get(where.platform)),
      all: number(groups),
      urgent: number(groups.filter(({ isUrgent }) => isUrgent)),
    }
  })

const take = async (
  wanted: readonly Wanted[],
  now: Temporal.Instant,
  scope: Scope,
): Promise<Map<string, Granted>> =>
  wanted.length === 0 ? new Map() : throughGate(scope, (gate) => takeFromBuckets(gate, wanted, now))

export const earliest = (
  ...instants: readonly (Temporal.Instant | undefined)[]
): Temporal.Instant | undefined =>
  instants.filter((instant) => instant !== undefined).toSorted(Temporal.Instant.compare)[0]

export type Waits = { claim: Claim; settlement: Extract<Settlement, { state: 'waiting' | 'sending' }> }

/** Whoever may have been sent is looked up, and some kinds look who reads there. */
const looksFirst = ({ delivery, mayHaveBeenSent }: Claim): boolean =>
  mayHaveBeenSent || knownMessage(delivery.kind)?.readers === 'checked'

/** Of claimed messages, those that their channels have room for now; the others wait their turn there. */
const withRoomThere = async (
  claims: readonly Claim[],
  now: Temporal.Instant,
  scope: Scope,
  platforms: JobContext['platforms'],
): Promise<Pick<Claimed, 'go' | 'wait'>> => {
  const buckets = claims.map((claim) => ({ claim, buckets: bucketsOf(claim, platforms) }))
  const asked = Map.groupBy(
    buckets.flatMap((one) => one.buckets),
    ({ bucket }) => bucket,
  )
  const wanted = [...asked].flatMap(([bucket, [first, ...others]]): Wanted[] =>
    first ? [{ bucket, limit: first.limit, all: 1 + others.length, urgent: 0 }] : [],
  )
  const granted = await take(wanted, now, scope)
  const used = new Map<string, number>()
  const go: Claim[] = []
  const wait: Waits[] = []
  for (const one of buckets) {
    const turns = one.buckets.map(({ bucket, limit }) => {
      const turn = used.get(bucket) ?? 0
      used.set(bucket, turn + 1)
      return turnAt(turn, limit, granted.get(bucket))
    })
    const latest = turns
      .flatMap((turn) => turn ?? [])
      .toSorted(Temporal.Instant.compare)
      .at(-1)
    if (latest) wait.push(waits(one.claim, latest, 'paced'))
    else go.push(one.claim)
  }
  return { go, wait }
}

const bucketsOf = (claim: Claim, platforms: JobContext['platforms']) => {
  const { delivery } = claim
  const platform = platforms.get(delivery.platform)
  if (!isLimited(platform)) return []
  const { place, looks: lookLimit } = platform.limits
  return [
    { bucket: placeBucket(delivery), limit: place },
    ...(lookLimit !== 'with-messages' && looksFirst(claim)
      ? [{ bucket: looksBucket(platform, delivery.workspace), limit: lookLimit }]
      : []),
  ]
}

/** When the one with this number has its turn; undefined: now. */
const turnAt = (
  turn: number,
  { count, perMs }: Limits['place'],
  grant: Granted | undefined,
): Temporal.Instant | undefined => {
  if (!grant || turn < grant.granted) return undefined
  return grant.opensAt.add({ milliseconds: perMs * Math.floor((turn - grant.granted) / count) })
}

/** Not sent now, by nobody's fault. */
export const waits = (
  claim: Claim,
  dueAt: Temporal.Instant,
  reason: string,
  state: 'waiting' | 'sending' = claim.mayHaveBeenSent ? 'sending' : 'waiting',
): Waits => ({ claim, settlement: { state, dueAt, reason } })

/** The rate limits as one job has met them: the rest of what it holds waits where one is used up, and so do all others. */
export const rateLimits = ({ clock, database, platforms }: JobContext) => {
  const closed = new Map<string, Temporal.Instant>()
  const bucketFor = ({ delivery }: Claim, of: 'place' | 'workspace' | 'bot', looking: boolean) => {
    const platform = platforms.get(delivery.platform)
    if (!isLimited(platform) || of === 'place') return placeBucket(delivery)
    return looking ? looksBucket(platform, delivery.workspace) : messagesBucket(platform, delivery.workspace)
  }
  return {
    /** Notes a 429: closes the bucket it is about, for every process. */
    noteRateLimit: async (claim: Claim, failure: Failure, looking: boolean): Promise<void> => {
      if (failure.failure !== 'rate-limited') return
      const bucket = bucketFor(claim, failure.of, looking)
      const until = clock.now().add({ seconds: failure.retryAfterSeconds })
      closed.set(bucket, until)
      await database.atGate((gate) => closeBuckets(gate, [{ bucket, until }]))
    },
    /** Until when nothing goes there; undefined where nothing stands in the way. */
    closedUntil: (claim: Claim, looking: boolean): Temporal.Instant | undefined =>
      closed.get(bucketFor(claim, 'place', looking)) ?? closed.get(bucketFor(claim, 'workspace', looking)),
  }
}

export type RateLimits = ReturnType<typeof rateLimits>
