import { waitingFor } from '../../actions/digest/digest.ts'
import { regionOverview } from '../../actions/region/region-overview.ts'
import { homeCard } from '../../cards/digest/home.ts'
import { readerIn } from '../../cards/digest/parts.ts'
import { may } from '../../domain/member/permission.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

const AHEAD_HOURS = 24 * 31
const NEXT_MEETINGS = 5

/** What waits for the asker now: the platform's home page shows it, and `/tsunagi home` does. */
export const home = command('tsunagi.home', {
  permission: 'home.read',
  shortcut: { global: true },
  run: async ({ scope, asker, region, now, language, text, practiceUrl }) => {
    const own = region.series.filter(({ body }) =>
      rosterOf(region, body, asker.today).includes(asker.memberId),
    )
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
      region: may(asker, 'region.overview') ? await regionOverview(scope, region, now) : undefined,
    }
    return say(homeCard(view, readerIn(region, asker.memberId, language, text)))
  },
})
