import { addBusinessDays, businessDayOnOrBefore, type WorkingCalendar } from '../calendar/working-calendar.ts'

/** A 宿題 that is open on a morning. */
export type OpenFollowUp = {
  id: string
  memberId: string
  code: string | null
  dueOn: Temporal.PlainDate
  givenBy: string
  /** Somebody else gave it to its member since the last morning. */
  isNew: boolean
}
export type ToldFollowUp = OpenFollowUp & { why: 'new' | 'soon' | 'overdue' }

type Morning = { today: Temporal.PlainDate; since: Temporal.PlainDate; calendar: WorkingCalendar }

/** Past this, the coordinator hears of it too. */
const LATE_BUSINESS_DAYS = 10

const compare = Temporal.PlainDate.compare

const fallsSince = (day: Temporal.PlainDate | undefined, { today, since }: Morning): boolean =>
  day !== undefined && compare(day, since) > 0 && compare(day, today) <= 0

/**
 * Told once when somebody else gave it; on the business day before its day; after its day at once and then weekly,
 * until it is done, extended or dropped. `weekly`: this morning names open work.
 */
export const toldFollowUps = (
  open: readonly OpenFollowUp[],
  morning: Morning,
  weekly: boolean,
): ToldFollowUp[] =>
  open.flatMap((one): ToldFollowUp[] => {
    const why = reasonToTell(one, morning, weekly)
    return why ? [{ ...one, why }] : []
  })

const reasonToTell = (
  { dueOn, isNew }: OpenFollowUp,
  morning: Morning,
  weekly: boolean,
): ToldFollowUp['why'] | undefined => {
  const { today, calendar } = morning
  if (compare(dueOn, today) >= 0) {
    if (fallsSince(businessDayOnOrBefore(calendar, dueOn.subtract({ days: 1 })), morning)) return 'soon'
    return isNew ? 'new' : undefined
  }
  return weekly || isNew || fallsSince(addBusinessDays(calendar, dueOn, 1), morning) ? 'overdue' : undefined
}

/** For the coordinator: more than ten business days past their day, on the day they become so and then weekly. */
export const lateFollowUps = (
  open: readonly OpenFollowUp[],
  morning: Morning,
  weekly: boolean,
): OpenFollowUp[] =>
  open.filter(({ dueOn }) => {
    const lateFrom = addBusinessDays(morning.calendar, dueOn, LATE_BUSINESS_DAYS + 1)
    if (lateFrom === undefined || compare(lateFrom, morning.today) > 0) return false
    return weekly || fallsSince(lateFrom, morning)
  })
