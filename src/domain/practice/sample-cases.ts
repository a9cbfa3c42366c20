import { hasRole } from '../member/roles.ts'
import type { Interval, PlanKind, Validity } from '../monitoring/due-months.ts'
import type { Region } from '../region/region.ts'

/** An invented case: a code, who carries it, and a plan whose dates stand around the day it was made for. */
export type SampleCase = {
  code: string
  officeId: string
  memberId: string
  municipalityId?: string
  kind: PlanKind
  validity: Validity
  interval: Interval
  /** Due months before this one were kept. */
  keptBefore: Temporal.PlainYearMonth
}

/**
 * Cases to try the bot with, three for each specialist: a plan that begins this month and wants its review, one with
 * monitoring due this month, and one further along; an office's second specialist is a season further. The same day
 * gives the same cases.
 */
export const sampleCases = (region: Region, today: Temporal.PlainDate): SampleCase[] => {
  const month = today.toPlainYearMonth()
  const specialists = region.members.filter(
    (member) => member.office !== undefined && hasRole(member, 'specialist'),
  )
  return specialists.flatMap(({ id, office }, index) =>
    SHAPES.map(({ begunMonthsAgo, kind, interval }, shape): SampleCase => {
      const colleaguesBefore = specialists.slice(0, index).filter((one) => one.office === office).length
      const start = month.subtract({ months: (begunMonthsAgo + 3 * colleaguesBefore) % 12 })
      const last = start.add({ months: 11 })
      const municipality = region.offices.find((one) => one.id === office)?.municipality
      return {
        code: `S-${String(index * SHAPES.length + shape + 101).padStart(4, '0')}`,
        officeId: office ?? '',
        memberId: id,
        municipalityId: municipality,
        kind,
        validity: { start: start.toPlainDate({ day: 1 }), end: last.toPlainDate({ day: last.daysInMonth }) },
        interval,
        keptBefore: month,
      }
    }),
  )
}

const SHAPES = [
  { begunMonthsAgo: 0, kind: 'renewal', interval: 6 },
  { begunMonthsAgo: 5, kind: 'renewal', interval: 3 },
  { begunMonthsAgo: 8, kind: 'renewal', interval: 6 },
] as const
