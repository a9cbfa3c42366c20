import type { FormValues } from '../../bot/form.ts'
import type { Press } from '../../bot/press.ts'
import { takesSummaries } from '../../domain/agenda/which-agenda.ts'
import { wantedMeetings } from '../../domain/meeting/wanted-meetings.ts'
import { CASE_WORKERS, hasRole } from '../../domain/member/roles.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'

type Deed = { memberId: string; press: Press; values?: FormValues }

/** A meeting is held within a week of the day its rule names. */
const WEEK = 7
const MONTHS_UNDER_WAY = 5
/** 支給決定: at most three years. */
const LONGEST_YEARS = 3

/**
 * Decides who brings a case to a case review that takes summaries: one member to each meeting, round-robin, on the day
 * of the meeting before. At their first turn they register the case.
 */
export const caseReview = (region: Region): ((day: Temporal.PlainDate) => Deed[]) => {
  const reviews = region.series.filter((one) => one.kind === 'case_review' && takesSummaries(region, one))
  const turns = new Map<string, number>()
  const registered = new Set<string>()
  const bring = ({ id, body }: Region['series'][number], day: Temporal.PlainDate): Deed[] => {
    const roster = rosterOf(region, body, day)
    const people = region.members.filter(
      (one) => one.office !== undefined && roster.includes(one.id) && hasRole(one, ...CASE_WORKERS),
    )
    const turn = turns.get(id) ?? 0
    turns.set(id, turn + 1)
    const member = people[turn % Math.max(1, people.length)]
    if (!member) return []
    const code = `R-${String((turn % people.length) + 1).padStart(4, '0')}`
    const isNew = !registered.has(code)
    registered.add(code)
    const study = { memberId: member.id, press: { command: 'summary.study', options: { case: code } } }
    const register = { memberId: member.id, press: { command: 'case.register', options: {} } }
    return isNew ? [{ ...register, values: caseFrom(code, day) }, study] : [study]
  }
  let isFirst = true
  return (day) => {
    const today = wantedMeetings(region, day.subtract({ days: WEEK }), day.add({ days: WEEK })).filter(
      ({ startsAt, cancelled }) =>
        cancelled === null && startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate().equals(day),
    )
    const meets = new Set(today.map(({ seriesId }) => seriesId))
    const bringing = reviews.filter(({ id }) => isFirst || meets.has(id))
    isFirst = false
    return bringing.flatMap((series) => bring(series, day))
  }
}

/** Makes a case whose plan runs all year, so that its review is not caused by the plan. */
const caseFrom = (code: string, day: Temporal.PlainDate): FormValues => {
  const begun = day.with({ day: 1 }).subtract({ months: MONTHS_UNDER_WAY })
  return {
    code,
    kind: 'renewal',
    validFrom: begun.toString(),
    validTo: begun.add({ years: LONGEST_YEARS }).subtract({ days: 1 }).toString(),
    monitoring: '6',
  }
}
