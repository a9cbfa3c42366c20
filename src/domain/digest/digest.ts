import { remembered } from '../calendar/memoize.ts'
import {
  addBusinessDays,
  firstBusinessDayOf,
  firstBusinessDayOfWeek,
  isBusinessDay,
  type WorkingCalendar,
} from '../calendar/working-calendar.ts'
import { lateFollowUps, type OpenFollowUp, type ToldFollowUp, toldFollowUps } from '../followup/telling.ts'
import type { GsvLine } from '../gsv/gsv-lines.ts'
import { type OpenSheet, type ToldSheet, toldSheets } from '../handover/telling.ts'
import { escalatesOn, type RenewalSettings, renewalDays } from '../monitoring/renewal.ts'
import { chasesOn } from '../poll/poll-times.ts'
import type { RotaLine } from '../rota/rota-lines.ts'
import type { WantedSummary } from '../summary/wanted-summary.ts'
import { type OpenVisit, type ReportedVisit, type ToldVisit, toldVisits } from '../visit/telling.ts'

type Carried = { code: string; memberId: string }
/** A due month that nobody has recorded. */
export type OpenMonth = Carried & { id: string; dueMonth: Temporal.PlainYearMonth }
/** A case's latest plan, by the end of its validity. */
export type EndingPlan = Carried & { validTo: Temporal.PlainDate }
type ComingMeeting = {
  meetingId: string
  name: string
  startsAt: Temporal.ZonedDateTime
  date: Temporal.PlainDate
}
/** A month in which the person could not be met. */
type NotMet = Carried & { dueMonth: Temporal.PlainYearMonth }
/** An interval that waits for the municipality's decision. */
type ProposedInterval = Carried & { id: string; intervalMonths: number; isNew: boolean }
/** What the municipality said to a proposed interval. */
type DecidedInterval = Carried & {
  intervalMonths: number
  from: Temporal.PlainYearMonth
  decision: 'accepted' | 'declined' | null
}
/** A monitoring result that waits for the centre to agree (seed 001: 事前協議). */
type ToAgree = Carried & { id: string; isNew: boolean }
/** A month of a series' agendas: how many items they held, and how many found no time on one. */
export type AgendaMonth = { name: string; month: Temporal.PlainYearMonth; items: number; withoutTime: number }
/** Minutes that wait for approval, or of a meeting that has none. */
type MeetingMinutes = { meetingId: string; name: string; date: Temporal.PlainDate }
/** A poll for a day, with who has not answered. */
type WaitingPoll = { pollId: string; title: string; deadline: Temporal.PlainDate; silent: string[] }
/** What people changed of a meeting by hand. */
export type ChangedMeeting = {
  meetingId: string
  name: string
  what: 'moved' | 'cancelled' | 'restored'
  reach: 'one' | 'after' | 'all'
  wasAt: Temporal.ZonedDateTime
  isAt: Temporal.ZonedDateTime
  reason: string | null
}
export type ToSubmit = {
  meeting: ComingMeeting
  closes: Temporal.PlainDate
  summaries: WantedSummary[]
}

/** What is known about one person on a morning: their own work, and that of those they stand in for. */
export type DigestFacts = {
  /** Cases that came to them from somebody else since the last morning. */
  assigned: Carried[]
  /** Since the last morning. */
  decided: DecidedInterval[]
  /** Open due months up to this one, oldest first. */
  monitorings: OpenMonth[]
  /** Plans that end within the ladder's reach, or have ended. */
  plans: EndingPlan[]
  /** Meetings that this person attends, moved or cancelled since the last morning. */
  changedMeetings: ChangedMeeting[]
  /** Coming meetings that this person attends. */
  meetings: ComingMeeting[]
  /** Meetings that take summaries, with those that are missing, and when their agenda goes out. */
  toSubmit: (ToSubmit & { requestFrom: Temporal.PlainDate })[]
  /** 宿題 that are due, or that somebody else gave. */
  followUps: OpenFollowUp[]
  /** For a coordinator: everybody else's. */
  followUpsOfOthers: OpenFollowUp[]
  /** GSV and rotas, chosen already. */
  gsv: GsvLine[]
  rotas: RotaLine[]
  /** 引き継ぎシート that concern them. */
  sheets: OpenSheet[]
  visits: OpenVisit[]
  /** For an officer: since the last morning. */
  visitReports: ReportedVisit[]
  /** For a coordinator: everybody's open months from before this one. */
  ofOthers: OpenMonth[]
  /** For a coordinator. */
  toAgree: ToAgree[]
  /** For a coordinator: recorded since the last morning. */
  notMet: NotMet[]
  /** For an officer: what their municipality has to decide. */
  proposals: ProposedInterval[]
  /** For a coordinator: the agendas of the month before. */
  lastMonth: AgendaMonth[]
  /** For a chair: minutes that wait for their approval. */
  minutesToApprove: (MeetingMinutes & { isNew: boolean })[]
  /** For a coordinator: meetings without minutes whose time for them ended since the last morning. */
  minutesMissing: MeetingMinutes[]
  /** Polls that this person has not answered, and those of theirs that others have not. */
  pollsToAnswer: WaitingPoll[]
  pollsMissing: WaitingPoll[]
  /** Their own polls whose deadline is over. */
  pollsToDecide: WaitingPoll[]
}

export type Digest = {
  assigned: Carried[]
  decided: DecidedInterval[]
  overdue: OpenMonth[]
  thisMonth: OpenMonth[]
  /** Plans whose validity has ended with none after it. */
  lapsed: EndingPlan[]
  renewals: EndingPlan[]
  toSubmit: ToSubmit[]
  changedMeetings: ChangedMeeting[]
  meetings: ComingMeeting[]
  followUps: ToldFollowUp[]
  lateFollowUps: OpenFollowUp[]
  sheets: ToldSheet[]
  visits: ToldVisit[]
  visitReports: ReportedVisit[]
  toAgree: ToAgree[]
  escalated: OpenMonth[]
  notMet: NotMet[]
  proposals: ProposedInterval[]
  lastMonth: AgendaMonth[]
  minutesToApprove: MeetingMinutes[]
  minutesMissing: MeetingMinutes[]
  gsv: GsvLine[]
  rotas: RotaLine[]
  pollsToAnswer: WaitingPoll[]
  pollsMissing: WaitingPoll[]
  pollsToDecide: WaitingPoll[]
}

/** The morning it is, and the one that was told last: what fell in between is told now, so that an outage loses nothing. */
export type Morning = {
  today: Temporal.PlainDate
  since: Temporal.PlainDate
  calendar: WorkingCalendar
  settings: RenewalSettings & { overdueGraceBusinessDays: number }
  /** The person looks by themselves: all that is open is named, whatever morning it is. */
  asked?: boolean
}

const compareDays = Temporal.PlainDate.compare

/**
 * What is worth saying this morning. A person hears little (DESIGN truth 7): open work is named on the first business
 * day of the week and of the month, a meeting on the business day before it, the end of a plan on the days of the
 * region's ladder, what others left open on the day their grace ends, a missing summary daily from its request until the agenda goes out.
 */
export const digestOf = (facts: DigestFacts, morning: Morning): Digest => {
  const { today } = morning
  const month = today.toPlainYearMonth()
  const compare = Temporal.PlainYearMonth.compare
  const opens = tellsOpenWork(morning)
  const weekly = <Item>(items: Item[]): Item[] => (opens ? items : [])
  const chases = ({ deadline }: WaitingPoll) =>
    morning.asked === true || chasesOn(today, deadline, morning.calendar)
  return {
    assigned: facts.assigned,
    decided: facts.decided,
    overdue: weekly(facts.monitorings.filter((m) => compare(m.dueMonth, month) < 0)),
    thisMonth: weekly(facts.monitorings.filter((m) => compare(m.dueMonth, month) === 0)),
    lapsed: weekly(facts.plans.filter(({ validTo }) => compareDays(validTo, today) < 0)),
    renewals: facts.plans.filter((plan) => tellsRenewal(plan, morning)),
    toSubmit: facts.toSubmit
      .filter(
        ({ summaries, requestFrom, closes }) => summaries.length > 0 && isWithin(today, requestFrom, closes),
      )
      .map(({ meeting, closes, summaries }) => ({ meeting, closes, summaries })),
    changedMeetings: facts.changedMeetings,
    meetings: facts.meetings.filter(({ date }) => isNext(date, morning)),
    followUps: toldFollowUps(facts.followUps, morning, opens),
    lateFollowUps: lateFollowUps(facts.followUpsOfOthers, morning, opens),
    sheets: toldSheets(facts.sheets, morning, opens),
    visits: toldVisits(facts.visits, morning, opens),
    visitReports: facts.visitReports,
    escalated: facts.ofOthers.filter((m) => escalates(m, morning)),
    toAgree: facts.toAgree.filter(({ isNew }) => isNew || opens),
    notMet: facts.notMet,
    proposals: facts.proposals.filter(({ isNew }) => isNew || opens),
    lastMonth: monthBegan(morning) ? facts.lastMonth : [],
    minutesToApprove: facts.minutesToApprove.filter(({ isNew }) => isNew || opens),
    minutesMissing: facts.minutesMissing,
    gsv: facts.gsv,
    rotas: facts.rotas,
    pollsToAnswer: facts.pollsToAnswer.filter((poll) => chases(poll)),
    pollsMissing: facts.pollsMissing.filter((poll) => chases(poll)),
    pollsToDecide: weekly(facts.pollsToDecide),
  }
}

const renewalsTold = remembered<Morning, boolean>()

const tellsRenewal = ({ validTo }: EndingPlan, morning: Morning): boolean =>
  renewalsTold(morning, validTo.toString(), () => {
    const { today, since, settings, calendar, asked = false } = morning
    if (compareDays(validTo, today) < 0) return false
    const isNew = (day: Temporal.PlainDate) => compareDays(day, since) > 0 && compareDays(day, today) <= 0
    return asked || renewalDays(validTo, settings, calendar).some(isNew)
  })

const monthsTold = remembered<Morning, boolean>()

/** On the day the grace ends, and weekly from then on. */
const escalates = ({ dueMonth }: OpenMonth, morning: Morning): boolean =>
  monthsTold(morning, dueMonth.toString(), () => {
    const { today, since, calendar, settings } = morning
    const from = escalatesOn(dueMonth, settings.overdueGraceBusinessDays, calendar)
    if (from === undefined || compareDays(from, today) > 0) return false
    return compareDays(from, since) > 0 || tellsOpenWork(morning)
  })

/** Before the next business day is over: what is said the business day before. */
export const isNext = (date: Temporal.PlainDate, { today, calendar }: Morning): boolean => {
  const tomorrow = addBusinessDays(calendar, today, 1)
  return compareDays(date, today) > 0 && (tomorrow === undefined || compareDays(date, tomorrow) <= 0)
}

const mornings = remembered<Morning, boolean>()

/** The first business day of a week or a month is today, or went by since the last morning; or somebody asks. */
export const tellsOpenWork = (morning: Morning): boolean =>
  mornings(morning, 'tells open work', () => {
    const { today, calendar, asked = false } = morning
    if (asked) return true
    if (!isBusinessDay(calendar, today)) return false
    return monthBegan(morning) || cameSince(firstBusinessDayOfWeek(calendar, today), morning)
  })

/** Whether the first business day of the month is today, or went by since the last morning. */
export const monthBegan = (morning: Morning): boolean =>
  mornings(morning, 'month began', () =>
    cameSince(firstBusinessDayOf(morning.calendar, morning.today.toPlainYearMonth()), morning),
  )

const cameSince = (day: Temporal.PlainDate | undefined, { since, today }: Morning): boolean =>
  day !== undefined && compareDays(day, since) > 0 && compareDays(day, today) <= 0

const isWithin = (day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean =>
  compareDays(day, from) >= 0 && compareDays(day, to) <= 0

/** How many things a digest says. */
export const sizeOf = (digest: Digest): number =>
  Object.values(digest).reduce((sum, items) => sum + items.length, 0)
