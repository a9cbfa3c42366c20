import { fiscalYearOf } from '../calendar/fiscal-year.ts'
import { experienceOf, type Participant } from './participant.ts'

export type PresenterFacts = {
  people: readonly Participant[]
  /** Who presented before and when, in any order. */
  presented: readonly { memberId: string; date: Temporal.PlainDate }[]
  /** Who offered to present and has not yet: who offered first, first. */
  offers: readonly string[]
}

/** One session to find presenters for: as many as it has groups. */
export type PresenterSession = { date: Temporal.PlainDate; presenters: number; absentIds?: readonly string[] }

export type PresenterTurn = { memberId: string; because: 'offered' | 'turn' }

export type PresenterFault =
  | { reason: 'not-among-participants'; id: string }
  | { reason: 'too-few-people'; date: Temporal.PlainDate; wanted: number; there: number }

/**
 * 事例提供者の輪番 for the coming sessions, which come in order. An offer wins, the first first. Otherwise never
 * somebody of an office that presented last time, where there is another; then who presented least this fiscal year;
 * then whose office would later have to come twice running; then newcomers; then who presented longest ago or never;
 * then who has less experience.
 */
export const presenterRota = (
  facts: PresenterFacts,
  sessions: readonly PresenterSession[],
): { ok: true; sessions: PresenterTurn[][] } | { ok: false; fault: PresenterFault } => {
  const known = new Set(facts.people.map(({ id }) => id))
  const stranger = [...facts.offers, ...sessions.flatMap(({ absentIds = [] }) => absentIds)].find(
    (id) => !known.has(id),
  )
  if (stranger !== undefined) return { ok: false, fault: { reason: 'not-among-participants', id: stranger } }
  let so: PresenterFacts = facts
  const found: PresenterTurn[][] = []
  for (const session of sessions) {
    const { date, presenters: wanted } = session
    const there = facts.people.filter(({ id }) => !session.absentIds?.includes(id)).length
    if (there < wanted) return { ok: false, fault: { reason: 'too-few-people', date, wanted, there } }
    const turns = presentersOf(so, session)
    const ids = turns.map(({ memberId }) => memberId)
    so = {
      ...so,
      presented: [...so.presented, ...ids.map((memberId) => ({ memberId, date }))],
      offers: so.offers.filter((id) => !ids.includes(id)),
    }
    found.push(turns)
  }
  return { ok: true, sessions: found }
}

const presentersOf = (facts: PresenterFacts, session: PresenterSession): PresenterTurn[] => {
  const lastOffices = officesOfLast(facts, session.date)
  const turns: PresenterTurn[] = []
  const offices = new Set<string>()
  while (turns.length < session.presenters) {
    const taken = new Set([...turns.map(({ memberId }) => memberId), ...(session.absentIds ?? [])])
    const free = facts.people.filter(({ id }) => !taken.has(id))
    const offered = facts.offers.flatMap((id) => free.find((one) => one.id === id) ?? [])
    const another = (pool: readonly Participant[]) => fromAnother(fromAnother(pool, lastOffices), offices)
    const next = another(offered)[0] ?? inTurn(facts, session, another(free))
    if (!next) return turns
    turns.push({ memberId: next.id, because: offered.includes(next) ? 'offered' : 'turn' })
    if (next.officeId !== undefined) offices.add(next.officeId)
  }
  return turns
}

/** Those of other offices than these, where there are any. */
const fromAnother = (pool: readonly Participant[], offices: ReadonlySet<string>): readonly Participant[] => {
  const others = pool.filter(({ officeId }) => officeId === undefined || !offices.has(officeId))
  return others.length > 0 ? others : pool
}

const officesOfLast = ({ people, presented }: PresenterFacts, before: Temporal.PlainDate): Set<string> => {
  const compare = Temporal.PlainDate.compare
  const earlier = presented.filter(({ date }) => compare(date, before) < 0)
  const last = earlier.toSorted((a, b) => compare(b.date, a.date))[0]?.date
  return new Set(
    earlier.flatMap(({ memberId, date }) => {
      const officeId = people.find(({ id }) => id === memberId)?.officeId
      return last?.equals(date) && officeId !== undefined ? [officeId] : []
    }),
  )
}

const inTurn = (
  { people, presented }: PresenterFacts,
  session: PresenterSession,
  pool: readonly Participant[],
): Participant | undefined => {
  const year = fiscalYearOf(session.date)
  const times = Map.groupBy(
    presented.filter(({ date }) => fiscalYearOf(date) === year),
    ({ memberId }) => memberId,
  )
  const timesOf = (id: string) => times.get(id)?.length ?? 0
  const least = Math.min(...people.map(({ id }) => timesOf(id)))
  const waiting = people.filter(({ id }) => timesOf(id) === least)
  const sessionsLeft = Math.ceil(waiting.length / session.presenters)
  const homeOf = ({ officeId, id }: Participant) => officeId ?? `alone:${id}`
  const colleaguesWaiting = Map.groupBy(waiting, homeOf)
  const rank = (one: Participant) => {
    const crowded = colleaguesWaiting.get(homeOf(one))?.length ?? 0
    return [
      timesOf(one.id),
      2 * crowded > sessionsLeft ? -crowded : 0,
      experienceOf(one) === 'newcomer' ? 0 : 1,
      lastDay(presented, one.id),
      one.experienceYears,
    ]
  }
  const ranked = pool.map((one) => ({ one, rank: rank(one) }))
  return ranked.toSorted((a, b) => compareRanks(a.rank, b.rank) || (a.one.id < b.one.id ? -1 : 1))[0]?.one
}

const EPOCH = new Temporal.PlainDate(1970, 1, 1)
const lastDay = (presented: PresenterFacts['presented'], id: string): number =>
  Math.max(-1, ...presented.flatMap(({ memberId, date }) => (memberId === id ? EPOCH.until(date).days : [])))

const compareRanks = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
