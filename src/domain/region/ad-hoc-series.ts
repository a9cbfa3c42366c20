import type { Region } from './region.ts'

type Series = Region['series'][number]
type BodyKind = Region['bodies'][number]['kind']

/**
 * What a body meets for beside its series: an ordinary meeting (随時), or to prepare (打合せ). The bot makes such a series
 * when a poll first needs it. It names no days, and the region's file knows nothing of it.
 */
export type AdHoc = 'meeting' | 'preparatory'

const PREFIXES = { meeting: 'ad-hoc', preparatory: 'prep' } as const
const IDS = { meeting: /^ad-hoc-\d+$/, preparatory: /^prep-\d+$/ } as const

type Known = Pick<Series, 'id' | 'rule' | 'timesAYear' | 'businessDay'>

const isOf = (use: AdHoc, { id, rule, timesAYear, businessDay }: Known): boolean =>
  IDS[use].test(id) && (rule ?? timesAYear ?? businessDay) === undefined

export const isAdHoc = (series: Known): boolean => isOf('meeting', series) || isOf('preparatory', series)

/** The series of a region's file, which meet by a rule. */
export const regularSeries = ({ series }: Pick<Region, 'series'>): Series[] =>
  series.filter((one) => !isAdHoc(one))

export const adHocSeriesOf = (region: Region, bodyId: string, use: AdHoc): Series | undefined =>
  region.series.find((one) => one.body === bodyId && isOf(use, one))

/** A body's ordinary meeting is of its own kind: what follows from a kind (an agenda) follows here, too. */
const KINDS = {
  plenary: 'plenary',
  steering: 'steering',
  secretariat: 'secretariat',
  subcommittee: 'subcommittee',
  working_group: 'subcommittee',
  liaison: 'coordination',
} as const satisfies Record<BodyKind, Series['kind']>

/** To prepare is the one kind that nothing follows from: no agenda, no groups, no guidance given. */
const KIND_TO_PREPARE = 'training'

/** The series that a poll for this body makes; `first`: the meeting it is made for. */
export const newAdHocSeries = (
  region: Region,
  body: Pick<Region['bodies'][number], 'id' | 'name' | 'kind'>,
  use: AdHoc,
  first: { day: Temporal.PlainDate; time: Temporal.PlainTime; minutes: number },
): Series => {
  const taken = new Set(region.series.map(({ id }) => id))
  let number = 1
  while (taken.has(`${PREFIXES[use]}-${number}`)) number += 1
  return {
    id: `${PREFIXES[use]}-${number}`,
    name: body.name,
    kind: use === 'preparatory' ? KIND_TO_PREPARE : KINDS[body.kind],
    body: body.id,
    from: first.day,
    time: first.time,
    duration: first.minutes,
    onClosedDay: 'next',
  }
}

/** A region about to be stored, with what the bot made of its bodies' meetings: by the names that the bodies have now. */
export const keepAdHoc = (stored: Region | undefined, wanted: Region): Region => {
  const given = new Set(wanted.series.map(({ id }) => id))
  const kept = (stored?.series ?? []).filter((one) => isAdHoc(one) && !given.has(one.id))
  const series = [...wanted.series, ...kept].flatMap((one) => {
    if (!isAdHoc(one)) return [one]
    const body = wanted.bodies.find(({ id }) => id === one.body)
    return body ? [{ ...one, name: body.name }] : []
  })
  return { ...wanted, series }
}
