import type { Part } from '../../bot/card.ts'
import type { DigestPart } from '../../cards/digest/digest.ts'
import type { Reader } from '../../cards/digest/parts.ts'
import { type CaseFacts, maySeeCase } from '../../domain/case/permission.ts'
import type { Morning } from '../../domain/digest/morning.ts'
import type { Asker, Role } from '../../domain/member/roles.ts'
import type { Region } from '../../domain/region/region.ts'
import type { StoredAbsence } from '../../store/absence/absences.ts'
import type { Scope } from '../../store/engine/database.ts'
import type { Told } from '../../store/outbox/deliveries.ts'

/** Reads facts for all readers at once. */
export type Load<Facts> = (inquiry: Inquiry) => Promise<Facts>

/** What is asked of a region on a morning, or on a person's page. */
export type Inquiry = {
  scope: Scope
  region: Region
  now: Temporal.Instant
  morning: Morning
  /** When the digest before was sent: what happened since is new. */
  toldFrom: Temporal.Instant
  absences: readonly StoredAbsence[]
  /** Who answers for each member's work today: themselves, or their stand-in. */
  asked: ReadonlyMap<string, string | undefined>
  /** Whether any reader has this role. */
  isReadBy(role: Role): boolean
  /** Members whose work the readers hear of; undefined for everybody's. */
  carriers: readonly string[] | undefined
  /** Caches `load` for this inquiry: it runs once, however many sections need it. */
  read<Facts>(load: Load<Facts>): Promise<Facts>
}

/** Who reads, as far as sections need to know them. */
export type DigestReader = {
  id: string
  municipality: string | undefined
  /** Not away, so that nobody stands in for them. */
  here: boolean
  /** Themselves with whom they stand in for: their rights this morning. */
  asker: Asker
  /** Coordinates, decides as an officer: only while here. */
  coordinates: boolean
  decides: boolean
}

type Declaration<Facts, Item> = {
  name: string
  /**
   * Skips the section cheaply: false where what is known already rules out anything to tell. Runs no statement.
   * Default: true.
   */
  exists?(inquiry: Inquiry): boolean
  load: Load<Facts>
  /** What one reader hears of it this morning. */
  forReader(facts: Facts, reader: DigestReader, inquiry: Inquiry): readonly Item[]
  card(items: readonly Item[], reader: Reader): Part[]
  /** Counts the reminders that the items hold, by kind, for the ledger. */
  told?(items: readonly Item[]): Partial<Told>
}

/** What one section says to one reader. */
export type SaidPart = DigestPart & { name: string; told: Partial<Told> }

export type DigestSection = {
  name: string
  exists(inquiry: Inquiry): boolean
  /** Loads the facts; the function returned picks what a reader hears, undefined where that is nothing. */
  open(inquiry: Inquiry): Promise<(reader: DigestReader) => SaidPart | undefined>
}

/** Declares a section of the digest: what it loads, what of that a reader hears, and how it looks. */
export const digestSection = <Facts, Item>({
  name,
  exists = () => true,
  load,
  forReader,
  card,
  told = () => ({}),
}: Declaration<Facts, Item>): DigestSection => ({
  name,
  exists,
  open: async (inquiry) => {
    const facts = await inquiry.read(load)
    return (reader) => {
      const items = forReader(facts, reader, inquiry)
      if (items.length === 0) return undefined
      return { name, count: items.length, told: told(items), draw: (seenBy) => card(items, seenBy) }
    }
  },
})

/** What one reader answers for today, of what is about cases that they may see. */
export type ForAsked<Item> = (reader: Pick<DigestReader, 'id' | 'asker'>) => Item[]

/**
 * Groups facts by who answers for them today. `caseOf`: the case that a fact is about, null where it is about none:
 * who may not see it hears nothing of it, though they be in charge.
 */
export const byAsked = <Item extends { memberId: string }>(
  items: readonly Item[],
  { asked }: Inquiry,
  caseOf: (item: Item) => CaseFacts | null,
): ForAsked<Item> => {
  const groups = Map.groupBy(items, ({ memberId }) => asked.get(memberId))
  return ({ id, asker }) =>
    (groups.get(id) ?? []).filter((item) => {
      const supportCase = caseOf(item)
      return supportCase === null || maySeeCase(asker, supportCase)
    })
}

/** `caseOf` of a row that is the case's own. */
export const itself = (facts: CaseFacts): CaseFacts => facts

/** Whether it happened since the last morning. */
export const isNew = (at: Temporal.Instant, { toldFrom }: Inquiry): boolean =>
  Temporal.Instant.compare(at, toldFrom) >= 0
