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

/** 開会・報告事項・協議事項・その他・閉会, as nine municipalities' councils write it (REGULATION.md section d). */
const COUNCIL_SECTIONS = ['opening', 'report', 'discussion', 'other', 'closing'] as const

export type AgendaSection = SectionId | (typeof COUNCIL_SECTIONS)[number]

/** A body's sections by its kind, in the order of its 次第. */
export const AGENDA_TEMPLATES = {
  liaison: LIAISON_SECTIONS,
  plenary: COUNCIL_SECTIONS,
  steering: COUNCIL_SECTIONS,
  secretariat: COUNCIL_SECTIONS,
  subcommittee: COUNCIL_SECTIONS,
  working_group: COUNCIL_SECTIONS,
} as const satisfies Record<string, readonly AgendaSection[]>

/**
 * Minutes an item takes, where nothing else is said. A concise report and its answer; published boards take 3 to 6
 * minutes a case, and a GSV case half an hour. Printed council agendas give 5 for the opening, 20 and more for a
 * matter that is discussed.
 */
export const MINUTES_PER_ITEM: Readonly<Record<AgendaSection, number>> = {
  intake_decision: 5,
  plan_review: 6,
  monitoring_result: 4,
  gsv: 30,
  other: 5,
  notice: 3,
  opening: 5,
  report: 10,
  discussion: 20,
  closing: 3,
}
