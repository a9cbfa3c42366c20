import type { Region } from './region.ts'

/** Finds references to a member in the region's file: the id of a rota, a series with groups, or a body. */
export type Counted = { where: 'rota' | 'groups' | 'duty'; id: string }

export const countsOn = (region: Region, memberId: string, today: Temporal.PlainDate): Counted[] => [
  ...region.rotas
    .filter(({ order }) => order.some((party) => isOn(party, memberId, today)))
    .map(({ id }): Counted => ({ where: 'rota', id })),
  ...region.series
    .filter(({ groups }) =>
      [...(groups?.facilitators ?? []), ...(groups?.presenters ?? [])].some(
        (who) => 'member' in who && who.member === memberId,
      ),
    )
    .map(({ id }): Counted => ({ where: 'groups', id })),
  ...region.bodies
    .filter(({ members }) =>
      members.some((seat) => 'member' in seat && seat.member === memberId && seat.duty !== undefined),
    )
    .map(({ id }): Counted => ({ where: 'duty', id })),
]

type Party = Region['rotas'][number]['order'][number]

/** Who left keeps their place among past turns. */
const isOn = (party: Party, memberId: string, today: Temporal.PlainDate): boolean =>
  'member' in party &&
  party.member === memberId &&
  (party.until === undefined || Temporal.PlainDate.compare(party.until, today) >= 0)

/** Anonymizes a member in the region: only their id is kept, which what they did refers to. */
export const withoutMember = (region: Region, memberId: string, name: string): Region => ({
  ...region,
  members: region.members.map((member) =>
    member.id === memberId ? { id: memberId, name, roles: [], accounts: [] } : member,
  ),
  bodies: region.bodies.map((body) => ({
    ...body,
    members: body.members.filter((seat) => !('member' in seat && seat.member === memberId)),
  })),
})
