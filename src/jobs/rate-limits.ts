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

/** Names the bucket of a platform's message limit. `nextDeliveryAt` and `dueCalls` rely on the same names. */
const messagesBucket = ({ name, limits }: Limited, workspace: string): string =>
  limits.of === 'bot' ? name : `${name} ${workspace}`
const placeBucket = ({ platform, workspace, channel, account }: Delivery): string =>
  `${platform} ${workspace} ${channel ?? account}`
/** Names the bucket of look-ups, which have a limit of their own or share that of messages. */
const looksBucket = (platform: Limited, workspace: string): string =>
  `${messagesBucket(platform, workspace)}${platform.limits.looks === 'with-messages' ? '' : ' looks'}`

/** Names the bucket of a workspace's messages; undefined where they are unlimited. */
const bucketAt = ({ platform, workspace }: Where, platforms: JobContext['platforms']): string | undefined => {
  const running = platforms.get(platform)
  return isLimited(running) ? messagesBucket(running, workspace) : undefined
}

/** Keeps as many due messages as their buckets have room for. `used`: tokens already taken, by bucket. */
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
  /** Claims within their channels' limits, and those that must wait for them. */
  go: Claim[]
  wait: Waits[]
  /** Read together with them; undefined where nothing was claimed. */
  region: Region | undefined
  /** When the first exhausted bucket of a workspace refills; undefined where all that is due was claimed. */
  opensAt: Temporal.Instant | undefined
}

/**
 * Claims up to `limit` of a region's due messages within its platforms' rate limits. Claim and tokens are taken in one
 * transaction: a rolled-back claim uses up nothing.
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
      // Last: time between taking a channel's token and sending shortens the interval to the next message.
      ...(await withRoomThere(claims, clock.now(), scope, platforms)),
      due: due.reduce((sum, { count }) => sum + count, 0),
      region: claims.length > 0 ? await loadRegion(scope) : undefined,
      opensAt: earliest(...opens),
    }
  })

/** Groups what is due by workspace, each with its bucket. */
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

/** Whether sending needs a look-up first: of a message that may be out already, or of the audience. */
const looksFirst = ({ delivery, mayHaveBeenSent }: Claim): boolean =>
  mayHaveBeenSent || knownMessage(delivery.kind)?.readers === 'checked'

/** Splits claimed messages into those within their channels' limits and those that wait for them. */
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

/** When the n-th message of a bucket may go; undefined: now. */
const turnAt = (
  turn: number,
  { count, perMs }: Limits['place'],
  grant: Granted | undefined,
): Temporal.Instant | undefined => {
  if (!grant || turn < grant.granted) return undefined
  return grant.opensAt.add({ milliseconds: perMs * Math.floor((turn - grant.granted) / count) })
}

/** Postpones a claim without counting a failure. */
export const waits = (
  claim: Claim,
  dueAt: Temporal.Instant,
  reason: string,
  state: 'waiting' | 'sending' = claim.mayHaveBeenSent ? 'sending' : 'waiting',
): Waits => ({ claim, settlement: { state, dueAt, reason } })

/** Tracks the rate limits that a job ran into: the rest of its messages for a closed bucket waits. */
export const rateLimits = ({ clock, database, platforms }: JobContext) => {
  const closed = new Map<string, Temporal.Instant>()
  const bucketFor = ({ delivery }: Claim, of: 'place' | 'workspace' | 'bot', looking: boolean) => {
    const platform = platforms.get(delivery.platform)
    if (!isLimited(platform) || of === 'place') return placeBucket(delivery)
    return looking ? looksBucket(platform, delivery.workspace) : messagesBucket(platform, delivery.workspace)
  }
  return {
    /** Handles a 429: closes its bucket for every process. */
    noteRateLimit: async (claim: Claim, failure: Failure, looking: boolean): Promise<void> => {
      if (failure.failure !== 'rate-limited') return
      const bucket = bucketFor(claim, failure.of, looking)
      const until = clock.now().add({ seconds: failure.retryAfterSeconds })
      closed.set(bucket, until)
      await database.atGate((gate) => closeBuckets(gate, [{ bucket, until }]))
    },
    /** Until when the bucket is closed; undefined where it is open. */
    closedUntil: (claim: Claim, looking: boolean): Temporal.Instant | undefined =>
      closed.get(bucketFor(claim, 'place', looking)) ?? closed.get(bucketFor(claim, 'workspace', looking)),
  }
}

export type RateLimits = ReturnType<typeof rateLimits>
