/** A member is away, both days included, and the deputy is asked in their place. */
export type Absence = { memberId: string; deputyId: string; from: Temporal.PlainDate; to: Temporal.PlainDate }

const covers = ({ from, to }: Absence, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0

/**
 * Resolves who is asked for somebody's work on a day, along the chain of deputies: the first one who is not away.
 * Undefined where everybody in the chain is away: then the coordinators see it.
 */
export const askedFor = (
  memberId: string,
  absences: readonly Absence[],
  day: Temporal.PlainDate,
): string | undefined => {
  const seen = new Set<string>()
  let at = memberId
  while (!seen.has(at)) {
    seen.add(at)
    const here = at
    const absence = absences.find((one) => one.memberId === here && covers(one, day))
    if (!absence) return at
    at = absence.deputyId
  }
  return undefined
}

/** Whose work a member does on a day besides their own. */
export const standsInFor = (
  memberId: string,
  absences: readonly Absence[],
  day: Temporal.PlainDate,
): string[] => {
  const away = new Set(absences.filter((absence) => covers(absence, day)).map((absence) => absence.memberId))
  return [...away].filter((other) => other !== memberId && askedFor(other, absences, day) === memberId)
}
