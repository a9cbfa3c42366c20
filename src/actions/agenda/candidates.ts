import type { AgendaTopic } from '../../domain/agenda/agenda-view.ts'
import type { Candidate } from '../../domain/agenda/compose.ts'
import { itemKey, itemKindOf } from '../../domain/agenda/item-key.ts'
import type { AgendaSection } from '../../domain/agenda/templates.ts'
import { seriesWithAgenda } from '../../domain/agenda/which-agenda.ts'
import type { Region } from '../../domain/region/region.ts'
import { type BodyAgenda, type BroughtItem, lastAgendaBefore } from '../../store/agenda/agendas.ts'
import { arrangementsOf } from '../../store/agenda/arrangements.ts'
import type { Scope } from '../../store/engine/database.ts'
import type { SubjectKind } from '../../store/keeping/audit.ts'
import { carriedOverKeys } from '../../store/meeting/meeting-runs.ts'
import { followUpsToLookAt } from '../followup/agenda-candidates.ts'
import { childReports } from '../minutes/agenda-candidates.ts'
import type { CandidateFacts, CandidateItem, CandidateKind, ItemOnAgenda, LeftItem } from './candidate.ts'
import { closing, opening } from './frame.ts'
import type { MeetingContext } from './meeting-context.ts'

/** Everything that comes on agendas beside case summaries. */
const KINDS: readonly CandidateKind[] = [opening, childReports, followUpsToLookAt, closing]

/** How far back what was never told is looked for, where a body had no agenda yet. */
const FIRST_LOOK_BACK_HOURS = 24 * 365

/** What wants a place on the agenda of a meeting beside its summaries. */
export const bringCandidates = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  sections: readonly AgendaSection[],
): Promise<{ candidates: Candidate<AgendaSection>[]; brought: BroughtItem[] }> => {
  const { meeting, body } = context
  const before = await lastAgendaBefore(scope, seriesWithAgenda(region, body.id), meeting.startsAt)
  const left = before ? await leftOf(scope, before) : []
  const arranged = await arrangementsOf(scope, meeting.id)
  const facts: Omit<CandidateFacts, 'left'> = {
    ...context,
    region,
    since: before?.publishedAt ?? meeting.startsAt.subtract({ hours: FIRST_LOOK_BACK_HOURS }),
    told: new Set(before?.items.flatMap(({ refs }) => refs)),
  }
  const candidates: Candidate<AgendaSection>[] = []
  const brought: BroughtItem[] = []
  for (const { kind, sections: wanted, load } of KINDS) {
    const section = wanted.find((one) => sections.includes(one))
    if (!section) continue
    const own = left.filter(({ key }) => itemKindOf(key) === kind)
    const mine = own.map(({ key, ...one }) => ({ ...one, id: key.slice(kind.length + 1) }))
    for (const item of await load(scope, { ...facts, left: mine })) {
      const key = itemKey(kind, item.id)
      candidates.push({ ...candidateOf(item, key, section), ...arranged.get(key)?.claims })
      brought.push({ key, refs: [...item.refs], carriedOver: item.carriedOver })
    }
  }
  return { candidates, brought }
}

const candidateOf = (
  { id: _, refs: __, ...claims }: CandidateItem,
  key: string,
  section: AgendaSection,
): Candidate<AgendaSection> => ({ ...claims, id: key, section })

/** What the agenda before left for this one: without time when it was closed, or not reached in its meeting. */
const leftOf = async (
  scope: Scope,
  { meetingId, items, left }: BodyAgenda,
): Promise<(Omit<LeftItem, 'id'> & { key: string })[]> => {
  const carried = await carriedOverKeys(scope, meetingId)
  return [...left, ...items.filter(({ key }) => carried.has(key))].map(({ key, refs, carriedOver }) => ({
    key,
    refs,
    carriedOver: carriedOver + 1,
  }))
}

/** What items are called and say, by key. `withTexts` opens them: the caller notes that in the audit log. */
export const topicsOfItems = async (
  scope: Scope,
  region: Region,
  meetingId: string,
  items: readonly BroughtItem[],
  withTexts: boolean,
): Promise<Map<string, AgendaTopic>> => {
  const topics = new Map<string, AgendaTopic>()
  const arranged = items.length === 0 ? undefined : await arrangementsOf(scope, meetingId)
  for (const { kind, topics: topicsOf } of KINDS) {
    const own = items.filter(({ key }) => itemKindOf(key) === kind)
    if (own.length === 0) continue
    const asked = own.map(
      ({ key, refs, carriedOver }): ItemOnAgenda => ({
        key,
        id: key.slice(kind.length + 1),
        refs,
        carriedOver,
      }),
    )
    for (const [key, topic] of await topicsOf(scope, region, asked, withTexts)) {
      const one = own.find((item) => item.key === key)
      topics.set(key, {
        ...topic,
        kind,
        carriedOver: one?.carriedOver ?? 0,
        paper: arranged?.get(key)?.paper,
      })
    }
  }
  return topics
}

/** What the audit log notes as read where the texts of items are opened. */
export const readsOfItems = (items: readonly BroughtItem[]): (readonly [SubjectKind, string])[] =>
  KINDS.flatMap(({ kind, reads }) =>
    reads === undefined
      ? []
      : items
          .filter(({ key }) => itemKindOf(key) === kind)
          .flatMap(({ refs }) => refs.map((ref) => [reads, ref] as const)),
  )
