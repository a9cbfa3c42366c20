import { date } from './field.ts'

/** 任期: the first day on which somebody or something is there, and the last. */
export const term = { since: date.optional(), until: date.optional() }
export type Term = { since?: Temporal.PlainDate | undefined; until?: Temporal.PlainDate | undefined }

const { compare } = Temporal.PlainDate

export const isThereOn = ({ since, until }: Term, day: Temporal.PlainDate): boolean =>
  (since === undefined || compare(since, day) <= 0) && (until === undefined || compare(day, until) <= 0)

export const isReversed = ({ since, until }: Term): boolean =>
  since !== undefined && until !== undefined && compare(since, until) > 0
