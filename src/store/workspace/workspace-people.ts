import { and, asc, eq } from 'drizzle-orm'
import type { Account } from '../../domain/region/accounts.ts'
import type { Scope } from '../engine/database.ts'
import { workspacePeople } from './tables.ts'

type Workspace = Pick<Account, 'platform' | 'workspace'>
export type WorkspacePerson = typeof workspacePeople.$inferSelect

/** Replaces the stored list of a workspace's people by the platform's latest. */
export const keepPeople = async (
  scope: Scope,
  { platform, workspace }: Workspace,
  people: readonly { user: string; name: string }[],
  now: Temporal.Instant,
): Promise<void> => {
  const here = and(eq(workspacePeople.platform, platform), eq(workspacePeople.workspace, workspace))
  await scope.tx.delete(workspacePeople).where(here)
  const common = { regionId: scope.regionId, platform, workspace, seenAt: now }
  if (people.length > 0)
    await scope.tx
      .insert(workspacePeople)
      .values(people.map(({ user, name }) => ({ ...common, account: user, name })))
      .onConflictDoNothing()
}

export const peopleOf = (scope: Scope, { platform, workspace }: Workspace): Promise<WorkspacePerson[]> =>
  scope.tx
    .select()
    .from(workspacePeople)
    .where(and(eq(workspacePeople.platform, platform), eq(workspacePeople.workspace, workspace)))
    .orderBy(asc(workspacePeople.name))
