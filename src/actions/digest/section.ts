import type { Part } from '../../bot/card.ts'
import type { DigestPart } from '../../cards/digest/digest.ts'
import type { Reader } from '../../cards/digest/parts.ts'
import type { Morning } from '../../domain/digest/morning.ts'
import type { Role } from '../../domain/member/roles.ts'
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
  /** When the morning before was told: what happened since is new. */
  toldFrom: Temporal.Instant
  absences: readonly StoredAbsence[]
  /** Whom each member's work is asked of today: themselves, or who stands in for them. */
  asked: ReadonlyMap<string, string | undefined>
  /** Whether somebody who reads has this role. */
  isReadBy(role: Role): boolean
  /** Whose work the readers hear of; undefined where they hear of everybody's. */
  carriers: readonly string[] | undefined
  /** Loads once, however many sections need it. */
  read<Facts>(load: Load<Facts>): Promise<Facts>
}

/** Who reads, as far as sections need to know them. */
export type DigestReader = {
  id: string
  municipality: string | undefined
  /** Not away: others do not stand in for them. */
  here: boolean
  /** Here, and so asked as a coordinator, as an officer. */
  coordinates: boolean
  decides: boolean
}

type Declaration<Facts, Item> = {
  name: string
  /**
   * Whether there can be anything to tell, by what is known already: it costs no statement, and a section that cannot
   * have anything loads nothing. Always, where it is not given.
   */
  exists?(inquiry: Inquiry): boolean
  load: Load<Facts>
  /** What one reader hears of it this morning. */
  forReader(facts: Facts, reader: DigestReader, inquiry: Inquiry): readonly Item[]
  card(items: readonly Item[], reader: Reader): Part[]
  /** How many reminders of which kind a message with it holds, for the ledger. */
  told?(items: readonly Item[]): Partial<Told>
}

/** What one section says to one reader. */
export type SaidPart = DigestPart & { name: string; told: Partial<Told> }

export type DigestSection = {
  name: string
  exists(inquiry: Inquiry): boolean
  /** Loads, and answers what each reader hears; undefined where that is nothing. */
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

/** Facts by whom they are asked of today. */
export const byAsked = <Item extends { memberId: string }>(
  items: readonly Item[],
  { asked }: Inquiry,
): ReadonlyMap<string | undefined, Item[]> => Map.groupBy(items, ({ memberId }) => asked.get(memberId))

/** Whether it happened since the morning before. */
export const isNew = (at: Temporal.Instant, { toldFrom }: Inquiry): boolean =>
  Temporal.Instant.compare(at, toldFrom) >= 0
