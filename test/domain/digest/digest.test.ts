import { expect, test } from 'vitest'
import type { AgendaMonth } from '../../../src/cards/digest/meetings.ts'
import { type Morning, monthBegan, newOrWeekly } from '../../../src/domain/digest/morning.ts'
import {
  escalatedMonths,
  monthsOfNow,
  type OpenMonth,
  overdueMonths,
  type ProposedInterval,
} from '../../../src/domain/monitoring/telling.ts'
import { type EndingPlan, lapsedPlans, renewalsToTell } from '../../../src/domain/plan/telling.ts'
import { tokyo } from '../calendar/tokyo.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const month = (iso: string) => Temporal.PlainYearMonth.from(iso)
const settings = { renewalMonthsBefore: [3, 2, 1], renewalInEndMonth: true, overdueGraceBusinessDays: 5 }
const morning = (today: string, since: string) => ({
  today: day(today),
  since: day(since),
  calendar: tokyo(),
  settings,
})

type Facts = {
  monitorings: OpenMonth[]
  ofOthers: OpenMonth[]
  plans: EndingPlan[]
  proposals: ProposedInterval[]
  lastMonth: AgendaMonth[]
}
const NOTHING: Facts = { monitorings: [], ofOthers: [], plans: [], proposals: [], lastMonth: [] }

/** What the sections' rules say of these facts. */
const digestOf = (facts: Facts, now: Morning) => ({
  overdue: overdueMonths(facts.monitorings, now),
  thisMonth: monthsOfNow(facts.monitorings, now),
  escalated: escalatedMonths(facts.ofOthers, now),
  lapsed: lapsedPlans(facts.plans, now),
  renewals: renewalsToTell(facts.plans, now),
  proposals: newOrWeekly(facts.proposals, now),
  lastMonth: monthBegan(now) ? facts.lastMonth : [],
})
const sizeOf = (digest: ReturnType<typeof digestOf>): number =>
  Object.values(digest).reduce((sum, items) => sum + items.length, 0)

const open = (dueMonth: string) => ({
  id: dueMonth,
  code: 'S-0001',
  memberId: 'riku',
  dueMonth: month(dueMonth),
})
const plan = (validTo: string) => ({ code: 'S-0001', memberId: 'riku', validTo: day(validTo) })

test('open months are told on the first business day of the week, and on no other', () => {
  const facts = { ...NOTHING, monitorings: [open('2026-08'), open('2026-09')] }
  const monday = digestOf(facts, morning('2026-09-14', '2026-09-11'))
  expect(monday.overdue.map(({ id }) => id)).toEqual(['2026-08'])
  expect(monday.thisMonth.map(({ id }) => id)).toEqual(['2026-09'])
  expect(sizeOf(digestOf(facts, morning('2026-09-15', '2026-09-14')))).toBe(0)
})

test('after a Monday that was closed they come on Tuesday, and after an outage on the day the bot is back', () => {
  const facts = { ...NOTHING, monitorings: [open('2026-09')] }
  expect(digestOf(facts, morning('2026-09-24', '2026-09-18')).thisMonth).toHaveLength(1)
  expect(digestOf(facts, morning('2026-09-16', '2026-09-11')).thisMonth).toHaveLength(1)
})

test('last month’s agendas are told once, when the month has begun', () => {
  const last = { name: '連絡会', month: month('2026-09'), items: 40, withoutTime: 3 }
  const facts = { ...NOTHING, lastMonth: [last] }
  expect(digestOf(facts, morning('2026-10-01', '2026-09-30')).lastMonth).toEqual([last])
  expect(digestOf(facts, morning('2026-10-05', '2026-10-02')).lastMonth).toEqual([])
})

test('a month that begins midweek is told on its first business day', () => {
  const facts = { ...NOTHING, monitorings: [open('2026-10')] }
  expect(digestOf(facts, morning('2026-10-01', '2026-09-30')).thisMonth).toHaveLength(1)
})

test('the end of a plan is told three, two and one month before and at the start of its last month, once each', () => {
  const facts = { ...NOTHING, plans: [plan('2027-03-31')] }
  const told: string[] = []
  let since = day('2026-11-30')
  for (let today = day('2026-12-01'); Temporal.PlainDate.compare(today, day('2027-03-31')) <= 0; ) {
    const tells = digestOf(facts, { ...morning('2026-12-01', '2026-12-01'), today, since }).renewals
    if (tells.length > 0) told.push(today.toString())
    since = today
    today = today.add({ days: 1 })
  }
  expect(told).toEqual(['2026-12-28', '2027-01-29', '2027-02-26', '2027-03-01'])
})

test('a step of the ladder that fell into an outage is told on the morning after it', () => {
  const facts = { ...NOTHING, plans: [plan('2027-03-31')] }
  expect(digestOf(facts, morning('2027-02-03', '2027-01-28')).renewals).toHaveLength(1)
})

test('a plan that ended with none after it is named weekly until there is one', () => {
  const facts = { ...NOTHING, plans: [plan('2026-08-31')] }
  expect(digestOf(facts, morning('2026-09-14', '2026-09-11')).lapsed).toHaveLength(1)
  expect(digestOf(facts, morning('2026-09-15', '2026-09-14')).lapsed).toHaveLength(0)
})

test('what a specialist leaves open reaches the coordinator only after the grace', () => {
  const facts = { ...NOTHING, ofOthers: [open('2026-08')] }
  expect(digestOf(facts, morning('2026-09-01', '2026-08-31')).escalated).toHaveLength(0)
  expect(digestOf(facts, morning('2026-09-07', '2026-09-04')).escalated).toHaveLength(1)
  expect(digestOf(facts, morning('2026-09-08', '2026-09-07')).escalated).toHaveLength(0)
  expect(digestOf(facts, morning('2026-09-14', '2026-09-11')).escalated).toHaveLength(1)
})

test('a proposed interval is told when it is new, and weekly while it waits', () => {
  const proposal = { id: 'p', code: 'S-0001', memberId: 'riku', intervalMonths: 3, isNew: true }
  const told = (isNew: boolean, today: string, since: string) =>
    digestOf({ ...NOTHING, proposals: [{ ...proposal, isNew }] }, morning(today, since)).proposals
  expect(told(true, '2026-09-16', '2026-09-15')).toHaveLength(1)
  expect(told(false, '2026-09-17', '2026-09-16')).toHaveLength(0)
  expect(told(false, '2026-09-24', '2026-09-18')).toHaveLength(1)
})
