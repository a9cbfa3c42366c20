import type { RotaParty } from '../region/rota.ts'

/** Whose turn it is, without since when and until when they take part. */
export type Party = { kind: 'member' | 'office' | 'municipality' | 'corporation'; id: string }

/** The days of one turn, both included. */
export type Period = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** One turn: its first day is its name wherever it is held. */
export type Turn = Period & { party: Party }

export const partyOf = (party: RotaParty): Party => {
  if ('member' in party) return { kind: 'member', id: party.member }
  if ('office' in party) return { kind: 'office', id: party.office }
  if ('municipality' in party) return { kind: 'municipality', id: party.municipality }
  return { kind: 'corporation', id: party.corporation }
}

export const sameParty = (a: Party, b: Party): boolean => a.kind === b.kind && a.id === b.id

/** Whether they take part on all the days. */
export const isThere = ({ since, until }: RotaParty, { from, to }: Period): boolean => {
  const compare = Temporal.PlainDate.compare
  return (
    (since === undefined || compare(since, from) <= 0) && (until === undefined || compare(to, until) <= 0)
  )
}
