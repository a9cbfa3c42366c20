import type { Finding, FindingKind } from './finding.ts'

/** What to write in its place: the key of a sentence, which lives in the catalogues. */
export type Suggestion =
  | 'letter'
  | 'municipality'
  | 'birth_year'
  | 'leave_out'
  | 'case_code'
  | 'contact_kind'
  | 'car'
  | 'school_year'

/** After the ministry's and a prefecture's forms for submitted cases (REGULATION.md section e): letters, no initials. */
export const SUGGESTIONS: Readonly<Record<FindingKind, Suggestion>> = {
  person_name: 'letter',
  address: 'municipality',
  birth_date: 'birth_year',
  phone: 'leave_out',
  email: 'leave_out',
  certificate_number: 'case_code',
  my_number: 'leave_out',
  postal_code: 'municipality',
  chat_id: 'contact_kind',
  car_plate: 'car',
  bank_account: 'leave_out',
  school_class: 'school_year',
  residence_card: 'leave_out',
  passport: 'leave_out',
}

/** The whole text with each finding in 【】, for its writer alone: nothing is hidden. `findings` as they were found. */
export const maskFindings = (text: string, findings: readonly Finding[]): string => {
  let at = 0
  const pieces: string[] = []
  for (const { start, end } of findings) {
    pieces.push(text.slice(at, start), '【', text.slice(start, end), '】')
    at = end
  }
  return [...pieces, text.slice(at)].join('')
}
