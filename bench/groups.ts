import { parseArgs } from 'node:util'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { formGroups, formWithLater, type Group, planGroups } from '../src/domain/gsv/form-groups.ts'
import { countMet } from '../src/domain/gsv/met.ts'
import type { Participant } from '../src/domain/gsv/participant.ts'

/**
 * Measures GSV groups: time, and repeated pairs. Run: `node bench/groups.ts [--json] [--reference MINUTES]`. The baseline
 * of time is a bare loop over as many random pairs; that of repetitions is the lower bound by counting and, with
 * --reference, the best of the same search restarted for so many minutes.
 */

const OFFICES_OF_60 = [6, 5, 5, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1]
const EVEN_12 = [3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
const UNEVEN_12 = [5, 4, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1]
const SESSIONS = 6
const ONE_SESSION_LOOKS = 200_000

/** Makes participants of equal experience: only who meets whom is measured. */
const peopleOf = (offices: readonly number[], facilitators: number): Participant[] =>
  offices.flatMap((count, office) =>
    Array.from({ length: count }, (_, at) => ({
      id: `person-${office}-${at}`,
      officeId: `office-${office}`,
      experienceYears: 3,
      mayFacilitate: at === 0 && office < facilitators,
    })),
  )

const milliseconds = (work: () => unknown): number => {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[3] ?? 0
}

const bareLoop = (people: number, looks: number): number => {
  const random = xoroshiro128plus(1)
  const met = new Int32Array(people * people)
  let sum = 0
  for (let left = looks; left > 0; left -= 1) {
    const pair = ((random.next() >>> 1) % people) * people + ((random.next() >>> 1) % people)
    sum += met[pair] ?? 0
  }
  return sum
}

const speed = () => {
  const people = peopleOf(OFFICES_OF_60, 15)
  const first = formGroups({ people }, { size: 5, seed: 1 })
  if (!first.ok) throw new Error(first.fault.reason)
  const met = countMet(first.groups.map(({ memberIds }) => memberIds))
  const ours = milliseconds(() => formGroups({ people, met }, { size: 5, seed: 2 }))
  const bare = milliseconds(() => bareLoop(people.length, ONE_SESSION_LOOKS))
  return { people: people.length, groups: first.groups.length, ms: ours, bareMs: bare, ratio: ours / bare }
}

const plan = (people: readonly Participant[], seed: number, evaluations?: number): Group[][] => {
  const sessions = Array.from({ length: SESSIONS }, () => ({}))
  const planned = planGroups({ people }, { size: 5, seed, sessions, evaluations })
  if (!planned.ok) throw new Error(planned.fault.reason)
  return planned.sessions
}

/** Plans as the product does: one session at a time, with the rest of the year in view. */
const oneByOne = (people: readonly Participant[]): { sessions: Group[][]; ms: number } => {
  const sessions: Group[][] = []
  const start = performance.now()
  for (let seed = 1; seed <= SESSIONS; seed += 1) {
    const before = sessions.flat()
    const met = countMet(before.map(({ memberIds }) => memberIds))
    const led = before.map(({ facilitatorId }) => facilitatorId)
    const formed = formWithLater({ people, met, led }, { size: 5, seed, later: SESSIONS - seed })
    if (!formed.ok) throw new Error(formed.fault.reason)
    sessions.push(formed.groups)
  }
  return { sessions, ms: (performance.now() - start) / SESSIONS }
}

const measure = (people: readonly Participant[], sessions: readonly Group[][]) => {
  const offices = new Map(people.map(({ id, officeId }) => [id, officeId]))
  const met = countMet(sessions.flat().map(({ memberIds }) => memberIds))
  return {
    colleagues: met.filter(({ pair: [one, other] }) => offices.get(one) === offices.get(other)).length,
    repeated: met.reduce((sum, { times }) => sum + times - 1, 0),
  }
}

/** Lower bound by counting: each sits with four others six times; the pairs missing for that, halved, must repeat. */
const leastRepeated = (people: readonly Participant[]): number => {
  const seats = SESSIONS * 4
  const lack = people.map((one) => {
    const others = people.filter(
      (other) =>
        other.id !== one.id && other.officeId !== one.officeId && !(one.mayFacilitate && other.mayFacilitate),
    )
    return Math.max(0, seats - others.length)
  })
  return Math.ceil(lack.reduce((sum, one) => sum + one, 0) / 2)
}

const reference = (people: readonly Participant[], minutes: number): number => {
  const end = performance.now() + minutes * 60_000
  let best = Number.POSITIVE_INFINITY
  for (let seed = 1_000; performance.now() < end; seed += 1)
    best = Math.min(best, measure(people, plan(people, seed, 10_000_000)).repeated)
  return best
}

const year = (offices: readonly number[], minutes: number | undefined) => {
  const people = peopleOf(offices, 5)
  const start = performance.now()
  const ours = measure(people, plan(people, 2026))
  const seconds = (performance.now() - start) / 1_000
  const least = leastRepeated(people)
  const single = oneByOne(people)
  const each = { oneByOne: measure(people, single.sessions).repeated, oneByOneMs: single.ms }
  if (minutes === undefined) return { ...ours, ...each, least, seconds }
  const best = reference(people, minutes)
  return { ...ours, ...each, least, seconds, reference: best, ratio: ours.repeated / best }
}

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, reference: { type: 'string' } },
})
const minutes = values.reference === undefined ? undefined : Number(values.reference)
const figures = {
  sixtyPeople: speed(),
  yearOf25: { evenOffices: year(EVEN_12, minutes), unevenOffices: year(UNEVEN_12, minutes) },
}
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`)
else {
  const { sixtyPeople, yearOf25 } = figures
  process.stdout.write(
    `60 people in ${sixtyPeople.groups} groups: ${sixtyPeople.ms.toFixed(0)} ms, ${sixtyPeople.ratio.toFixed(1)} times a bare loop\n`,
  )
  for (const [name, of] of Object.entries(yearOf25))
    process.stdout.write(
      `25 people, 6 sessions, ${name}: ${of.repeated} met again (at least ${of.least}${'reference' in of ? `, best found ${of.reference}` : ''}), ${of.colleagues} with a colleague, ${of.seconds.toFixed(1)} s; one by one ${of.oneByOne}, ${of.oneByOneMs.toFixed(0)} ms each\n`,
    )
}
