import { itemKindOf } from '../../domain/agenda/item-key.ts'
import { agendaUpdateKind } from '../../domain/agenda/notices.ts'
import type { Region } from '../../domain/region/region.ts'
import type { StoredChange } from '../../store/agenda/agendas.ts'
import { amend, publishedAgenda } from '../../store/agenda/agendas.ts'
import type { Scope } from '../../store/engine/database.ts'
import { nextMeetingWithoutAgenda } from '../../store/meeting/meetings.ts'
import { bringForward } from '../../store/outbox/reminders.ts'
import { carryOver } from '../../store/summary/summaries.ts'
import { draftAgenda, type MeetingContext } from './agenda-facts.ts'

/**
 * Carries over the summaries that no longer fit, or are held back, to the next meeting of the series. What else was left is
 * kept with the agenda, where the body's next one finds it.
 */
export const carryOverLeft = async (
  scope: Scope,
  context: MeetingContext,
  left: readonly { id: string }[],
  now: Temporal.Instant,
): Promise<void> => {
  const next = await nextMeetingWithoutAgenda(scope, [context.series.id], now)
  if (next)
    await carryOver(
      scope,
      left.map(({ id }) => id).filter((id) => itemKindOf(id) === undefined),
      next.id,
    )
}

/**
 * Updates a published agenda to what its items say now, with what changed; its posts are edited in place. Does nothing
 * while the agenda is a draft.
 */
export const amendAgenda = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  change: Omit<StoredChange, 'at'>,
  now: Temporal.Instant,
): Promise<void> => {
  const { id } = context.meeting
  if (!(await publishedAgenda(scope, id))) return
  const { agenda, brought } = await draftAgenda(scope, region, context)
  await amend(scope, id, agenda, { at: now.toString(), ...change }, brought)
  await carryOverLeft(scope, context, agenda.carriedOver, now)
  await bringForward(scope, agendaUpdateKind.due({ meeting: id }, now))
}
