import { and, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Ahead } from '../../domain/setup/week.ts'
import type { Scope } from '../engine/database.ts'
import { reminders } from '../outbox/tables.ts'
import { meetingsBetween } from './meetings.ts'
import { meetings } from './tables.ts'

const TOLD = { 'gsv-ask': 'ask', 'agenda-draft': 'draft', 'agenda-publish': 'publish' } as const

/** Lists what is planned for the coming week, soonest first. */
export const weekAhead = async (scope: Scope, now: Temporal.Instant): Promise<Ahead[]> => {
  const end = now.add({ hours: 24 * 7 })
  const planned = await scope.tx
    .select({ kind: reminders.kind, at: reminders.dueAt, seriesId: meetings.seriesId })
    .from(reminders)
    .innerJoin(meetings, sql`${meetings.id}::text = ${reminders.subject}`)
    .where(
      and(
        isNull(reminders.settledAt),
        inArray(reminders.kind, Object.keys(TOLD)),
        gte(reminders.dueAt, now),
        lt(reminders.dueAt, end),
      ),
    )
  const told = planned.flatMap(({ kind, ...rest }): Ahead[] => {
    const what = Object.entries(TOLD).find(([name]) => name === kind)?.[1]
    return what === undefined ? [] : [{ what, ...rest }]
  })
  const held = (await meetingsBetween(scope, now, end)).map(
    ({ startsAt, seriesId }): Ahead => ({ at: startsAt, what: 'meeting', seriesId }),
  )
  return [...told, ...held].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}
