import { expect, test } from 'vitest'
import { GSV_MINUTES, GSV_PATTERNS, PATTERNS, stepsOf } from '../../../src/domain/gsv/patterns.ts'
import { catalogues } from '../../../src/text/catalogue.ts'

test.for(GSV_PATTERNS.flatMap((pattern) => GSV_MINUTES.map((minutes) => [pattern, minutes] as const)))(
  'the steps of %s in %i minutes take as long as the session',
  ([pattern, minutes]) => {
    expect(stepsOf(pattern, minutes).reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes)
  },
)

test('the strengths model goes its six steps; two hours hold two cases and a break', () => {
  const names = ['open', 'hand-out', 'ask-for-help', 'question', 'brainstorm', 'choose']
  expect(stepsOf('strengths', 30).map(({ name }) => name)).toEqual(names)
  const [open, ...of] = names
  expect(stepsOf('strengths', 120).map(({ name }) => name)).toEqual([open, ...of, 'break', ...of])
  expect(stepsOf('strengths', 120).map((step) => step.case)).toEqual([
    undefined,
    ...of.map(() => 1),
    undefined,
    ...of.map(() => 2),
  ])
})

test('every step, speaker and rule has its words in both languages', () => {
  for (const { gsv } of [catalogues.ja, catalogues.en])
    for (const pattern of GSV_PATTERNS) {
      expect(gsv.pattern[pattern]).toBeTruthy()
      for (const rule of PATTERNS[pattern].rules) expect(gsv.rule[rule]).toBeTruthy()
      for (const { name, speaker } of stepsOf(pattern, 120)) {
        expect(gsv.step[name]).toBeTruthy()
        expect(gsv.speaker[speaker]).toBeTruthy()
      }
    }
})
