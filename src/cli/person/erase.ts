import type { Config } from '../../app/config.ts'
import { systemClock } from '../../app/system-clock.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import { type Counted, countsOn, withoutMember } from '../../domain/region/leaver.ts'
import type { Scope } from '../../store/engine/database.ts'
import { erasePersonData } from '../../store/keeping/person-data.ts'
import { type Duties, dutiesOf } from '../../store/keeping/person-duties.ts'
import { loadRegion, saveRegion } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { inChosenRegion } from '../region/choose.ts'

const words = catalogues.ja.person

export type EraseOptions = { region?: string; yes: boolean }

/**
 * Erases the data that is only about a member, once they have no open duties (`tsunagi person erase MEMBER --yes`). A dry
 * run without `--yes`.
 */
export const erasePerson = (
  memberId: string,
  options: EraseOptions,
  config: Config,
  clock: Clock = systemClock,
): Promise<Spoken> =>
  inChosenRegion(config, options.region, (scope) => erase(scope, memberId, options.yes, clock.now()))

const erase = async (
  scope: Scope,
  memberId: string,
  isSure: boolean,
  now: Temporal.Instant,
): Promise<Spoken> => {
  const region = await loadRegion(scope)
  const member = region.members.find(({ id }) => id === memberId)
  if (!member) return refused(words.unknown(memberId))
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const duties = await dutiesOf(scope, memberId, now, today)
  const counted = countsOn(region, memberId, today)
  const inHand = [...dutyLines(duties), ...counted.map(countedLine)]
  if (inHand.length > 0)
    return { ok: false, lines: [words.inHand(member.name), ...inHand], data: { duties, counted } }
  if (!isSure) return { ok: true, lines: [words.would(member.name)], data: { erased: false } }
  await saveRegion(scope, withoutMember(region, memberId, words.erasedName))
  await erasePersonData(scope, member, now)
  return { ok: true, lines: [words.erased(memberId)], data: { erased: true } }
}

const dutyLines = (duties: Duties): string[] =>
  Object.entries(words.duties).flatMap(([name, line]) => {
    const held = duties[name as keyof Duties]
    return held > 0 ? [line(held)] : []
  })

const countedLine = ({ where, id }: Counted): string => words.counted[where](id)
