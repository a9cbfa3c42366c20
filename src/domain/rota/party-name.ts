import type { Region } from '../region/region.ts'
import type { Party } from './turn.ts'

/** As people read it; an id that left the region file shows as itself. */
export const partyName = (region: Region, { kind, id }: Party): string => {
  const named = (list: readonly { id: string; name: string }[]) =>
    list.find((one) => one.id === id)?.name ?? id
  switch (kind) {
    case 'member':
      return named(region.members)
    case 'office':
      return named(region.offices)
    case 'municipality':
      return named(region.municipalities)
    case 'corporation':
      return id
    default:
      return kind satisfies never
  }
}
