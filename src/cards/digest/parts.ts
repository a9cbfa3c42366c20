import type { ListItem, Part } from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { memberName, officeName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { partyName } from '../../domain/rota/party-name.ts'
import type { Party } from '../../domain/rota/turn.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** The reader of a digest. */
export type Reader = {
  memberId: string
  language: Language
  text: Catalogue
  /** A member's name, by id. */
  nameOf: (memberId: string) => string
  /** Name of the party whose turn it is. */
  partyOf: (party: Party) => string
  officeName: (officeId: string) => string
}

export const readerIn = (region: Region, memberId: string, language: Language, text: Catalogue): Reader => ({
  memberId,
  language,
  text,
  nameOf: (id) => memberName(region, id),
  officeName: (id) => officeName(region, id),
  partyOf: (party) => partyName(region, party),
})

/** Marks work that is done in somebody's place. */
export const standIn = (memberId: string, { memberId: readerId, nameOf, text }: Reader): string[] =>
  memberId === readerId ? [] : [text.digest.standIn(nameOf(memberId))]

export const section = (title: string, items: ListItem[]): Part[] =>
  items.length === 0 ? [] : [{ part: 'divider' }, { part: 'text', text: title }, { part: 'list', items }]
