import { takesSummaries } from '../agenda/which-agenda.ts'
import type { Region } from './region.ts'
import { rosterOf } from './roster.ts'

/** The series whose agendas take summaries from this member: those of the bodies they sit on. */
export const summarySeries = (
  region: Region,
  memberId: string,
  today: Temporal.PlainDate,
): Region['series'][number][] =>
  region.series.filter(
    (series) => takesSummaries(region, series) && rosterOf(region, series.body, today).includes(memberId),
  )
