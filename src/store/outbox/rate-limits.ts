import { gt, inArray, lte, sql } from 'drizzle-orm'
import type { Gate } from '../engine/database.ts'
import { paces } from './tables.ts'

/** `count` at once and no more until `perMs` after the first; `spare` more of what is urgent. */
type Limit = { count: number; spare?: number; perMs: number }

/** What somebody would take of a bucket now: `all`, of which `urgent` are. */
export type Wanted = { bucket: string; limit: Limit; all: number; urgent: number }

/** How many may go now, and when the bucket is full again. */
export type Granted = { granted: number; opensAt: Temporal.Instant }

/** More than any limit gives. */
const CLOSED = 1_000_000

/**
 * Takes of each bucket what it holds, whoever else takes of it. What is urgent is to go first: a grant may be for the
 * urgent alone.
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

/** The platform asked to wait: nothing goes there until then. */
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

/** How much is used up now, by bucket. */
export const usedOfBuckets = async ({ tx }: Gate, now: Temporal.Instant): Promise<Map<string, number>> => {
  const used = await tx
    .select({ lane: paces.lane, taken: paces.taken })
    .from(paces)
    .where(gt(paces.opensAt, now))
  return new Map(used.map(({ lane, taken }) => [lane, taken]))
}

/** Deletes what is open again: it is as good as none. What a claim holds just now is left, so that neither waits. */
export const deleteOpenBuckets = async ({ tx }: Gate, now: Temporal.Instant): Promise<void> => {
  const open = tx
    .select({ lane: paces.lane })
    .from(paces)
    .where(lte(paces.opensAt, now))
    .for('update', { skipLocked: true })
  await tx.delete(paces).where(inArray(paces.lane, open))
}
