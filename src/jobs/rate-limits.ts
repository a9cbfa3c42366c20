import type { Failure, Limits, Platform } from '../bot/port.ts'
import type { Region } from '../domain/region/region.ts'
import { type Delivery, type DueGroup, dueDeliveries, type Where } from '../store/outbox/deliveries.ts'
import { type Claim, claimDeliveries, type Settlement } from '../store/outbox/delivery-claims.ts'
import { closePaces, type Granted, takePaces, type Wanted } from '../store/outbox/rate-limits.ts'
import { loadRegion } from '../store/region/regions.ts'
import type { JobContext } from './job.ts'
import { messageKind, URGENT_KINDS } from './messages/registry.ts'

type Limited = Platform & { limits: Limits }
const isLimited = (platform: Platform | undefined): platform is Limited =>
  platform !== undefined && platform.limits !== 'unlimited'
const messagesLimit = (platform: Platform | undefined): Limits['messages'] | undefined =>
  isLimited(platform) ? platform.limits.messages : undefined

/** What shares a platform's limit of messages; `nextDeliveryAt` and `dueCalls` know these names, too. */
const messagesLane = ({ name, limits }: Limited, workspace: string): string =>
  limits.of === 'bot' ? name : `${name} ${workspace}`
const placeLane = ({ platform, workspace, channel, account }: Delivery): string =>
  `${platform} ${workspace} ${channel ?? account}`
/** Looking has a limit of its own, or none but what each message leaves room for. */
const looksLane = (platform: Limited, workspace: string): string =>
  `${messagesLane(platform, workspace)}${platform.limits.looks === 'with-messages' ? '' : ' looks'}`

/** The lane of a workspace's messages; undefined where nothing limits them. */
const laneAt = ({ platform, workspace }: Where, platforms: JobContext['platforms']): string | undefined => {
  const running = platforms.get(platform)
  return isLimited(running) ? messagesLane(running, workspace) : undefined
}

/** Of what is due, the first that there is room for. `used`: how much each lane has given already. */
export const withRoom = (
  due: readonly DueGroup[],
  used: ReadonlyMap<string, number>,
  platforms: JobContext['platforms'],
): DueGroup[] => {
  const taken = new Map(used)
  return due.flatMap((group): DueGroup[] => {
    const lane = laneAt(group, platforms)
    const most = messagesLimit(platforms.get(group.platform))
    if (lane === undefined || !most) return [group]
    const before = taken.get(lane) ?? 0
    const room = most.count + (group.isUrgent ? most.spare : 0) - before
    const count = Math.min(group.count, room)
    if (count <= 0) return []
    taken.set(lane, before + count)
    return [{ ...group, count }]
  })
}

type Claimed = {
  /** How many were due, claimed or not. */
  due: number
  claims: Claim[]
  /** Read together with them. */
  region: Region | undefined
  /** Where a workspace has no room for all that is due: when the first of them has room again. */
  opensAt: Temporal.Instant | undefined
}

/** Claims as many of a region's due messages, at most `limit`, as its platforms have room for now. */
export const claimWithRoom = async (
  regionId: string,
  limit: number,
  now: Temporal.Instant,
  { database, platforms }: JobContext,
): Promise<Claimed> => {
  const due = await database.inRegion(regionId, (scope) => dueDeliveries(scope, now, URGENT_KINDS))
  const waiting = [...Map.groupBy(due, ({ platform, workspace }) => `${platform} ${workspace}`).values()]
  const lots = waiting.map((groups) => {
    const [where] = groups as [(typeof groups)[number]]
    const number = (some: typeof groups) =>
      Math.min(
        limit,
        some.reduce((sum, { count }) => sum + count, 0),
      )
    const platform = platforms.get(where.platform)
    const lane = laneAt(where, platforms)
    const urgent = number(groups.filter(({ isUrgent }) => isUrgent))
    return { where, lane, limit: messagesLimit(platform), all: number(groups), urgent }
  })
  const granted = await take(
    lots.flatMap(({ lane, limit: most, all, urgent }) =>
      lane !== undefined && most ? [{ lane, limit: most, all, urgent }] : [],
    ),
    now,
    database,
  )
  const opens = lots.flatMap(({ lane = '', all }) => {
    const grant = granted.get(lane)
    return grant && grant.granted < all ? [grant.opensAt] : []
  })
  const claimed = await database.inRegion(regionId, async (scope) => {
    const claims: Claim[] = []
    for (const { where, lane = '', all } of lots) {
      const room = Math.min(limit - claims.length, granted.get(lane)?.granted ?? all)
      if (room > 0) claims.push(...(await claimDeliveries(scope, where, room, URGENT_KINDS, now)))
    }
    return { claims, region: claims.length > 0 ? await loadRegion(scope) : undefined }
  })
  return { ...claimed, due: due.reduce((sum, { count }) => sum + count, 0), opensAt: earliest(...opens) }
}

const take = async (
  wanted: readonly Wanted[],
  now: Temporal.Instant,
  database: JobContext['database'],
): Promise<Map<string, Granted>> =>
  wanted.length === 0 ? new Map() : database.atGate((gate) => takePaces(gate, wanted, now))

export const earliest = (
  ...instants: readonly (Temporal.Instant | undefined)[]
): Temporal.Instant | undefined =>
  instants.filter((instant) => instant !== undefined).toSorted(Temporal.Instant.compare)[0]

export type Waits = { claim: Claim; settlement: Extract<Settlement, { state: 'waiting' | 'sending' }> }

/** Whoever may have been sent is looked up, and some kinds look who reads there. */
const looksFirst = ({ delivery, mayHaveBeenSent }: Claim): boolean =>
  mayHaveBeenSent || messageKind(delivery.kind).needsAudience

/** Of claimed messages, those that their channels have room for now; the others wait their turn there. */
export const withRoomThere = async (
  claims: readonly Claim[],
  now: Temporal.Instant,
  { database, platforms }: JobContext,
): Promise<{ go: Claim[]; wait: Waits[] }> => {
  const lanes = claims.map((claim) => ({ claim, lanes: lanesOf(claim, platforms) }))
  const asked = Map.groupBy(
    lanes.flatMap((one) => one.lanes),
    ({ lane }) => lane,
  )
  const wanted = [...asked].flatMap(([lane, [first, ...others]]): Wanted[] =>
    first ? [{ lane, limit: first.limit, all: 1 + others.length, urgent: 0 }] : [],
  )
  const granted = await take(wanted, now, database)
  const used = new Map<string, number>()
  const go: Claim[] = []
  const wait: Waits[] = []
  for (const one of lanes) {
    const turns = one.lanes.map(({ lane, limit }) => {
      const turn = used.get(lane) ?? 0
      used.set(lane, turn + 1)
      return turnAt(turn, limit, granted.get(lane))
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

const lanesOf = (claim: Claim, platforms: JobContext['platforms']) => {
  const { delivery } = claim
  const platform = platforms.get(delivery.platform)
  if (!isLimited(platform)) return []
  const { place, looks: lookLimit } = platform.limits
  return [
    { lane: placeLane(delivery), limit: place },
    ...(lookLimit !== 'with-messages' && looksFirst(claim)
      ? [{ lane: looksLane(platform, delivery.workspace), limit: lookLimit }]
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

/** A platform that asks to wait, as heard by one job: the rest of what it holds waits, and so do all others. */
export const heeding = ({ clock, database, platforms }: JobContext) => {
  const closed = new Map<string, Temporal.Instant>()
  const laneFor = ({ delivery }: Claim, of: 'place' | 'workspace' | 'bot', looking: boolean) => {
    const platform = platforms.get(delivery.platform)
    if (!isLimited(platform) || of === 'place') return placeLane(delivery)
    return looking ? looksLane(platform, delivery.workspace) : messagesLane(platform, delivery.workspace)
  }
  return {
    /** Closes what a refusal is about, for every process. */
    heed: async (claim: Claim, failure: Failure, looking: boolean): Promise<void> => {
      if (failure.failure !== 'rate-limited') return
      const lane = laneFor(claim, failure.of, looking)
      const until = clock.now().add({ seconds: failure.retryAfterSeconds })
      closed.set(lane, until)
      await database.atGate((gate) => closePaces(gate, [{ lane, until }]))
    },
    /** Until when nothing goes there; undefined where nothing stands in the way. */
    until: (claim: Claim, looking: boolean): Temporal.Instant | undefined =>
      closed.get(laneFor(claim, 'place', looking)) ?? closed.get(laneFor(claim, 'workspace', looking)),
  }
}

export type Heeding = ReturnType<typeof heeding>
