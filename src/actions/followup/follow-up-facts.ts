import { addBusinessDays, type WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { OpenFollowUp } from '../../domain/followup/telling.ts'
import type { Scope } from '../../store/engine/database.ts'
import { followUpsToTell } from '../../store/followup/follow-ups.ts'

type Morning = { today: Temporal.PlainDate; calendar: WorkingCalendar }

/** The follow-ups a morning may tell of, without what was written. */
export const followUpFacts = async (
  scope: Scope,
  { today, calendar }: Morning,
  toldFrom: Temporal.Instant,
): Promise<OpenFollowUp[]> => {
  const until = addBusinessDays(calendar, today, 1) ?? today
  const found = await followUpsToTell(scope, until, toldFrom)
  return found.map(({ id, memberId, code, dueOn, givenBy, givenAt }) => ({
    id,
    memberId,
    code,
    dueOn,
    givenBy,
    isNew: givenBy !== memberId && Temporal.Instant.compare(givenAt, toldFrom) >= 0,
  }))
}
