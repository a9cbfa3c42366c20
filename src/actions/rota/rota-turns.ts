import { businessDayOnOrAfter, toInstant } from '../../domain/calendar/working-calendar.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Rota } from '../../domain/region/rota.ts'
import { rotaTurnKind } from '../../domain/rota/notices.ts'
import { turns } from '../../domain/rota/rota.ts'
import type { Turn } from '../../domain/rota/turn.ts'
import type { Scope } from '../../store/engine/database.ts'
import { planReminders } from '../../store/outbox/reminders.ts'
import { rotaFacts } from './rota-facts.ts'

/** Look-ahead: a little more than the month between two runs. */
const AHEAD = { days: 40 }

/** Turns of a day or of one meeting are told to whom they concern and stand in the agenda: a channel hears of longer ones. */
const POSTED = new Set<Rota['turn']>(['week', 'month', 'year'])

/** Schedules the posts of turns that begin within the coming weeks, each on its first business morning. */
export const planRotaTurns = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<void> => {
  const calendar = calendarOf(region)
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const until = today.add(AHEAD)
  for (const rota of region.rotas.filter(({ body, turn }) => body !== undefined && POSTED.has(turn))) {
    const coming = turns(rota, today, until, await rotaFacts(scope, region, rota, until))
    const wanted = coming.flatMap(({ from }) => {
      const day = businessDayOnOrAfter(calendar, from)
      const dueAt = day && toInstant(calendar, day, region.settings.digestAt)
      if (!dueAt || Temporal.Instant.compare(dueAt, now) <= 0) return []
      return [rotaTurnKind.due({ rota: rota.id, from }, dueAt)]
    })
    await planReminders(scope, wanted)
  }
}

/** Returns the turn that begins on a day, with the one after it. Undefined where the rota or the turn is gone. */
export const turnFrom = async (
  scope: Scope,
  region: Region,
  rotaId: string,
  from: Temporal.PlainDate,
): Promise<{ rota: Rota; turn: Turn; next: Turn | undefined } | undefined> => {
  const rota = region.rotas.find(({ id }) => id === rotaId)
  if (!rota) return undefined
  const until = from.add({ years: 2 })
  const all = turns(rota, from, until, await rotaFacts(scope, region, rota, until))
  const at = all.findIndex((turn) => turn.from.equals(from))
  const turn = all[at]
  return turn && { rota, turn, next: all[at + 1] }
}
