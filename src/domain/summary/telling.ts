import type { ComingMeeting } from '../meeting/telling.ts'
import type { WantedSummary } from './wanted-summary.ts'

/** The summaries that a meeting still waits for, and the day its agenda goes out. */
export type ToSubmit = { meeting: ComingMeeting; closes: Temporal.PlainDate; summaries: WantedSummary[] }
/** A monitoring result that waits for the centre to agree (seed 001: 事前協議). */
export type ToAgree = { id: string; code: string; memberId: string; isNew: boolean }

/** A missing summary is asked for daily, from its request until the agenda goes out. */
export const summariesToSubmit = (
  asks: readonly (ToSubmit & { requestFrom: Temporal.PlainDate })[],
  today: Temporal.PlainDate,
): readonly ToSubmit[] =>
  asks
    .filter(
      ({ summaries, requestFrom, closes }) => summaries.length > 0 && isWithin(today, requestFrom, closes),
    )
    .map(({ meeting, closes, summaries }) => ({ meeting, closes, summaries }))

const isWithin = (day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0
