/** ◯ yes, △ if needed, ✕ no. */
export const MARKS = ['yes', 'if_needed', 'no'] as const
export type Mark = (typeof MARKS)[number]

/** By the position of the day. */
export type Marks = Readonly<Record<string, Mark>>
export type PollDay = { position: number; startsAt: Temporal.Instant }
type Count = { yes: number; ifNeeded: number; no: number; silent: number }
export type DayCount = PollDay & { required: Count; all: Count }

/** What set the best day apart from the next best. */
type Because = 'only' | 'required_no' | 'required_yes' | 'yes' | 'no' | 'earliest'
export type BestDay = DayCount & { because: Because }

type Asked = { asked: readonly string[]; required: readonly string[] }

/** How each day stands. Who is no longer asked (a member who left) does not count. */
export const countDays = (
  days: readonly PollDay[],
  { asked, required }: Asked,
  answers: ReadonlyMap<string, Marks>,
): DayCount[] => {
  const needed = required.filter((id) => asked.includes(id))
  return days.map((day) => ({
    ...day,
    required: countOf(needed, day.position, answers),
    all: countOf(asked, day.position, answers),
  }))
}

const countOf = (people: readonly string[], position: number, answers: ReadonlyMap<string, Marks>): Count => {
  const count = { yes: 0, ifNeeded: 0, no: 0, silent: 0 }
  for (const id of people) {
    const mark = answers.get(id)?.[position]
    if (mark === 'yes') count.yes += 1
    else if (mark === 'if_needed') count.ifNeeded += 1
    else if (mark === 'no') count.no += 1
    else count.silent += 1
  }
  return count
}

/** Compares two days, the required people first. Negative where `a` is the better one. */
const ORDER: readonly { because: Because; compare: (a: DayCount, b: DayCount) => number }[] = [
  { because: 'required_no', compare: (a, b) => a.required.no - b.required.no },
  { because: 'required_yes', compare: (a, b) => b.required.yes - a.required.yes },
  { because: 'yes', compare: (a, b) => b.all.yes - a.all.yes },
  { because: 'no', compare: (a, b) => a.all.no - b.all.no },
  { because: 'earliest', compare: (a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt) },
]

const difference = (a: DayCount, b: DayCount): { because: Because; by: number } => {
  for (const { because, compare } of ORDER) {
    const by = compare(a, b)
    if (by !== 0) return { because, by }
  }
  return { because: 'earliest', by: 0 }
}

/** Picks the best day, with what set it apart. Undefined where there is none. */
export const bestDay = (days: readonly DayCount[]): BestDay | undefined => {
  const [best, next] = days.toSorted((a, b) => difference(a, b).by)
  if (!best) return undefined
  return { ...best, because: next ? difference(best, next).because : 'only' }
}

/** Whether the poll can be decided automatically: no required person cannot come, and somebody can. */
export const decidesItself = ({ required, all }: DayCount): boolean =>
  required.no === 0 && all.yes + all.ifNeeded > 0
