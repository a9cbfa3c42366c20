import { dueMonths, type Interval, type PlanKind } from '../src/domain/monitoring/due-months.ts'

/**
 * Measures the due months of the nation's 1.2 million plans, with the real distribution of intervals. The baseline is a
 * bare loop that counts the same months as numbers. Run: `node bench/due-months.ts [--json]`.
 */

const PLANS = 1_200_000
/** Of a hundred plans at the end of March 2022, adults and children together. */
const SPREAD: [Interval, number][] = [
  [1, 5],
  [2, 1],
  [3, 28],
  [4, 3],
  [6, 59],
  [12, 4],
]
const INTERVALS = SPREAD.flatMap(([interval, share]) => Array.from({ length: share }, () => interval))

const starts = Array.from({ length: 24 }, (_, index) =>
  Temporal.PlainDate.from('2025-04-01').add({ months: index }),
)
const validities = starts.map((start) => ({ start, end: start.add({ years: 1 }).subtract({ days: 1 }) }))

const timed = (work: () => number): { seconds: number; months: number } => {
  const begin = performance.now()
  const months = work()
  return { seconds: (performance.now() - begin) / 1_000, months }
}

const ours = timed(() => {
  let months = 0
  for (let plan = 0; plan < PLANS; plan += 1) {
    const kind: PlanKind = plan % 10 === 0 ? 'new' : 'renewal'
    const interval = INTERVALS[plan % 100] ?? 6
    const validity = validities[plan % validities.length]
    if (validity) months += dueMonths({ lines: [], validity, kind, interval })?.months.length ?? 0
  }
  return months
})
const bare = timed(() => {
  let months = 0
  for (let plan = 0; plan < PLANS; plan += 1) {
    const interval = INTERVALS[plan % 100] ?? 6
    for (let month = 11; month >= 0; month -= interval) months += 1
  }
  return months
})

const result = {
  plans: PLANS,
  seconds: ours.seconds,
  months: ours.months,
  bareSeconds: bare.seconds,
  ratio: ours.seconds / bare.seconds,
}
console.log(JSON.stringify(result, null, process.argv.includes('--json') ? 0 : 2))
