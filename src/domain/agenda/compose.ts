import { type AgendaSection, MINUTES_PER_ITEM, type SectionId } from './templates.ts'

/** Something that wants a place on the agenda. */
export type Candidate<Section extends AgendaSection = SectionId> = {
  id: string
  section: Section
  /** ケース番号, where it has one. */
  code?: string
  /** Whole minutes, where they differ from its section's. */
  minutes?: number
  /** How often it was carried over already. */
  carriedOver: number
  /** 支援の必要度: 1 needs the closest following. */
  needLevel?: 1 | 2 | 3
  submittedAt: Temporal.Instant
  /** The plan is a first one: each of these is discussed (seed 001: 新規プランは全ケース). */
  isNewPlan?: boolean
  /** Written, or still missing. Absent: written. */
  ready?: boolean
  /** The coordinator keeps it for a later meeting. */
  heldBack?: boolean
  /** The coordinator's order within its section, before urgency. */
  position?: number
  /** Without it the month would have no GSV: before everything else, and it cannot wait (seed 001: 月に1回以上). */
  cannotWait?: boolean
  /** Monitoring results only: the centre and the person in charge agreed beforehand (seed 001: 事前協議). */
  agreed?: boolean
}

export type AgendaFacts<Section extends AgendaSection = SectionId> = {
  start: Temporal.PlainTime
  /** Two hours where nothing is said (seed 001: 長くとも2時間以内). */
  limitMinutes?: number
  /** By section, where a region's custom differs from ours. */
  minutesPerItem?: Partial<Record<Section, number>>
  /** Minutes of a break after the first hour, where the meeting is longer and has time for it. None: 0. */
  breakMinutes?: number
  /** Within a section, what needs most support and time comes first. */
  hardestFirst?: boolean
  candidates: readonly Candidate<Section>[]
}

type AgendaItem = { id: string; startsAt: Temporal.PlainTime; duration: number }

/** `too-long`: more minutes than the whole meeting has. `no-section`: this body's agenda has no such section. */
type CarriedOver = {
  id: string
  reason: 'no-time' | 'not-agreed' | 'too-long' | 'no-section' | 'not-ready' | 'held-back'
}

export type Agenda<Section extends AgendaSection = AgendaSection> = {
  /** All sections in order, empty ones too. */
  sections: { id: Section; items: AgendaItem[] }[]
  carriedOver: CarriedOver[]
  /** After the item with this id. */
  pause?: { after: string; startsAt: Temporal.PlainTime; duration: number }
  /** It is long enough for a break, and too full for one. */
  noTimeForBreak?: true
  /** The break too. */
  totalMinutes: number
  endsAt: Temporal.PlainTime
}

const DEFAULT_LIMIT_MINUTES = 120

/**
 * Who gets time first when it is short, once every new plan has its own and what waited longest is in. What frames a
 * meeting comes before all; somebody waits for an intake decision; what is only told takes little and is soon stale.
 */
const CLAIM: Readonly<Record<AgendaSection, number>> = {
  opening: 0,
  closing: 0,
  intake_decision: 1,
  notice: 2,
  plan_review: 3,
  gsv: 4,
  discussion: 4,
  monitoring_result: 5,
  report: 5,
  other: 6,
}

type Claim<Section extends AgendaSection> = { candidate: Candidate<Section>; duration: number }

const tie = ({ candidate: { code = '', id } }: Claim<AgendaSection>): string => `${code} ${id}`

/**
 * Carried-over ones first, then new plans, then by need, then by age; code and id break ties, so that the result is
 * deterministic.
 */
const byUrgency = (a: Claim<AgendaSection>, b: Claim<AgendaSection>): number =>
  b.candidate.carriedOver - a.candidate.carriedOver ||
  Number(b.candidate.isNewPlan ?? false) - Number(a.candidate.isNewPlan ?? false) ||
  (a.candidate.needLevel ?? 4) - (b.candidate.needLevel ?? 4) ||
  Temporal.Instant.compare(a.candidate.submittedAt, b.candidate.submittedAt) ||
  (tie(a) < tie(b) ? -1 : 1)

/** By need for support, then by length. */
const byHardness = (a: Claim<AgendaSection>, b: Claim<AgendaSection>): number =>
  (a.candidate.needLevel ?? 4) - (b.candidate.needLevel ?? 4) || b.duration - a.duration

/** As the coordinator put them; what has no place of its own comes after, by urgency. */
const byPosition =
  (hardestFirst: boolean) =>
  (a: Claim<AgendaSection>, b: Claim<AgendaSection>): number =>
    (a.candidate.position ?? Number.MAX_SAFE_INTEGER) - (b.candidate.position ?? Number.MAX_SAFE_INTEGER) ||
    (hardestFirst ? byHardness(a, b) : 0) ||
    byUrgency(a, b)

const framing = ({ candidate }: Claim<AgendaSection>): number => Number(CLAIM[candidate.section] === 0)

const byClaim = (a: Claim<AgendaSection>, b: Claim<AgendaSection>): number =>
  Number(b.candidate.cannotWait ?? false) - Number(a.candidate.cannotWait ?? false) ||
  Number(b.candidate.isNewPlan ?? false) - Number(a.candidate.isNewPlan ?? false) ||
  framing(b) - framing(a) ||
  b.candidate.carriedOver - a.candidate.carriedOver ||
  CLAIM[a.candidate.section] - CLAIM[b.candidate.section] ||
  byUrgency(a, b)

/**
 * A body's sections with clock times, never over the limit (SYSTEMS.md F2). Every candidate has its place or is carried
 * over with the reason: nothing is lost. While one new plan waits, nothing ordinary is taken in its stead.
 */
export const composeAgendaOf = <Section extends AgendaSection>(
  sections: readonly Section[],
  facts: AgendaFacts<Section>,
): Agenda<Section> => {
  const { start, limitMinutes = DEFAULT_LIMIT_MINUTES, minutesPerItem = {}, candidates } = facts
  const given: Partial<Record<AgendaSection, number>> = minutesPerItem
  const claims: Claim<Section>[] = []
  const carriedOver: CarriedOver[] = []
  for (const candidate of candidates) {
    const { id, section, minutes } = candidate
    const duration = minutes ?? given[section] ?? MINUTES_PER_ITEM[section]
    const reason = hindrance(candidate, duration, sections, limitMinutes)
    if (reason) carriedOver.push({ id, reason })
    else claims.push({ candidate, duration })
  }
  const { taken, left } = share(claims, limitMinutes)
  const spoken = taken.reduce((sum, { duration }) => sum + duration, 0)
  const ordered = sections.flatMap((id) =>
    taken
      .filter(({ candidate }) => candidate.section === id)
      .toSorted(byPosition(facts.hardestFirst ?? false)),
  )
  const wanted = restAfter(ordered, facts.breakMinutes ?? 0)
  const hasTime = wanted !== undefined && wanted.duration <= limitMinutes - spoken
  const { items, pause } = timed(ordered, start, hasTime ? wanted : undefined)
  const totalMinutes = spoken + (pause?.duration ?? 0)
  return {
    sections: sections.map((id) => ({
      id,
      items: items.filter((one) => one.section === id).map(({ section: _, ...item }) => item),
    })),
    pause,
    ...(wanted && !hasTime && { noTimeForBreak: true as const }),
    carriedOver: [
      ...left.map(({ candidate }): CarriedOver => ({ id: candidate.id, reason: 'no-time' })),
      ...carriedOver.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ],
    totalMinutes,
    endsAt: start.add({ minutes: totalMinutes }),
  }
}

/** Why a candidate cannot come on this agenda, however much time is left. */
const hindrance = <Section extends AgendaSection>(
  { section, agreed, ready = true, heldBack = false, cannotWait = false }: Candidate<Section>,
  duration: number,
  sections: readonly Section[],
  limitMinutes: number,
): CarriedOver['reason'] | undefined => {
  if (!sections.includes(section)) return 'no-section'
  if (heldBack && !cannotWait) return 'held-back'
  if (!ready) return 'not-ready'
  if (section === 'monitoring_result' && agreed !== true) return 'not-agreed'
  return duration > limitMinutes ? 'too-long' : undefined
}

/**
 * In the order of their claims. A shorter item does not overtake a more urgent one of its section, or the long would
 * wait for ever; among new plans it does, as they are all to be discussed and the one left comes first next time.
 */
const share = <Section extends AgendaSection>(claims: readonly Claim<Section>[], limitMinutes: number) => {
  const taken: Claim<Section>[] = []
  const left: Claim<Section>[] = []
  const closed = new Set<Section>()
  let newPlanWaits = false
  let minutes = 0
  for (const claim of claims.toSorted(byClaim)) {
    const { section, isNewPlan = false } = claim.candidate
    const hasTurn = isNewPlan || !(newPlanWaits || closed.has(section))
    if (hasTurn && minutes + claim.duration <= limitMinutes) {
      taken.push(claim)
      minutes += claim.duration
    } else {
      left.push(claim)
      closed.add(section)
      newPlanWaits ||= isNewPlan
    }
  }
  return { taken, left }
}

/** Break after an hour of listening, if more than a few minutes are still to come. */
const REST_AFTER_MINUTES = 60
const WORTH_A_REST_MINUTES = 15

/** After which item a break is wanted. Undefined where the meeting is short, or has none. */
const restAfter = (
  ordered: readonly Claim<AgendaSection>[],
  duration: number,
): { after: string; duration: number } | undefined => {
  if (duration === 0) return undefined
  let spoken = 0
  const total = ordered.reduce((sum, claim) => sum + claim.duration, 0)
  for (const claim of ordered) {
    spoken += claim.duration
    if (spoken >= REST_AFTER_MINUTES)
      return total - spoken >= WORTH_A_REST_MINUTES ? { after: claim.candidate.id, duration } : undefined
  }
  return undefined
}

const timed = <Section extends AgendaSection>(
  ordered: readonly Claim<Section>[],
  start: Temporal.PlainTime,
  rest: { after: string; duration: number } | undefined,
): { items: (AgendaItem & { section: Section })[]; pause?: Agenda['pause'] } => {
  let clock = start
  let pause: Agenda['pause']
  const items = ordered.map(({ candidate: { id, section }, duration }) => {
    const startsAt = clock
    clock = clock.add({ minutes: duration })
    if (rest?.after === id) {
      pause = { ...rest, startsAt: clock }
      clock = clock.add({ minutes: rest.duration })
    }
    return { id, section, startsAt, duration }
  })
  return { items, pause }
}
