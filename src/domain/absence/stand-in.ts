/** A member is away, both days included, and the deputy is asked in their place. */
export type Leave = { memberId: string; deputyId: string; from: Temporal.PlainDate; to: Temporal.PlainDate }

const covers = ({ from, to }: Leave, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0

/**
 * Who is asked for somebody's work on a day: themselves, their deputy, or, where the deputy is away too, the deputy's.
 * Undefined where everybody in the chain is away: then it is the coordinators' to see.
 */
export const askedFor = (
  memberId: string,
  leaves: readonly Leave[],
  day: Temporal.PlainDate,
): string | undefined => {
  const seen = new Set<string>()
  let at = memberId
  while (!seen.has(at)) {
    seen.add(at)
    const here = at
    const leave = leaves.find((one) => one.memberId === here && covers(one, day))
    if (!leave) return at
    at = leave.deputyId
  }
  return undefined
}

/** Whose work a member does on a day besides their own. */
export const standsInFor = (
  memberId: string,
  leaves: readonly Leave[],
  day: Temporal.PlainDate,
): string[] => {
  const away = new Set(leaves.filter((leave) => covers(leave, day)).map((leave) => leave.memberId))
  return [...away].filter((other) => other !== memberId && askedFor(other, leaves, day) === memberId)
}
