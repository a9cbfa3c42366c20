import { storePlan } from '../../src/actions/plan/plan-months.ts'
import { INTERVALS, type Interval, type PlanKind } from '../../src/domain/monitoring/due-months.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { addCase } from '../../src/store/case/cases.ts'
import type { Scope } from '../../src/store/engine/database.ts'

/** The same numbers every time: a linear congruential generator, good enough to spread things about. */
export const dice = (seed: number) => {
  let state = seed
  const roll = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    chance: (probability: number): boolean => roll() < probability,
    below: (n: number): number => Math.floor(roll() * n),
  }
}
export type Dice = ReturnType<typeof dice>

/** How many of a hundred plans have each interval: adults at the end of March 2022. */
const SHARES: Record<Interval, number> = { 1: 6, 2: 1, 3: 34, 4: 3, 6: 55, 12: 1 }

const anInterval = (random: Dice): Interval => {
  let left = random.below(100)
  for (const interval of INTERVALS) {
    left -= SHARES[interval]
    if (left < 0) return interval
  }
  return 6
}

/** Cases spread over the specialists and over the months in which their plans begin. */
export const addCases = async (
  scope: Scope,
  region: Region,
  count: number,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
  random: Dice,
): Promise<void> => {
  const specialists = region.members.filter(
    ({ office, roles }) => office !== undefined && roles.includes('specialist'),
  )
  for (let number = 0; number < count; number += 1) {
    const specialist = specialists[number % specialists.length]
    if (!specialist?.office) throw new Error('a specialist without an office')
    const municipalityId = region.offices.find(({ id }) => id === specialist.office)?.municipality
    const kase = await addCase(
      scope,
      {
        code: `Y-${String(number).padStart(4, '0')}`,
        officeId: specialist.office,
        memberId: specialist.id,
        ...(municipalityId ? { municipalityId } : {}),
        ...(random.chance(0.05) ? { needLevel: 1 + random.below(3), needLevelSince: today } : {}),
      },
      now,
    )
    if (!kase) throw new Error('a code was taken')
    const start = today.with({ day: 1 }).subtract({ months: random.below(12) })
    const end = start.add({ years: 1 }).subtract({ days: 1 })
    const kind: PlanKind = random.chance(0.1) ? 'new' : 'renewal'
    const plan = { caseId: kase.id, kind, validity: { start, end }, lines: [], interval: anInterval(random) }
    await storePlan(scope, plan, now)
  }
}
