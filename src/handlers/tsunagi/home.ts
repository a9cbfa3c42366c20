import { homeCard } from '../../cards/home.ts'
import { seriesName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { meetingsBetween } from '../../store/meetings.ts'
import { missingSummaries } from '../../store/missing-summaries.ts'
import { dueMonitorings } from '../../store/monitorings.ts'
import { command } from '../command.ts'

/** What waits for the asker now: the platform's home page shows it, and `/tsunagi home` does. */
export const home = command({
  id: 'tsunagi.home',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.home.verb,
    description: (t) => t.commands.tsunagi.home.description,
  },
  permission: 'home.read',
  options: {},
  run: async ({ scope, asker, region, now, today, language, text }) => {
    const mine = ({ memberId }: { memberId: string }) => memberId === asker.memberId
    const own = region.series.filter(({ body }) => rosterOf(region, body).includes(asker.memberId))
    const coming = await meetingsBetween(
      scope,
      now,
      now.add({ hours: 24 * 31 }),
      own.map(({ id }) => id),
    )
    const view = {
      name: asker.name,
      monitorings: await dueMonitorings(scope, today, {
        memberIds: [asker.memberId, ...(asker.standsInFor ?? [])],
      }),
      unwritten: (await missingSummaries(scope, region, today)).filter(mine),
      meetings: coming.slice(0, 5).map(({ seriesId, startsAt }) => ({
        name: seriesName(region, seriesId),
        startsAt: startsAt.toZonedDateTimeISO(region.timeZone),
      })),
      today,
    }
    return { kind: 'say', card: homeCard(view, language, text) }
  },
})
