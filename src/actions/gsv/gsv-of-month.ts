import { MINUTES_PER_ITEM } from '../../domain/agenda/templates.ts'
import { takesSummaries } from '../../domain/agenda/which-agenda.ts'
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts'
import { takesTurns } from '../../domain/gsv/permission.ts'
import { presenterRota } from '../../domain/gsv/presenter-rota.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { gsvPresenters, hadGsv } from '../../store/agenda/agendas.ts'
import type { Scope } from '../../store/engine/database.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { askForSummary } from '../../store/summary/asked-summaries.ts'
import { summariesOf } from '../../store/summary/summaries.ts'
import type { MeetingContext } from '../agenda/agenda-facts.ts'
import { awayOn } from './gsv-forming.ts'

/**
 * Whether this meeting is the month's last chance for a GSV: no agenda of the calendar month had one, and no other
 * meeting of its series follows in it (seed 001: GSV は月に1回以上). A region whose GSV are meetings of their own has
 * them in its calendar.
 */
export const isLastChanceForGsv = async (
  scope: Scope,
  region: Region,
  { body, series, startsAt }: MeetingContext,
): Promise<boolean> => {
  if (body.kind !== 'liaison' || !takesSummaries(region, series)) return false
  const month = startsAt.toPlainDate().toPlainYearMonth()
  const at = (first: Temporal.PlainYearMonth) =>
    first.toPlainDate({ day: 1 }).toZonedDateTime(region.timeZone).toInstant()
  const from = at(month)
  const to = at(month.add({ months: 1 }))
  const own = region.series.filter(({ kind }) => kind === 'gsv').map(({ id }) => id)
  if (own.length > 0 && (await meetingsBetween(scope, from, to, own)).length > 0) return false
  if (await hadGsv(scope, [series.id], from, to)) return false
  const later = await meetingsBetween(scope, startsAt.toInstant().add({ minutes: 1 }), to, [series.id])
  return later.length === 0
}

/**
 * Ensures the month's GSV: where this meeting is the last chance and nobody has a case for it, the next in the rota
 * gets a place on the agenda and is asked to write. Idempotent: a second run asks nobody else.
 */
export const askForGsv = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  now: Temporal.Instant,
): Promise<void> => {
  const submitted = await summariesOf(scope, [context.meeting.id])
  if (submitted.some(({ section, heldBack }) => section === 'gsv' && !heldBack)) return
  if (!(await isLastChanceForGsv(scope, region, context))) return
  const presenterId = await presenterInTurn(scope, region, context)
  if (!presenterId) return
  await askForSummary(
    scope,
    {
      form: 'gsv_strengths',
      section: 'gsv',
      caseId: null,
      planId: null,
      meetingId: context.meeting.id,
      presenterId,
      estimated: MINUTES_PER_ITEM.gsv,
    },
    now,
  )
}

/** Picks by the rota among the specialists on the body's roster who are there that day. */
const presenterInTurn = async (
  scope: Scope,
  region: Region,
  { body, series, startsAt }: MeetingContext,
): Promise<string | undefined> => {
  const date = startsAt.toPlainDate()
  const onRoster = new Set(rosterOf(region, body.id, date))
  const away = await awayOn(scope, date)
  const people = region.members
    .filter((member) => onRoster.has(member.id) && !away.has(member.id) && takesTurns(member))
    .map(({ id, office }) => ({ id, officeId: office, experienceYears: 0, mayFacilitate: false }))
  if (people.length === 0) return undefined
  const since = new Temporal.PlainDate(fiscalYearOf(date), 4, 1).toZonedDateTime(region.timeZone).toInstant()
  const presented = (await gsvPresenters(scope, [series.id], since)).map(({ memberId, at }) => ({
    memberId,
    date: at.toZonedDateTimeISO(region.timeZone).toPlainDate(),
  }))
  const known = presented.filter(({ memberId }) => people.some(({ id }) => id === memberId))
  const turn = presenterRota({ people, presented: known, offers: [] }, [{ date, presenters: 1 }])
  return turn.ok ? turn.sessions[0]?.[0]?.memberId : undefined
}
