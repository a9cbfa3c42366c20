import type { Config } from '../../app/config.ts'
import { systemClock } from '../../app/system-clock.ts'
import { addresseeOf, kindName, outcomeOf } from '../../cards/delivery.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import type { DeliveryLine } from '../../domain/delivery/line.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { ledgerLines } from '../../store/delivery/ledger.ts'
import { loadRegion } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { inChosenRegion } from '../region/choose.ts'

const words = catalogues.ja.deliveries

/** Limit of lines; for more, ask for a shorter period. */
const MOST = 1_000
const LAST_DAYS = 14

export type DeliveriesOptions = { region?: string; member?: string; since?: string }

/** Lists deliveries (`tsunagi deliveries`), newest first: due, sent, or why not; never their content. */
export const deliveriesOf = (
  options: DeliveriesOptions,
  config: Config,
  clock: Clock = systemClock,
): Promise<Spoken> =>
  inChosenRegion(config, options.region, async (scope) => {
    const region = await loadRegion(scope)
    const { member: memberId } = options
    if (memberId !== undefined && !region.members.some(({ id }) => id === memberId))
      return refused(words.cli.noMember(memberId))
    const now = clock.now()
    const since = sinceOf(options.since, region, now)
    if (!since) return refused(words.cli.badSince(options.since ?? ''))
    const found = await ledgerLines(scope, { since, memberId }, MOST)
    return { ok: true, lines: linesOf(found, region, now), data: found }
  })

const sinceOf = (
  typed: string | undefined,
  { timeZone }: Region,
  now: Temporal.Instant,
): Temporal.Instant | undefined => {
  if (typed === undefined) return now.subtract({ hours: 24 * LAST_DAYS })
  try {
    return Temporal.PlainDate.from(typed).toZonedDateTime(timeZone).toInstant()
  } catch {
    return undefined
  }
}

const linesOf = (found: readonly DeliveryLine[], region: Region, now: Temporal.Instant): string[] => {
  if (found.length === 0) return [words.cli.none]
  const nameOf = (id: string) => memberName(region, id)
  const reader = { now, timeZone: region.timeZone, language: 'ja' as const, text: catalogues.ja, nameOf }
  return [
    ...found.map((line) =>
      [
        line.promisedFor
          .toZonedDateTimeISO(region.timeZone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'second' }),
        kindName(line.kind, catalogues.ja),
        addresseeOf(line, reader),
        outcomeOf(line, reader),
      ].join('\t'),
    ),
    ...(found.length === MOST ? [words.cli.more(MOST)] : []),
  ]
}
