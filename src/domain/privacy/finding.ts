/** What is looked for (`tsunagi pii check` says these words). */
export type FindingKind =
  | 'person_name'
  | 'address'
  | 'birth_date'
  | 'phone'
  | 'email'
  | 'certificate_number'
  | 'my_number'
  | 'postal_code'
  | 'chat_id'
  | 'car_plate'
  | 'bank_account'
  | 'school_class'
  | 'residence_card'
  | 'passport'

/** A place in the text as it was typed: UTF-16 offsets, `end` exclusive. */
export type Finding = {
  kind: FindingKind
  start: number
  end: number
  /** A name by the language's words alone: its writer may say that it is none. */
  byWords?: true
}

/** A stretch of the uniform text. */
export type Match = { kind: FindingKind; from: number; to: number; byWords?: true }

/** Something that finds personal data in a uniform text, in time that grows with its length. */
export type Detector = (text: string) => Match[]
