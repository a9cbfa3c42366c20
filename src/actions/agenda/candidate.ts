import type { AgendaTopic } from '../../domain/agenda/agenda-view.ts'
import type { Candidate } from '../../domain/agenda/compose.ts'
import type { ItemKind } from '../../domain/agenda/item-key.ts'
import type { AgendaSection } from '../../domain/agenda/templates.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import type { SubjectKind } from '../../store/keeping/audit.ts'
import type { MeetingContext } from './meeting-context.ts'

/** What a kind of candidate may ask about the meeting whose agenda is drafted. */
export type CandidateFacts = MeetingContext & {
  region: Region
  /** When the agenda of the body's meeting before this one was closed; a year back where there was none. */
  since: Temporal.Instant
  /** The `refs` that were on that agenda: told already. */
  told: ReadonlySet<string>
  /** This kind's items that found no time on it, or were carried over in its meeting. */
  left: readonly LeftItem[]
}

export type LeftItem = { id: string; refs: readonly string[]; carriedOver: number }

/** One item that wants a place. `id` is stable: with the kind it is the item's key. */
export type CandidateItem = Pick<
  Candidate<AgendaSection>,
  'minutes' | 'submittedAt' | 'carriedOver' | 'needLevel' | 'cannotWait'
> & {
  id: string
  /** Ids of what is looked at in it, kept with the published agenda: what it says is read by them. */
  refs: readonly string[]
}

export type ItemOnAgenda = { key: string; id: string; refs: readonly string[]; carriedOver: number }

/**
 * A kind of thing that comes on agendas beside case summaries: declared in `actions/<noun>/agenda-candidates.ts`, listed
 * once in `candidates.ts`.
 *
 * - `sections`: where it goes, the best first. An agenda that has none of them does not ask.
 * - `load`: what wants a place on this agenda. Asked anew for every draft, so what is settled drops out by itself;
 *   what found no time comes back in `left`, and is returned again for as long as it is open.
 * - `topics`: what an item is called and says, by key. Reads what it was about by its `refs`, as it is now. `withTexts`
 *   opens sealed texts.
 * - `reads`: the subject that the audit log notes for each of the `refs`, where texts are opened.
 */
export type CandidateKind = {
  kind: ItemKind
  sections: readonly AgendaSection[]
  load(scope: Scope, facts: CandidateFacts): Promise<CandidateItem[]>
  topics(
    scope: Scope,
    region: Region,
    items: readonly ItemOnAgenda[],
    withTexts: boolean,
  ): Promise<Map<string, ItemTopic>>
  reads?: SubjectKind
}

/** Presenter, papers and how often it was carried over are the agenda's own. */
export type ItemTopic = Omit<AgendaTopic, 'kind' | 'carriedOver' | 'form' | 'planKind' | 'paper'>

export const candidateKind = (declared: CandidateKind): CandidateKind => declared
