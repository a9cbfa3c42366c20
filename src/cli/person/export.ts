import { z } from 'zod'
import type { Config } from '../../app/config.ts'
import { systemClock } from '../../app/system-clock.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import { Region } from '../../domain/region/region.ts'
import { everOnRoster } from '../../domain/region/roster.ts'
import { personData } from '../../store/keeping/person-data.ts'
import { loadRegion } from '../../store/region/regions.ts'
import { catalogues } from '../../text/catalogue.ts'
import { refused, type Spoken } from '../command-line.ts'
import { inChosenRegion } from '../region/choose.ts'

const words = catalogues.ja.person

/** Exports everything stored about a member as JSON (`tsunagi person export MEMBER`). Written to the audit log. */
export const exportPerson = (
  memberId: string,
  regionId: string | undefined,
  config: Config,
  clock: Clock = systemClock,
): Promise<Spoken> =>
  inChosenRegion(config, regionId, async (scope) => {
    const region = await loadRegion(scope)
    const member = z.encode(Region, region).members?.find(({ id }) => id === memberId)
    const accounts = region.members.find(({ id }) => id === memberId)?.accounts
    if (!member || !accounts) return refused(words.unknown(memberId))
    const bodies = region.bodies.filter(({ id }) => everOnRoster(region, id).includes(memberId))
    const data = {
      region: region.id,
      member,
      bodies: bodies.map(({ id, name }) => ({ id, name })),
      rows: await personData(scope, { id: memberId, accounts }, clock.now()),
    }
    return { ok: true, lines: [JSON.stringify(data, null, 2)], data }
  })
