import { describe, expect, test } from 'vitest'
import { disclose } from '../../../src/domain/agenda/disclose.ts'
import type { Clearance, Disclosure } from '../../../src/domain/agenda/disclosure.ts'
import type { MinutesContent } from '../../../src/domain/minutes/minutes-content.ts'
import { wholeAgenda } from '../../documents/sample-papers.ts'

const at = (level: Disclosure): Clearance =>
  level === 'topics' ? { level, codes: ['S-0142', 'U-012', '7', '20'] } : { level }

const minutes: MinutesContent = {
  startedAt: '2026-06-17T05:00:00Z',
  endedAt: '2026-06-17T06:00:00Z',
  items: [
    {
      position: 1,
      section: 'plan_review',
      topic: { form: 'plan_review', code: 'S-0142', planKind: 'new' },
      begun: true,
      carriedOver: false,
      decision: 'Ｓ－０１４２は、7人のうち6人が認めた。',
      followUps: [{ memberId: 'sakura', who: '架空 さくら', what: 's-0142に電話する', by: '2026-07-01' }],
    },
    {
      position: 2,
      section: 'intake_decision',
      topic: { form: 'intake', title: 'S-0142の姉 20代' },
      begun: true,
      carriedOver: false,
      followUps: [],
    },
  ],
  attendance: [{ memberId: 'sakura', name: '架空 さくら', office: 'くも', was: 'absent' }],
}

describe('an agenda', () => {
  const whole = {
    ...wholeAgenda(),
    changes: [
      {
        at: wholeAgenda().startsAt,
        by: '架空 さくら',
        what: 'added' as const,
        item: '事例検討 S-0142',
      },
    ],
  }
  const topicsOf = (level: Disclosure) => disclose(whole, at(level)).topics

  test('below codes holds none of the region’s codes in any text, wherever it was typed', () => {
    const shown = disclose(whole, at('topics'))
    const texts = JSON.stringify([[...shown.topics.values()], shown.changes])
    for (const code of ['S-0142', 's-0142', 'U-012']) expect(texts).not.toContain(code)
    expect([...shown.topics.values()].every(({ code }) => code === undefined)).toBe(true)
    expect(shown.startsAt.equals(whole.startsAt)).toBe(true)
    expect(shown.agenda.sections).toEqual(whole.agenda.sections)
  })

  test('names an intake by its title from codes on: who is taken in has no code yet', () => {
    expect(topicsOf('topics').get('intake-1')).toMatchObject({ form: 'intake', title: undefined })
    expect(topicsOf('codes').get('intake-1')?.title).toBe('U-012 市役所から')
    expect(topicsOf('topics').get('issue-1')?.title).toBe('移動支援の担い手が足りない')
  })

  test('lists papers of a case from codes on', () => {
    expect(topicsOf('topics').get('plan-1')?.paper).toBeUndefined()
    expect(topicsOf('codes').get('plan-1')?.paper?.title).toBe('生活の週間表')
  })

  test('opens what was written at summaries, codes at codes', () => {
    const written = (level: 'codes' | 'summaries') =>
      [...topicsOf(level).values()].flatMap((topic) => topic.written).length
    expect(written('codes')).toBe(0)
    expect(written('summaries')).toBeGreaterThan(0)
    expect(topicsOf('codes').get('plan-1')?.code).toBe('S-0142')
  })
})

test('minutes tell what was decided and given at any level, below codes without codes and without what an intake is called', () => {
  const shown = disclose(minutes, at('topics'))
  const [plan, intake] = shown.items
  expect(plan?.topic).toMatchObject({ form: 'plan_review', planKind: 'new', code: undefined })
  expect(plan?.decision).toBe('○○は、7人のうち6人が認めた。')
  expect(plan?.followUps[0]).toMatchObject({ what: '○○に電話する', by: '2026-07-01' })
  expect(intake?.topic).toMatchObject({ form: 'intake', title: undefined })
  expect(shown.startedAt).toBe(minutes.startedAt)
  expect(disclose(minutes, at('codes'))).toEqual(minutes)
})

test('why somebody was absent is in minutes at no level, whatever an earlier release stored', () => {
  const [one] = minutes.attendance
  const earlier = { ...one, reason: '本人の入院' }
  const stored = { ...minutes, attendance: [earlier] } as unknown as MinutesContent
  for (const level of ['topics', 'codes', 'summaries'] as const)
    expect(JSON.stringify(disclose(stored, at(level)))).not.toContain('入院')
})
