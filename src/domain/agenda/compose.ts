import { LIAISON_SECTIONS, MINUTES_PER_ITEM, type SectionId } from './templates.ts'

/** Something that wants a place on the agenda. */
type Candidate = {
  id: string
  section: SectionId
  /** Where it differs from its section's. */
  minutes?: number
  /** How often it was carried over already. */
  carriedOver: number
  /** 支援の必要度: 1 needs the closest following. */
  needLevel?: 1 | 2 | 3
  submittedAt: Temporal.Instant
  /** Monitoring results only: the centre and the person in charge agreed beforehand (seed 001: 事前協議). */
  agreed?: boolean
}

export type AgendaFacts = {
  start: Temporal.PlainTime
  limitMinutes: number
  candidates: readonly Candidate[]
}

type AgendaItem = { id: string; startsAt: Temporal.PlainTime; duration: number }
type CarriedOver = { id: string; reason: 'no-time' | 'not-agreed' }
export type Agenda = {
  /** All sections in order, empty ones too. */
  sections: { id: SectionId; items: AgendaItem[] }[]
  carriedOver: CarriedOver[]
  totalMinutes: number
  endsAt: Temporal.PlainTime
}

/** Who gets time first when it is short: plans are all discussed (seed 001: 新規プランは全ケース). */
const CLAIM: Readonly<Record<SectionId, number>> = {
  plan_review: 0,
  gsv: 1,
  intake_decision: 2,
  monitoring_result: 3,
  other: 4,
  notice: 5,
}

const minutesOf = ({ minutes, section }: Candidate): number => minutes ?? MINUTES_PER_ITEM[section]

/** Carried-over ones first, then by need, then by age; the id settles ties, so that the same facts give the same agenda. */
const byUrgency = (a: Candidate, b: Candidate): number =>
  b.carriedOver - a.carriedOver ||
  (a.needLevel ?? 4) - (b.needLevel ?? 4) ||
  Temporal.Instant.compare(a.submittedAt, b.submittedAt) ||
  (a.id < b.id ? -1 : 1)

/**
 * The six sections with clock times, never over the limit. What does not fit, and monitoring results not agreed
 * beforehand, are carried over with the reason: nothing is lost.
 */
export const composeAgenda = ({ start, limitMinutes, candidates }: AgendaFacts): Agenda => {
  const waits = (one: Candidate) => one.section === 'monitoring_result' && one.agreed !== true
  const claims = candidates
    .filter((one) => !waits(one))
    .toSorted((a, b) => CLAIM[a.section] - CLAIM[b.section] || byUrgency(a, b))
  const taken: Candidate[] = []
  const left: Candidate[] = []
  let minutes = 0
  for (const one of claims) {
    const fits = minutes + minutesOf(one) <= limitMinutes
    const overtaken = left.some(({ section }) => section === one.section)
    if (fits && !overtaken) {
      taken.push(one)
      minutes += minutesOf(one)
    } else left.push(one)
  }
  return {
    sections: timed(taken, start),
    carriedOver: [
      ...left.map(({ id }): CarriedOver => ({ id, reason: 'no-time' })),
      ...candidates.filter(waits).map(({ id }): CarriedOver => ({ id, reason: 'not-agreed' })),
    ],
    totalMinutes: minutes,
    endsAt: start.add({ minutes }),
  }
}

const timed = (taken: readonly Candidate[], start: Temporal.PlainTime): Agenda['sections'] => {
  let clock = start
  return LIAISON_SECTIONS.map((id) => ({
    id,
    items: taken
      .filter(({ section }) => section === id)
      .toSorted(byUrgency)
      .map((one): AgendaItem => {
        const startsAt = clock
        clock = clock.add({ minutes: minutesOf(one) })
        return { id: one.id, startsAt, duration: minutesOf(one) }
      }),
  }))
}
