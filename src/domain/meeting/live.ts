import { AGENDA_TEMPLATES, type AgendaSection, LIAISON_SECTIONS } from '../agenda/templates.ts'

/** One step of a meeting that is being held. */
export type LiveItem = {
  position: number
  section: AgendaSection
  planned: number
  extended: number
  startedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  outcome: 'done' | 'carried_over' | null
}

/** The item that is being discussed; undefined before the first and after the last. */
export const currentItem = <Item extends LiveItem>(items: readonly Item[]): Item | undefined =>
  items.find(({ startedAt, endedAt }) => startedAt !== null && endedAt === null)

export const shouldEndAt = ({ startedAt, planned, extended }: LiveItem): Temporal.Instant | undefined =>
  startedAt?.add({ minutes: planned + extended })

/** Minutes an item really took, rounded; absent while it goes on. */
export const realMinutes = ({ startedAt, endedAt }: LiveItem): number | undefined =>
  startedAt && endedAt ? Math.round(startedAt.until(endedAt).total({ unit: 'minutes' })) : undefined

/** The sections of the agenda that items belong to, in its order. */
export const sectionsOf = (items: readonly Pick<LiveItem, 'section'>[]): readonly AgendaSection[] =>
  items.some(({ section }) => section === 'opening' || section === 'report')
    ? AGENDA_TEMPLATES.plenary
    : LIAISON_SECTIONS

/** `2(1)`: the section's number on the agenda, and the item's in it. */
export const numberOf = (
  items: readonly Pick<LiveItem, 'section' | 'position'>[],
  position: number,
): string => {
  const item = items.find((one) => one.position === position)
  if (!item) return String(position)
  const before = items.filter((one) => one.section === item.section && one.position < position)
  return `${sectionsOf(items).indexOf(item.section) + 1}(${before.length + 1})`
}
