import { MINUTES_PER_ITEM, type SectionId } from '../agenda/templates.ts'

/** What a summary is about: the case's current plan, the case itself, or no case at all. */
type Subject = 'plan' | 'case' | 'none'
type FieldShape = { name: string; maxLength: number }
type SummaryForm = {
  section: SectionId
  about: Subject
  /** The first field of one without a case is its title on the agenda: kept to a line. */
  fields: readonly FieldShape[]
}

/**
 * The forms by which something comes on the liaison meeting's agenda, with the fields that seed 001 lists for its
 * sections (プラン検討: アセスメント・本人等の意向・支援方針・支援内容) and published GSV and case study sheets ask for. Lengths are
 * what can be said concisely: 300 characters a minute.
 */
export const SUMMARY_FORMS = {
  intake: {
    section: 'intake_decision',
    about: 'none',
    fields: [
      { name: 'topic', maxLength: 40 },
      { name: 'situation', maxLength: 400 },
      { name: 'wishes', maxLength: 200 },
      { name: 'proposal', maxLength: 200 },
    ],
  },
  plan_review: {
    section: 'plan_review',
    about: 'plan',
    fields: [
      { name: 'assessment', maxLength: 600 },
      { name: 'wishes', maxLength: 300 },
      { name: 'policy', maxLength: 300 },
      { name: 'content', maxLength: 600 },
    ],
  },
  monitoring_result: {
    section: 'monitoring_result',
    about: 'case',
    fields: [
      { name: 'progress', maxLength: 400 },
      { name: 'change', maxLength: 300 },
      { name: 'proposal', maxLength: 200 },
    ],
  },
  gsv_strengths: {
    section: 'gsv',
    about: 'case',
    fields: [
      { name: 'strengths', maxLength: 600 },
      { name: 'wishes', maxLength: 300 },
      { name: 'help', maxLength: 200 },
    ],
  },
  gsv_supporter: {
    section: 'gsv',
    about: 'case',
    fields: [
      { name: 'situation', maxLength: 600 },
      { name: 'feeling', maxLength: 300 },
      { name: 'help', maxLength: 200 },
    ],
  },
  case_study: {
    section: 'other',
    about: 'case',
    fields: [
      { name: 'reason', maxLength: 200 },
      { name: 'progress', maxLength: 900 },
      { name: 'assessment', maxLength: 600 },
      { name: 'question', maxLength: 200 },
    ],
  },
  priority_review: {
    section: 'other',
    about: 'case',
    fields: [
      { name: 'progress', maxLength: 400 },
      { name: 'wishes', maxLength: 200 },
      { name: 'question', maxLength: 200 },
    ],
  },
  regional_issue: {
    section: 'other',
    about: 'none',
    fields: [
      { name: 'topic', maxLength: 40 },
      { name: 'background', maxLength: 400 },
      { name: 'proposal', maxLength: 300 },
    ],
  },
  notice: {
    section: 'notice',
    about: 'none',
    fields: [
      { name: 'topic', maxLength: 40 },
      { name: 'content', maxLength: 300 },
    ],
  },
} as const satisfies Record<string, SummaryForm>

export type FormName = keyof typeof SUMMARY_FORMS
export const FORM_NAMES = Object.keys(SUMMARY_FORMS) as [FormName, ...FormName[]]

/** What somebody writes of a case, or of a person who has no code yet: also its title, and the papers given with it. */
export const tellsOfPerson = (form: FormName): boolean =>
  form === 'intake' || SUMMARY_FORMS[form].about !== 'none'

/** Characters a minute of a report in a meeting. */
export const SPEAKING_PER_MINUTE = 300

/** What is asked and answered after a report. */
const DISCUSSION_MINUTES = 2

/** Minutes an item takes on an agenda: by its kind, and more where reading it out alone takes that long. */
export const estimatedMinutes = (form: FormName, fields: Record<string, string>): number => {
  const characters = Object.values(fields).reduce((sum, text) => sum + text.length, 0)
  const spoken = Math.ceil(characters / SPEAKING_PER_MINUTE) + DISCUSSION_MINUTES
  return Math.max(MINUTES_PER_ITEM[SUMMARY_FORMS[form].section], spoken)
}
