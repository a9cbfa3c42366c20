import { expect, test } from 'vitest'
import { claimNotes, claimNotesOfPlan } from '../../../src/domain/monitoring/claims.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const recorded = (doneOn: string, outcome: Parameters<typeof claimNotes>[0]['outcome'] = 'as_planned') =>
  claimNotes({ dueMonth: Temporal.PlainYearMonth.from('2026-09'), doneOn: day(doneOn), outcome })

test('monitoring in its month with nothing to change needs no note', () => {
  expect(recorded('2026-09-30')).toEqual([])
})

test('leading to a new plan it is the plan alone; in another month the municipality comes first', () => {
  expect(recorded('2026-09-30', 'plan_change_needed')).toEqual(['plan_only'])
  expect(recorded('2026-10-01')).toEqual(['month_not_set'])
  expect(recorded('2026-10-01', 'plan_change_needed')).toEqual(['plan_only', 'month_not_set'])
})

test('where nobody was met there is nothing to claim', () => {
  expect(recorded('2026-10-01', 'could_not_meet')).toEqual([])
})

test('a plan made in a month in which monitoring was done too is noted', () => {
  expect(claimNotesOfPlan(day('2026-09-20'), [day('2026-09-03')])).toEqual(['plan_only'])
  expect(claimNotesOfPlan(day('2026-10-01'), [day('2026-09-03')])).toEqual([])
})
