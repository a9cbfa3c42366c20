import { z } from 'zod'
import { date, name, slug } from './field.ts'

const ROTA_KINDS = ['chair', 'recorder', 'host', 'on_call', 'short_stay', 'secondment', 'other'] as const

/** How long a turn is; `meeting`: one meeting of `series`. A year is a fiscal year, a week seven days from `from`. */
const TURN_LENGTHS = ['day', 'week', 'month', 'year', 'meeting'] as const

/** `since` is the first day somebody takes turns, `until` the last: keep who left in the list, so that past turns stay. */
const there = { since: date.optional(), until: date.optional() }

/** Whose turn it can be. A corporation (法人) is known by its name alone. */
const Party = z.union([
  z.strictObject({ member: slug, ...there }),
  z.strictObject({ office: slug, ...there }),
  z.strictObject({ municipality: slug, ...there }),
  z.strictObject({ corporation: name, ...there }),
])

/** 輪番: who does what in turn, from a day on, in the order of the file. */
export const Rota = z
  .strictObject({
    id: slug,
    name,
    kind: z.enum(ROTA_KINDS),
    /** Where it is announced, and whose chair, recorder or host it is. */
    body: slug.optional(),
    series: slug.optional(),
    turn: z.enum(TURN_LENGTHS),
    /** For how many turns each stays, so that so many are on at once (seed 003, 郡山市: three years each, one new a year). */
    lasts: z.int().min(1).max(12).default(1),
    from: date,
    order: z.array(Party).min(1).max(200),
  })
  .refine(({ turn, series }) => (turn === 'meeting') === (series !== undefined), {
    path: ['series'],
    message: 'rota-series',
  })
export type Rota = z.output<typeof Rota>
export type RotaParty = Rota['order'][number]
