/** 相談支援連絡会議の次第: the six sections, in order (seed 001). */
export const LIAISON_SECTIONS = [
  'intake_decision',
  'plan_review',
  'monitoring_result',
  'gsv',
  'other',
  'notice',
] as const
export type SectionId = (typeof LIAISON_SECTIONS)[number]

/**
 * Minutes an item takes, where nothing else is said. A concise report and its answer; published boards take 3 to 6
 * minutes a case, and a GSV case half an hour.
 */
export const MINUTES_PER_ITEM: Readonly<Record<SectionId, number>> = {
  intake_decision: 5,
  plan_review: 6,
  monitoring_result: 4,
  gsv: 30,
  other: 5,
  notice: 3,
}
