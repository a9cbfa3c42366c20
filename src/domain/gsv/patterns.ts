/**
 * The two patterns of GSV (seed 003, 埼葛北地区): `strengths` thinks from the user with the strengths model,
 * `supporter` answers a supporter's own worry. The words for steps and rules are in src/text.
 */
export type GsvPattern = 'strengths' | 'supporter'
export const GSV_PATTERNS = ['strengths', 'supporter'] as const satisfies readonly GsvPattern[]

type Speaker = 'facilitator' | 'presenter' | 'members' | 'everybody'
type StrengthsStep = 'open' | 'hand-out' | 'ask-for-help' | 'question' | 'brainstorm' | 'choose'
type SupporterStep = 'prepare' | 'present' | 'clarify' | 'affirm' | 'reflect' | 'close'
type GsvStepName = StrengthsStep | SupporterStep | 'break'

/** `case` counts from 1; steps of the whole session have none. */
export type GsvStep = { name: GsvStepName; minutes: number; speaker: Speaker; case?: number }

export type GsvRule =
  | 'no-advice-yet'
  | 'no-conclusions'
  | 'odd-ideas-welcome'
  | 'many-ideas'
  | 'build-on-others'
  | 'everybody-supervises'
  | 'presenter-listens'
  | 'in-turn'
  | 'affirm-first'
  | 'not-for-crises'

export const GSV_MINUTES = [30, 60, 120] as const
export type GsvMinutes = (typeof GSV_MINUTES)[number]

/** What a case takes, step by step, in presets of 30 and 60 minutes; the first step is the session's own. */
type Steps = readonly { name: GsvStepName; speaker: Speaker; in30: number; in60: number }[]

/**
 * Strengths-model GSV: order, speakers and rules as published (REGULATION.md section c, S24, S26); of the minutes
 * only the whole is (30 to 60 a case, two hours for two to four), the steps' own are the field's custom.
 */
const STRENGTHS: Steps = [
  { name: 'open', speaker: 'facilitator', in30: 3, in60: 5 },
  { name: 'hand-out', speaker: 'presenter', in30: 1, in60: 2 },
  { name: 'ask-for-help', speaker: 'presenter', in30: 3, in60: 5 },
  { name: 'question', speaker: 'members', in30: 7, in60: 15 },
  { name: 'brainstorm', speaker: 'members', in30: 11, in60: 25 },
  { name: 'choose', speaker: 'presenter', in30: 5, in60: 8 },
]

/**
 * Support for the supporter: seed 003 says what it is for and not how it runs, so it runs as the published
 * solution-focused team does (REGULATION.md section c, S29): at most 30 minutes a case in its short form.
 */
const SUPPORTER: Steps = [
  { name: 'prepare', speaker: 'facilitator', in30: 2, in60: 5 },
  { name: 'present', speaker: 'presenter', in30: 6, in60: 10 },
  { name: 'clarify', speaker: 'members', in30: 6, in60: 15 },
  { name: 'affirm', speaker: 'members', in30: 4, in60: 8 },
  { name: 'reflect', speaker: 'members', in30: 8, in60: 15 },
  { name: 'close', speaker: 'presenter', in30: 4, in60: 7 },
]

/** `size`: how many in a group. `ideas`: how many a brainstorm brings, where published. */
export const PATTERNS: Readonly<
  Record<
    GsvPattern,
    {
      size: { least: number; best: number; most: number }
      ideas?: { least: number; most: number }
      rules: readonly GsvRule[]
      steps: Steps
    }
  >
> = {
  strengths: {
    size: { least: 3, best: 5, most: 8 },
    ideas: { least: 20, most: 40 },
    rules: [
      'no-advice-yet',
      'no-conclusions',
      'odd-ideas-welcome',
      'many-ideas',
      'build-on-others',
      'everybody-supervises',
      'presenter-listens',
      'not-for-crises',
    ],
    steps: STRENGTHS,
  },
  supporter: {
    size: { least: 4, best: 6, most: 10 },
    rules: ['affirm-first', 'in-turn', 'presenter-listens', 'everybody-supervises', 'not-for-crises'],
    steps: SUPPORTER,
  },
}

const BREAK: GsvStep = { name: 'break', minutes: 5, speaker: 'everybody' }

/** A session's steps in order; their minutes are the session's. In 120 minutes two cases, each as long as in 60. */
export const stepsOf = (pattern: GsvPattern, minutes: GsvMinutes): GsvStep[] => {
  const [first, ...steps] = PATTERNS[pattern].steps
  if (!first) return []
  const length = minutes === 30 ? 'in30' : 'in60'
  const opening = { name: first.name, speaker: first.speaker, minutes: first[length] }
  const caseSteps = (number: number): GsvStep[] =>
    steps.map((step) => ({ name: step.name, speaker: step.speaker, minutes: step[length], case: number }))
  return minutes === 120 ? [opening, ...caseSteps(1), BREAK, ...caseSteps(2)] : [opening, ...caseSteps(1)]
}
