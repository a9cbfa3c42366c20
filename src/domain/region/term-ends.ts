import { pledgersOf } from '../account/permission.ts'
import type { Region } from './region.ts'
import { rosterOf } from './roster.ts'

/** 任期の終わり: of a body's members at their term's end, or of the body itself (`members` empty). */
export type TermEnd = { bodyId: string; ends: Temporal.PlainDate; members: readonly string[] }

const { compare } = Temporal.PlainDate

/** What ends within [from, to], soonest first: seats, the terms a body appoints for, and bodies. */
export const termEnds = (region: Region, from: Temporal.PlainDate, to: Temporal.PlainDate): TermEnd[] =>
  region.bodies
    .flatMap((body): TermEnd[] => {
      const { id, until, term, members } = body
      const days = [
        ...new Set([...members.flatMap((seat) => seat.until ?? []), ...endsOf(term, to)].map(String)),
      ].map((day) => Temporal.PlainDate.from(day))
      const ofMembers = days.map((ends) => ({ bodyId: id, ends, members: leaving(region, body, ends) }))
      return [
        ...ofMembers.filter((one) => one.members.length > 0),
        ...(until ? [{ bodyId: id, ends: until, members: [] }] : []),
      ]
    })
    .filter(({ ends }) => compare(from, ends) <= 0 && compare(ends, to) <= 0)
    .toSorted((a, b) => compare(a.ends, b.ends))

type Body = Region['bodies'][number]

/** The last days of the terms that a body appoints for, as far as `to`. */
const endsOf = (term: Body['term'], to: Temporal.PlainDate): Temporal.PlainDate[] => {
  const ends: Temporal.PlainDate[] = []
  if (!term) return ends
  for (let years = term.years; ; years += term.years) {
    const end = term.from.add({ years }).subtract({ days: 1 })
    if (compare(end, to) > 0) return ends
    ends.push(end)
  }
}

/** Who of the roster is no longer on it the next day, and at a term's end every council member. */
const leaving = (region: Region, { id, term }: Body, ends: Temporal.PlainDate): string[] => {
  const next = rosterOf(region, id, ends.add({ days: 1 }))
  const appointed = endsOf(term, ends).some((end) => end.equals(ends))
    ? pledgersOf(region, id, ends).map((member) => member.id)
    : []
  return rosterOf(region, id, ends).filter((one) => !next.includes(one) || appointed.includes(one))
}
