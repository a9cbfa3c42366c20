import type { Interval } from './due-months.ts'

/**
 * 標準期間: what 施行規則 第6条の16 gives as a factor for the municipality, which fixes each person's interval. Sources:
 * the ministry's table of 2011 and the revision of 2018 as reproduced, R3 Q&A q.38 and R6 Q&A q.60. Paragraph numbers
 * are left out because they moved in October 2025.
 */

export const SERVICES = [
  'home_help',
  'severe_visiting_care',
  'accompanying',
  'behaviour_support',
  'short_stay',
  'transition_to_work',
  'self_reliance_training',
  'retention_support',
  'independent_living_aid',
  'day_support_group_home',
  'life_care',
  'continued_work_a',
  'continued_work_b',
  'group_home',
  'community_transition',
  'facility_admission',
  'medical_care',
  'comprehensive_support',
  'child_day_services',
  'work_choice',
] as const
export type Service = (typeof SERVICES)[number]

export const CIRCUMSTANCES = [
  'new_or_changed',
  'left_facility',
  'cannot_coordinate',
  'comprehensive_need',
  'elderly_without_ltc_manager',
] as const
export type Circumstance = (typeof CIRCUMSTANCES)[number]

/** Where the Q&A calls a shorter interval desirable (R3 q.38, R6 q.60). */
export const SHORTER_REASONS = [
  'after_intensive_support',
  'provider_changes',
  'unsteady_use',
  'medical_liaison',
  'several_services',
  'unstable_relations',
  'school_holidays',
  'preschool_worries',
] as const
export type ShorterReason = (typeof SHORTER_REASONS)[number]

type Row = {
  id: string
  /** Any of these services; absent: whatever the services. */
  services?: readonly Service[]
  circumstance?: Circumstance
  months: Interval | undefined
  /** Since when the row stands, as far as it could be read. */
  since: string
  /** Read in a source, or background knowledge of the field that a user should confirm. */
  certain: boolean
}

/** Rows 1 to 13 of the standard. `months` undefined: no standard was found. */
const STANDARD_INTERVALS: readonly Row[] = [
  { id: 'new_or_changed', circumstance: 'new_or_changed', months: 1, since: '2012-04', certain: true },
  { id: 'left_facility', circumstance: 'left_facility', months: 1, since: '2012-04', certain: true },
  { id: 'cannot_coordinate', circumstance: 'cannot_coordinate', months: 1, since: '2012-04', certain: true },
  {
    id: 'comprehensive_need',
    circumstance: 'comprehensive_need',
    months: 1,
    since: '2012-04',
    certain: true,
  },
  {
    id: 'home_services',
    services: [
      'home_help',
      'severe_visiting_care',
      'accompanying',
      'behaviour_support',
      'short_stay',
      'transition_to_work',
      'self_reliance_training',
    ],
    months: 3,
    since: '2018-04',
    certain: false,
  },
  {
    id: 'services_of_2018',
    services: ['retention_support', 'independent_living_aid', 'day_support_group_home'],
    months: 3,
    since: '2018-04',
    certain: false,
  },
  {
    id: 'elderly',
    circumstance: 'elderly_without_ltc_manager',
    months: 3,
    since: '2018-04',
    certain: false,
  },
  {
    id: 'day_services',
    services: ['life_care', 'continued_work_a', 'continued_work_b', 'group_home'],
    months: 6,
    since: '2012-04',
    certain: false,
  },
  {
    id: 'community_transition',
    services: ['community_transition'],
    months: 6,
    since: '2012-04',
    certain: false,
  },
  {
    id: 'facilities',
    services: ['facility_admission', 'medical_care', 'comprehensive_support'],
    months: 6,
    since: '2018-04',
    certain: false,
  },
  { id: 'children', services: ['child_day_services'], months: 6, since: '2012-04', certain: false },
  { id: 'work_choice', services: ['work_choice'], months: undefined, since: '2025-10', certain: false },
]

export type IntervalSuggestion = {
  /** Undefined where no standard was found for what was named. */
  months: Interval | undefined
  /** The rows that apply, the shortest first. */
  rows: Row[]
  /** False: to be confirmed with the municipality before relying on it. */
  certain: boolean
  shorterDesirable: ShorterReason[]
}

/** The standard that applies: of several the shortest (rows 1 to 7 come before the services' own). */
export const suggestInterval = (facts: {
  services: readonly Service[]
  circumstances: readonly Circumstance[]
  reasons: readonly ShorterReason[]
}): IntervalSuggestion => {
  const applies = ({ services, circumstance }: Row): boolean =>
    circumstance !== undefined
      ? facts.circumstances.includes(circumstance)
      : (services ?? []).some((service) => facts.services.includes(service))
  const rows = STANDARD_INTERVALS.filter(applies).toSorted(
    (a, b) => (a.months ?? Number.POSITIVE_INFINITY) - (b.months ?? Number.POSITIVE_INFINITY),
  )
  const [shortest] = rows
  return {
    months: shortest?.months,
    rows,
    certain: shortest?.certain ?? false,
    shorterDesirable: shortest?.months !== undefined && shortest.months > 1 ? [...facts.reasons] : [],
  }
}
