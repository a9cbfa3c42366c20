import { eq, inArray } from 'drizzle-orm'
import type { Scope } from './database.ts'
import { agendas } from './schema/agendas.ts'

export type PublishedAgenda = typeof agendas.$inferSelect

export const publishedAgenda = async (
  scope: Scope,
  meetingId: string,
): Promise<PublishedAgenda | undefined> => {
  const [found] = await scope.tx.select().from(agendas).where(eq(agendas.meetingId, meetingId))
  return found
}

export const publishedAgendas = (scope: Scope, meetingIds: readonly string[]): Promise<PublishedAgenda[]> =>
  meetingIds.length === 0
    ? Promise.resolve([])
    : scope.tx
        .select()
        .from(agendas)
        .where(inArray(agendas.meetingId, [...meetingIds]))

/** False when it was published already: an agenda is published once. */
export const publish = async (scope: Scope, agenda: Omit<PublishedAgenda, 'regionId'>): Promise<boolean> => {
  const published = await scope.tx
    .insert(agendas)
    .values({ regionId: scope.regionId, ...agenda })
    .onConflictDoNothing()
    .returning({ id: agendas.meetingId })
  return published.length > 0
}
