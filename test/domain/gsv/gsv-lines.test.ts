import { expect, test } from 'vitest'
import { addBusinessDays } from '../../../src/domain/calendar/working-calendar.ts'
import type { Morning } from '../../../src/domain/digest/morning.ts'
import { gsvLines, type SessionFacts } from '../../../src/domain/gsv/gsv-lines.ts'
import { Groups } from '../../../src/domain/region/groups.ts'
import { day } from '../arbitrary-dates.ts'
import { tokyo } from '../calendar/tokyo.ts'

const SESSION: SessionFacts = {
  meetingId: 'm',
  series: 'GSV',
  settings: Groups.parse({ count: 1 }),
  date: day('2026-06-17'),
  asked: [],
  declinedSince: false,
  groups: [
    { facilitatorId: 'leader', presenterId: 'presenter', memberIds: ['leader', 'presenter', 'other'] },
  ],
  preMeetingOn: day('2026-06-12'),
  preMeetings: [],
  confirmed: true,
  confirmedSince: false,
  changed: false,
  presentations: [{ id: 'p', memberId: 'presenter', hasOutcome: false, hasResult: false }],
}
const on = (today: string): Morning => ({
  today: day(today),
  since: addBusinessDays(tokyo(), day(today), -1) ?? day(today),
  calendar: tokyo(),
  settings: { renewalMonthsBefore: [], renewalInEndMonth: false, overdueGraceBusinessDays: 5 },
})
const told = (today: string, facts: Partial<SessionFacts> = {}) =>
  gsvLines({ ...SESSION, ...facts }, ['coordinator'], on(today)).map(({ to, line }) => `${to} ${line.kind}`)

test('the pre-meeting is told the business day before to both, the group to everybody', () => {
  expect(told('2026-06-10')).toEqual([])
  expect(told('2026-06-11')).toEqual(['leader prepare', 'presenter prepare'])
  expect(told('2026-06-16')).toEqual(['leader group', 'presenter group', 'other group'])
  expect(told('2026-06-17')).toEqual([])
})

test('who leads is asked on the day whether they met, then weekly until they say so or four weeks are over', () => {
  const asked = (today: string, facts: Partial<SessionFacts> = {}) =>
    told(today, facts).filter((line) => line.endsWith('prepared'))
  expect(asked('2026-06-11')).toEqual([])
  expect(asked('2026-06-12')).toEqual(['leader prepared'])
  expect(asked('2026-06-16')).toEqual([])
  for (const monday of ['2026-06-15', '2026-06-22', '2026-07-13'])
    expect(asked(monday)).toEqual(['leader prepared'])
  expect(asked('2026-07-20')).toEqual([])
  const held = { presenterId: 'presenter', on: day('2026-06-12'), isHeld: true, movedSince: false }
  for (const today of ['2026-06-12', '2026-06-15', '2026-06-22'])
    expect(asked(today, { preMeetings: [held] })).toEqual([])
})

test('put off, it is told to both at once and before its new day, and asked about then', () => {
  const put = { presenterId: 'presenter', on: day('2026-06-16'), isHeld: false, movedSince: false }
  const now = { preMeetings: [{ ...put, movedSince: true }] }
  expect(told('2026-06-11', now)).toEqual(['leader prepare', 'presenter prepare'])
  const then = { preMeetings: [put] }
  expect(told('2026-06-12', then)).toEqual([])
  expect(told('2026-06-15', then)).toEqual(['leader prepare', 'presenter prepare'])
  expect(told('2026-06-16', then)).toContain('leader prepared')
})

test('who is asked hears it when the asking begins, weekly, and when somebody said no; not once all have a case', () => {
  const open = { confirmed: false, groups: [], asked: ['one'] }
  expect(told('2026-05-26', open)).toEqual([])
  expect(told('2026-05-27', open)).toEqual(['one ask'])
  expect(told('2026-05-28', open)).toEqual([])
  expect(told('2026-05-28', { ...open, declinedSince: true })).toEqual(['one ask'])
  expect(told('2026-06-01', open)).toEqual(['one ask'])
  expect(told('2026-06-01', { asked: ['one'] })).toEqual([])
})

test('coordinators hear that groups are to be formed, then daily when it is late, and when others will come', () => {
  const open = { confirmed: false, groups: [] }
  expect(told('2026-06-05', open)).toEqual([])
  expect(told('2026-06-08', open)).toEqual(['coordinator form'])
  expect(told('2026-06-09', open)).toEqual([])
  expect(told('2026-06-11', open)).toEqual(['coordinator form'])
  expect(told('2026-06-12', open)).toEqual(['coordinator form'])
  expect(told('2026-06-15', { changed: true })).toContain('coordinator form')
})

test('the presenter is asked what they took away, and four weeks later what came of it, until they said it', () => {
  const met = { presenterId: 'presenter', on: day('2026-06-12'), isHeld: true, movedSince: false }
  const asked = (today: string, facts: Partial<SessionFacts> = {}) =>
    told(today, { preMeetings: [met], ...facts })
  expect(asked('2026-06-18')).toEqual(['presenter outcome'])
  expect(asked('2026-06-19')).toEqual([])
  expect(asked('2026-06-22')).toEqual(['presenter outcome'])
  const recorded = { presentations: [{ id: 'p', memberId: 'presenter', hasOutcome: true, hasResult: false }] }
  expect(asked('2026-06-22', recorded)).toEqual([])
  expect(asked('2026-07-15', recorded)).toEqual(['presenter result'])
  const known = { presentations: [{ id: 'p', memberId: 'presenter', hasOutcome: true, hasResult: true }] }
  expect(asked('2026-07-15', known)).toEqual([])
})
