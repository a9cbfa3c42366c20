import { and, asc, desc, eq, gte, isNull, max, min } from 'drizzle-orm'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { meetings } from '../meeting/tables.ts'
import { minutes } from './tables.ts'

type Row = typeof minutes.$inferSelect
/** What a version changed: the first one nothing; a record or attendance by the program; or in a person's words. */
export type MinutesChange = { item?: string; presence?: true; said?: string }
export type MinutesVersion = Omit<Row, 'content' | 'change' | 'regionId'> & { change: MinutesChange }

/** Lists the versions, latest first, without the content. */
export const minutesVersions = async (scope: Scope, meetingId: string): Promise<MinutesVersion[]> => {
  const rows = await scope.tx
    .select()
    .from(minutes)
    .where(eq(minutes.meetingId, meetingId))
    .orderBy(desc(minutes.version))
  return rows.map(({ content: _, regionId: __, change, ...row }) => ({
    ...row,
    change: change ? JSON.parse(openText(scope, minutes.change, row, change)) : {},
  }))
}

/** Decrypts the content; the caller writes the read to the audit log. */
export const minutesContent = async (
  scope: Scope,
  meetingId: string,
  version: number,
): Promise<MinutesContent> => {
  const [row] = await scope.tx
    .select({ content: minutes.content })
    .from(minutes)
    .where(and(eq(minutes.meetingId, meetingId), eq(minutes.version, version)))
  if (!row) throw new Error(`minutes ${meetingId} have no version ${version}`)
  return JSON.parse(openText(scope, minutes.content, { meetingId, version }, row.content))
}

export type NewVersion = { content: MinutesContent; change: MinutesChange; by: string }

/** Adds the next version, to be approved. Undefined when another one was added concurrently. */
export const addMinutesVersion = async (
  scope: Scope,
  meetingId: string,
  { content, change, by }: NewVersion,
  now: Temporal.Instant,
): Promise<number | undefined> => {
  const [latest] = await scope.tx
    .select({ version: max(minutes.version) })
    .from(minutes)
    .where(eq(minutes.meetingId, meetingId))
  const version = (latest?.version ?? 0) + 1
  const added = await scope.tx
    .insert(minutes)
    .values({
      regionId: scope.regionId,
      meetingId,
      version,
      content: sealText(scope, minutes.content, { meetingId, version }, JSON.stringify(content)),
      change:
        Object.keys(change).length === 0
          ? null
          : sealText(scope, minutes.change, { meetingId, version }, JSON.stringify(change)),
      writtenBy: by,
      writtenAt: now,
    })
    .onConflictDoNothing()
    .returning({ version: minutes.version })
  return added[0]?.version
}

/** Approves a version. False when somebody approved it first. */
export const approveMinutes = async (
  scope: Scope,
  meetingId: string,
  version: number,
  by: string,
  now: Temporal.Instant,
): Promise<boolean> => {
  const approved = await scope.tx
    .update(minutes)
    .set({ approvedBy: by, approvedAt: now })
    .where(and(eq(minutes.meetingId, meetingId), eq(minutes.version, version), isNull(minutes.approvedAt)))
    .returning({ version: minutes.version })
  return approved.length > 0
}

type LatestMinutes = Pick<Row, 'meetingId' | 'version' | 'writtenAt' | 'approvedAt'> & {
  seriesId: string
  startsAt: Temporal.Instant
}

/** Selects the latest version of each meeting's minutes. */
const latestMinutes = (tx: Scope['tx']) =>
  tx
    .selectDistinctOn([minutes.meetingId], {
      meetingId: minutes.meetingId,
      version: minutes.version,
      writtenAt: minutes.writtenAt,
      approvedAt: minutes.approvedAt,
      seriesId: meetings.seriesId,
      startsAt: meetings.startsAt,
    })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .orderBy(minutes.meetingId, desc(minutes.version))

export const latestMinutesOf = (scope: Scope, meetingIds: readonly string[]): Promise<LatestMinutes[]> =>
  meetingIds.length === 0 ? Promise.resolve([]) : latestOf(scope, { meetingIds })

const latest = prepared((tx) => latestMinutes(tx))
const latestOf = prepared((tx) => latestMinutes(tx).where(anyOf(minutes.meetingId, 'meetingIds')))

/** Lists the meetings whose minutes were first approved since an instant, by the meetings' start. */
export const approvedMinutes = (
  scope: Scope,
  since: Temporal.Instant,
): Promise<{ meetingId: string; seriesId: string }[]> =>
  scope.tx
    .select({ meetingId: minutes.meetingId, seriesId: meetings.seriesId })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .groupBy(minutes.meetingId, meetings.seriesId, meetings.startsAt)
    .having(gte(min(minutes.approvedAt), since))
    .orderBy(asc(meetings.startsAt))

/** Lists minutes whose latest version waits for the chair's approval. */
export const minutesToApprove = async (scope: Scope): Promise<LatestMinutes[]> =>
  (await latest(scope, {})).filter(({ approvedAt }) => approvedAt === null)
