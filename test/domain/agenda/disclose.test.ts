import { describe, expect, test } from 'vitest'
import { disclose, withoutCodes } from '../../../src/domain/agenda/disclose.ts'
import type { MinutesContent } from '../../../src/domain/minutes/minutes-content.ts'
import { agendaView } from '../../documents/sample-papers.ts'

const CODES = ['S-0142', 'U-012', '7', '20']

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
  ],
  attendance: [
    { memberId: 'sakura', name: '架空 さくら', office: 'くも', was: 'absent', reason: 'S-0142の訪問' },
  ],
}

describe('an agenda', () => {
  const whole = {
    ...agendaView(),
    codes: CODES,
    changes: [
      {
        at: agendaView().startsAt,
        by: '架空 さくら',
        what: 'added' as const,
        item: '事例検討 S-0142',
      },
    ],
  }

  test('below codes holds none of the region’s codes in any text, wherever it was typed', () => {
    const shown = disclose(whole, 'topics', whole.codes)
    const texts = JSON.stringify([[...shown.topics.values()], shown.changes])
    for (const code of ['S-0142', 's-0142', 'U-012']) expect(texts).not.toContain(code)
    expect(shown.topics.get('intake-1')?.title).toBe('○○ 市役所から')
    expect([...shown.topics.values()].every(({ code }) => code === undefined)).toBe(true)
    expect(shown.startsAt.equals(whole.startsAt)).toBe(true)
    expect(shown.agenda.sections).toEqual(whole.agenda.sections)
  })

  test('opens what was written at summaries, codes at codes', () => {
    const written = (level: 'codes' | 'summaries') =>
      [...disclose(whole, level, whole.codes).topics.values()].flatMap((topic) => topic.written).length
    expect(written('codes')).toBe(0)
    expect(written('summaries')).toBeGreaterThan(0)
    expect(disclose(whole, 'codes', whole.codes).topics.get('plan-1')?.code).toBe('S-0142')
  })
})

test('minutes tell what was decided and given at any level, below codes without codes', () => {
  const shown = disclose(minutes, 'topics', CODES)
  expect(shown.items[0]?.topic).toMatchObject({ form: 'plan_review', planKind: 'new', code: undefined })
  expect(shown.items[0]?.decision).toBe('○○は、7人のうち6人が認めた。')
  expect(shown.items[0]?.followUps[0]).toMatchObject({ what: '○○に電話する', by: '2026-07-01' })
  expect(shown.attendance[0]?.reason).toBe('○○の訪問')
  expect(shown.startedAt).toBe(minutes.startedAt)
  expect(disclose(minutes, 'codes', CODES)).toEqual(minutes)
})

test('a code is a whole word in any width; one of few digits alone cannot be told from a number', () => {
  const known = ['S-0142', '2026', '12']
  const read = (text: string) => withoutCodes(text, known)
  expect(read('S-01421 XS-0142 S-0142-2 S-014')).toBe('S-01421 XS-0142 S-0142-2 S-014')
  expect(read('Ｓ‐０１４２、ｓ-0142。（S-0142）')).toBe('○○、○○。（○○）')
  expect(read('12人、2026年、2026-06-17')).toBe('12人、○○年、2026-06-17')
  expect(read('https://papers.example.jp/s-0142')).toBe('https://papers.example.jp/○○')
})
