import { gt, inArray, lte, sql } from 'drizzle-orm'
import type { Gate } from '../engine/database.ts'
import { paces } from './tables.ts'

/** A fixed window: `count` from the first until `perMs` later; `spare` more for urgent ones. */
type Limit = { count: number; spare?: number; perMs: number }

/** A request to a bucket: `all` tokens, `urgent` of them for urgent messages. */
export type Wanted = { bucket: string; limit: Limit; all: number; urgent: number }

/** Tokens granted now, and when the bucket refills. */
export type Granted = { granted: number; opensAt: Temporal.Instant }

/** Marks a closed bucket: more than any limit. */
const CLOSED = 1_000_000

/**
 * Takes tokens of each bucket, atomically among all processes. Send urgent messages first: a grant may come from the
 * tokens that are spared for them.
 */
export const takeFromBuckets = async (
  { tx }: Gate,
  wanted: readonly Wanted[],
  now: Temporal.Instant,
): Promise<Map<string, Granted>> => {
  if (wanted.length === 0) return new Map()
  const rows = wanted.map(({ bucket, limit: { count, spare = 0, perMs }, all, urgent }) => ({
    lane: bucket,
    next: now.add({ milliseconds: perMs }),
    most: count,
    spare,
    all,
    urgent,
  }))
  const asked = sql`json_to_recordset(${JSON.stringify(rows)})
    as w(lane text, next timestamptz, most int, spare int, "all" int, urgent int)`
  const isOver = sql`p.opens_at <= ${now.toString()}`
  await tx.execute(sql`insert into ${paces} (lane, opens_at, taken, most, spare)
    select lane, ${now.toString()}, 0, most, spare from ${asked} order by lane on conflict do nothing`)
  const { rows: given } = await tx.execute<{ lane: string; granted: number; opensAt: string }>(sql`
    with held as (
      select w.*, case when ${isOver} then 0 else p.taken end as used,
        case when ${isOver} then w.next else p.opens_at end as opens_at
      from ${asked} join ${paces} p on p.lane = w.lane order by w.lane for update of p
    ), given as (
      select *, greatest(0, least("all", most - used), least(urgent, most + spare - used)) as granted from held
    )
    update ${paces} p set taken = used + granted, opens_at = g.opens_at, most = g.most, spare = g.spare
    from given g where p.lane = g.lane
    returning p.lane, g.granted, to_json(p.opens_at)#>>'{}' as "opensAt"`)
  return new Map(
    given.map(({ lane, granted, opensAt }) => [lane, { granted, opensAt: Temporal.Instant.from(opensAt) }]),
  )
}

/** Closes buckets after a 429, until the instant that the platform named. */
export const closeBuckets = async (
  { tx }: Gate,
  closed: readonly { bucket: string; until: Temporal.Instant }[],
): Promise<void> => {
  if (closed.length === 0) return
  await tx
    .insert(paces)
    .values(
      closed.map(({ bucket, until }) => ({ lane: bucket, opensAt: until, taken: CLOSED, most: 0, spare: 0 })),
    )
    .onConflictDoUpdate({
      target: paces.lane,
      set: { opensAt: sql`greatest(${paces.opensAt}, excluded.opens_at)`, taken: CLOSED },
    })
}

/** Reads the used tokens by bucket. */
export const usedOfBuckets = async ({ tx }: Gate, now: Temporal.Instant): Promise<Map<string, number>> => {
  const used = await tx
    .select({ lane: paces.lane, taken: paces.taken })
    .from(paces)
    .where(gt(paces.opensAt, now))
  return new Map(used.map(({ lane, taken }) => [lane, taken]))
}

/** Deletes refilled buckets, which equal missing ones. Skips locked rows, so that no claim waits for it. */
export const deleteOpenBuckets = async ({ tx }: Gate, now: Temporal.Instant): Promise<void> => {
  const open = tx
    .select({ lane: paces.lane })
    .from(paces)
    .where(lte(paces.opensAt, now))
    .for('update', { skipLocked: true })
  await tx.delete(paces).where(inArray(paces.lane, open))
}
