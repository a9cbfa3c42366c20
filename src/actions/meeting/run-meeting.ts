import type { ShownAgenda } from '../../domain/agenda/agenda-view.ts'
import type { Disclosure } from '../../domain/agenda/disclosure.ts'
import { isFrame, itemKindOf } from '../../domain/agenda/item-key.ts'
import { type AgendaSection, MINUTES_PER_ITEM } from '../../domain/agenda/templates.ts'
import { agendaTemplateOf, sectionsOfAgenda } from '../../domain/agenda/which-agenda.ts'
import { currentItem } from '../../domain/meeting/live.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { publish, publishedAgenda } from '../../store/agenda/agendas.ts'
import type { Scope } from '../../store/engine/database.ts'
import { takeAttendance } from '../../store/meeting/attendances.ts'
import {
  addRunItems,
  endRun,
  lockRun,
  type RunItem,
  runItems,
  setRunItem,
  startRun,
} from '../../store/meeting/meeting-runs.ts'
import { agendaAsPublished, agendaView, draftAgenda, type MeetingContext } from '../agenda/agenda-facts.ts'
import { carryOverLeft } from '../agenda/amend-agenda.ts'

type Planned = Pick<RunItem, 'section' | 'summaryId' | 'itemKey' | 'planned'>

/** Plans the items to go through: beginning a meeting closes its agenda. A body without an agenda has its sections. */
const plannedItems = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  now: Temporal.Instant,
): Promise<Planned[]> => {
  const { meeting, series, body } = context
  const template = agendaTemplateOf(region, series)
  if (template && !(await publishedAgenda(scope, meeting.id))) {
    const { agenda, brought } = await draftAgenda(scope, region, context)
    await publish(scope, meeting.id, agenda, now, brought)
    await carryOverLeft(scope, context, agenda.carriedOver, now)
  }
  const published = await publishedAgenda(scope, meeting.id)
  const sections = sectionsOfAgenda(template ?? body.kind)
  const items = published?.items ?? []
  // A council discusses what is raised on the spot, too: each of its sections can be recorded.
  const mayBeEmpty = (section: AgendaSection): boolean =>
    template !== 'liaison' || items.length === 0 || section === 'other'
  return sections.flatMap((section): Planned[] => {
    const here = items.filter((item) => item.section === section)
    const empty = { section, summaryId: null, itemKey: null, planned: MINUTES_PER_ITEM[section] }
    if (here.length > 0)
      return here.map(({ summaryId, key, duration }) => ({
        section,
        summaryId: key === undefined ? summaryId : null,
        itemKey: key !== undefined && !isFrame(itemKindOf(key)) ? key : null,
        planned: duration,
      }))
    return mayBeEmpty(section) ? [empty] : []
  })
}

/**
 * Begins a meeting: snapshots its items, starts the first one, and marks who announced to come as present. Idempotent:
 * false when it runs already.
 */
export const beginMeeting = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  who: { by: string; recorderId: string },
  now: Temporal.Instant,
): Promise<boolean> => {
  const { id } = context.meeting
  if (!(await startRun(scope, id, who, now))) return false
  const planned = await plannedItems(scope, region, context, now)
  await addRunItems(
    scope,
    id,
    planned.map((item, index) => ({ ...item, position: index + 1, startedAt: index === 0 ? now : null })),
  )
  await takeAttendance(
    scope,
    id,
    rosterOf(region, context.body.id, context.startsAt.toPlainDate()),
    who.by,
    now,
  )
  return true
}

/** A press, with the item on which its button stood (`at`) and how far that was extended then (`seen`). */
export type Step = { do: 'next' | 'extend' | 'carry' | 'end'; at: number; seen: number }

const EXTENSION_MINUTES = 5

/**
 * Steps through the items. Compare-and-set: false, with nothing changed, where the button stood on a state that is past
 * (somebody else pressed at that moment).
 */
export const stepMeeting = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  step: Step & { by: string },
  now: Temporal.Instant,
): Promise<boolean> => {
  const { id } = context.meeting
  const run = await lockRun(scope, id)
  if (!run?.startedAt || run.endedAt) return false
  const items = await runItems(scope, id)
  const current = currentItem(items)
  if ((current?.position ?? 0) !== step.at) return false
  if (step.do === 'end') {
    await finish(scope, region, context, { items, current, by: step.by }, now)
    return true
  }
  if (!current) return false
  if (step.do === 'extend') {
    if (current.extended !== step.seen) return false
    await setRunItem(scope, id, current.position, { extended: current.extended + EXTENSION_MINUTES })
    return true
  }
  const outcome = step.do === 'carry' ? ('carried_over' as const) : ('done' as const)
  await setRunItem(scope, id, current.position, { endedAt: now, outcome })
  const next = items.find(({ position }) => position === current.position + 1)
  if (next) await setRunItem(scope, id, next.position, { startedAt: now })
  return true
}

/** Ends the meeting: carries over what was not reached, after what was carried over on the way. */
const finish = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  { items, current, by }: { items: RunItem[]; current: RunItem | undefined; by: string },
  now: Temporal.Instant,
): Promise<void> => {
  const { id } = context.meeting
  if (current) await setRunItem(scope, id, current.position, { endedAt: now, outcome: 'done' })
  const unreached = items.filter(({ startedAt, key }) => startedAt === null && key !== undefined)
  for (const { position } of unreached) await setRunItem(scope, id, position, { outcome: 'carried_over' })
  const left = [...items.filter(({ outcome }) => outcome === 'carried_over'), ...unreached]
  await carryOverLeft(
    scope,
    context,
    left.flatMap(({ summaryId }) => (summaryId ? [{ id: summaryId }] : [])),
    now,
  )
  await endRun(scope, id, by, now)
  await takeAttendance(scope, id, rosterOf(region, context.body.id, context.startsAt.toPlainDate()), by, now)
}

/** What the items of a meeting are about, by key: as its agenda was published, as far as `level` shows it. */
export const topicsOf = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  level: Disclosure,
): Promise<ShownAgenda['topics']> => {
  const published = await agendaAsPublished(scope, region, context)
  if (!published) return new Map()
  return (await agendaView(scope, region, context, published, level)).topics
}
