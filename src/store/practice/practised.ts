import { inArray } from 'drizzle-orm'
import { EXTERNAL_PLATFORMS } from '../../domain/workspace/platforms.ts'
import type { Scope } from '../engine/database.ts'
import { deliveries } from '../outbox/tables.ts'
import { loadRegion } from '../region/regions.ts'
import { practiceClock, practiceMessages } from './tables.ts'

/** The region that practice begins with: it is invented. */
const SAMPLE_REGION = 'saikatsuhoku'

/**
 * Whether a region was only ever practised with: it is the sample, or people wrote in it on the practice workspace, and it
 * never had to do with an external platform.
 */
export const isPractised = async (scope: Scope): Promise<boolean> => {
  const { workspaces, members, bodies } = await loadRegion(scope)
  const isReal =
    workspaces.length > 0 ||
    members.some(({ accounts }) => accounts.length > 0) ||
    bodies.some(({ channels }) => channels.length > 0)
  if (isReal) return false
  const sent = scope.tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(inArray(deliveries.platform, [...EXTERNAL_PLATFORMS]))
    .limit(1)
  if ((await sent).length > 0) return false
  if (scope.regionId === SAMPLE_REGION) return true
  const messages = await scope.tx.select({ id: practiceMessages.id }).from(practiceMessages).limit(1)
  const clocks = await scope.tx.select({ id: practiceClock.regionId }).from(practiceClock).limit(1)
  return messages.length + clocks.length > 0
}
