/** The walk is parted in two, which go beside each other. */
export const CASE_SIDE: ReadonlySet<string> = new Set([
  'case',
  'plan',
  'summary',
  'monitoring',
  'openings',
  'absence',
  'followup',
  'handover',
  'visit',
])

/** On a machine with much else to do. */
export const LONGEST = 600_000
