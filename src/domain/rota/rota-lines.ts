import { addBusinessDays, businessDayOnOrBefore } from '../calendar/working-calendar.ts'
import type { Morning } from '../digest/morning.ts'
import type { Rota } from '../region/rota.ts'
import type { Party, Turn } from './turn.ts'

/** One line of a morning's message about a rota. */
export type RotaLine = { rota: string } & (
  | { kind: 'turn'; from: Temporal.PlainDate; to: Temporal.PlainDate; party: Party }
  | { kind: 'asked'; swapId: string; mine: Temporal.PlainDate; theirs: Temporal.PlainDate; by: Party }
  | {
      kind: 'answered'
      mine: Temporal.PlainDate
      theirs: Temporal.PlainDate
      of: Party
      state: 'agreed' | 'refused'
    }
)

/** Longer turns are told of earlier too: ten business days before they begin. */
const LONG_TURNS = new Set<Rota['turn']>(['month', 'year'])
const EARLY_DAYS = 10

/** Whether a coming turn is told of this morning. */
export const tellsTurn = ({ turn }: Rota, { from }: Turn, morning: Morning): boolean => {
  const { calendar, today, since } = morning
  const isNow = (day: Temporal.PlainDate | undefined) =>
    day !== undefined &&
    Temporal.PlainDate.compare(day, since) > 0 &&
    Temporal.PlainDate.compare(day, today) <= 0
  const eve = businessDayOnOrBefore(calendar, from.subtract({ days: 1 }))
  return isNow(eve) || (LONG_TURNS.has(turn) && isNow(addBusinessDays(calendar, from, -EARLY_DAYS)))
}
