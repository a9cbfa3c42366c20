import { addBusinessDays, businessDayOnOrAfter } from '../calendar/working-calendar.ts'
import { isNext, type Morning, tellsOpenWork } from '../digest/morning.ts'
import type { Groups } from '../region/groups.ts'

/** One line of a morning's message about a GSV. */
export type GsvLine = { meetingId: string; series: string; date: Temporal.PlainDate } & (
  | { kind: 'ask' }
  | { kind: 'form'; changed: boolean }
  | { kind: 'group'; number: number; facilitatorId: string; presenterId?: string }
  | { kind: 'prepare'; on: Temporal.PlainDate; withId: string; leads: boolean }
  | { kind: 'prepared'; on: Temporal.PlainDate; presenterId: string }
  | { kind: 'outcome' | 'result'; presentationId: string }
)

type Group = { facilitatorId: string; presenterId?: string; memberIds: readonly string[] }

/** What is known of one session this morning. */
export type SessionFacts = {
  meetingId: string
  series: string
  settings: Groups
  date: Temporal.PlainDate
  /** Whom the rota asks to present. */
  asked: readonly string[]
  /** Somebody said since the last morning that they cannot. */
  declinedSince: boolean
  groups: readonly Group[]
  preMeetingOn?: Temporal.PlainDate
  /** What was said of a group's pre-meeting: put off to another day, or held. */
  preMeetings: readonly {
    presenterId: string
    on: Temporal.PlainDate
    isHeld: boolean
    movedSince: boolean
  }[]
  confirmed: boolean
  confirmedSince: boolean
  /** Others are away than when the groups were formed, or somebody came to present since. */
  changed: boolean
  presentations: readonly { id: string; memberId: string; hasOutcome: boolean; hasResult: boolean }[]
}

type Lines = { to: string; line: GsvLine }[]

const compare = Temporal.PlainDate.compare

/** After so many days the presenter is asked what came of it, and for so many after it is still worth asking. */
const RESULT_AFTER = { weeks: 4 }
const RESULT_UNTIL = { weeks: 10 }

/**
 * Who hears what of a session this morning: who is asked to present on the day the asking begins, weekly, and when
 * somebody has said no; the coordinators from the day the groups are to be formed; everybody their group on the
 * business day before; facilitator and presenter their pre-meeting when it is fixed, when it is put off and on the
 * business day before; the facilitator, on the day, whether it was held, then weekly until they say so; the presenter what they took away on the next business day, and what came of it four weeks later, each then weekly.
 */
export const gsvLines = (facts: SessionFacts, coordinatorIds: readonly string[], morning: Morning): Lines => {
  const { date } = facts
  return compare(date, morning.today) >= 0
    ? [
        ...asks(facts, morning),
        ...forms(facts, coordinatorIds, morning),
        ...groupLines(facts, morning),
        ...heldLines(facts, morning),
      ]
    : [...heldLines(facts, morning), ...after(facts, morning)]
}

const asks = (facts: SessionFacts, morning: Morning): Lines => {
  const { meetingId, series, date, settings, asked, confirmed, groups, declinedSince } = facts
  const from = daysBefore(date, settings.askBusinessDays, morning)
  const isComplete = confirmed && groups.every(({ presenterId }) => presenterId !== undefined)
  if (isComplete || compare(morning.today, from) < 0) return []
  if (!(isNew(from, morning) || declinedSince || tellsOpenWork(morning))) return []
  return asked.map((to) => ({ to, line: { kind: 'ask', meetingId, series, date } }))
}

const forms = (facts: SessionFacts, coordinatorIds: readonly string[], morning: Morning): Lines => {
  const { meetingId, series, date, settings, confirmed, changed } = facts
  const from = daysBefore(date, settings.groupsBusinessDays, morning)
  const late = daysBefore(date, settings.preMeetingBusinessDays + 1, morning)
  const due = isNew(from, morning) || tellsOpenWork(morning) || compare(morning.today, late) >= 0
  const tells = confirmed ? changed : compare(morning.today, from) >= 0 && due
  if (!tells) return []
  return coordinatorIds.map((to) => ({
    to,
    line: { kind: 'form', meetingId, series, date, changed: confirmed },
  }))
}

const groupLines = (facts: SessionFacts, morning: Morning): Lines => {
  const { meetingId, series, date, groups, confirmed, confirmedSince } = facts
  if (!confirmed) return []
  const about = { meetingId, series, date }
  return groups.flatMap(({ facilitatorId, presenterId, memberIds }, at): Lines => {
    const mine = { facilitatorId, presenterId }
    const told = isNext(date, morning)
      ? memberIds.map((to) => ({ to, line: { ...about, kind: 'group' as const, number: at + 1, ...mine } }))
      : []
    const pre = preMeetingOf(facts, presenterId)
    if (!pre || !presenterId || compare(pre.on, morning.today) < 0 || pre.isHeld) return told
    const { on } = pre
    if (!confirmedSince && !pre.movedSince && !isNext(on, morning)) return told
    const prepare = (to: string, withId: string, leads: boolean) => ({
      to,
      line: { ...about, kind: 'prepare' as const, on, withId, leads },
    })
    return [...told, prepare(facilitatorId, presenterId, true), prepare(presenterId, facilitatorId, false)]
  })
}

/** Of a group's pre-meeting: what was said of it, else as it is planned for the session. */
const preMeetingOf = ({ preMeetingOn, preMeetings }: SessionFacts, presenterId: string | undefined) =>
  preMeetings.find((one) => one.presenterId === presenterId) ??
  (preMeetingOn && { on: preMeetingOn, isHeld: false, movedSince: false })

/** Asked until the presenter tells what came of it: nobody remembers longer whether they met. */
const heldLines = (facts: SessionFacts, morning: Morning): Lines => {
  const { meetingId, series, date, groups, confirmed } = facts
  if (!confirmed || compare(morning.today, date.add(RESULT_AFTER)) >= 0) return []
  return groups.flatMap(({ facilitatorId, presenterId }): Lines => {
    const pre = preMeetingOf(facts, presenterId)
    if (!pre || presenterId === undefined || pre.isHeld || !tellsFrom(pre.on, morning)) return []
    const { on } = pre
    return [{ to: facilitatorId, line: { kind: 'prepared', meetingId, series, date, on, presenterId } }]
  })
}

const after = (facts: SessionFacts, morning: Morning): Lines => {
  const { meetingId, series, date, confirmed, groups, presentations } = facts
  const presenters = new Set(groups.map(({ presenterId }) => presenterId))
  const resultFrom = date.add(RESULT_AFTER)
  return presentations.flatMap(({ id, memberId, hasOutcome, hasResult }): Lines => {
    if (!confirmed || !presenters.has(memberId)) return []
    const line = (kind: 'outcome' | 'result'): Lines => [
      { to: memberId, line: { kind, meetingId, series, date, presentationId: id } },
    ]
    const { today } = morning
    if (compare(today, resultFrom) < 0)
      return !hasOutcome && tellsFrom(date.add({ days: 1 }), morning) ? line('outcome') : []
    if (hasResult || compare(today, date.add(RESULT_UNTIL)) > 0) return []
    return tellsFrom(resultFrom, morning) ? line('result') : []
  })
}

/** On the first business day from then on, and weekly. */
const tellsFrom = (day: Temporal.PlainDate, morning: Morning): boolean => {
  const first = businessDayOnOrAfter(morning.calendar, day)
  if (first === undefined || compare(morning.today, first) < 0) return false
  return isNew(first, morning) || tellsOpenWork(morning)
}

const isNew = (day: Temporal.PlainDate, { since, today }: Morning): boolean =>
  compare(day, since) > 0 && compare(day, today) <= 0

const daysBefore = (date: Temporal.PlainDate, days: number, { calendar }: Morning): Temporal.PlainDate =>
  addBusinessDays(calendar, date, -days) ?? date
