import { waitingFor } from '../../actions/digest/digest.ts'
import { regionOverview } from '../../actions/region/region-overview.ts'
import { homeCard } from '../../cards/digest/home.ts'
import { readerIn } from '../../cards/digest/parts.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { command } from '../legacy/command.ts'

const AHEAD_HOURS = 24 * 31
const NEXT_MEETINGS = 5

/** What waits for the asker now: the platform's home page shows it, and `/tsunagi home` does. */
export const home = command({
  id: 'tsunagi.home',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.home.verb,
    description: (t) => t.commands.tsunagi.home.description,
  },
  permission: 'home.read',
  shortcut: { global: (t) => t.menus.tsunagi.home },
  options: {},
  run: async ({ scope, asker, region, now, language, text, practiceUrl }) => {
    const own = region.series.filter(({ body }) => rosterOf(region, body).includes(asker.memberId))
    const ids = own.map(({ id }) => id)
    const coming = await meetingsBetween(scope, now, now.add({ hours: AHEAD_HOURS }), ids)
    const view = {
      name: asker.name,
      digest: await waitingFor(scope, region, now, asker.memberId),
      meetings: coming.slice(0, NEXT_MEETINGS).map((meeting) => ({
        meetingId: meeting.id,
        name: meetingTitle(region, meeting),
        startsAt: meeting.startsAt.toZonedDateTimeISO(region.timeZone),
      })),
      practiceUrl,
      ...(asker.roles.includes('coordinator') ? { region: await regionOverview(scope, region, now) } : {}),
    }
    return { kind: 'say', card: homeCard(view, readerIn(region, asker.memberId, language, text)) }
  },
})
