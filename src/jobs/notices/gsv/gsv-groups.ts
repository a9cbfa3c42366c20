import { meetingContext } from '../../../actions/agenda/agenda-facts.ts'
import { dateOf } from '../../../actions/gsv/gsv-forming.ts'
import { groupsView, openingsOf, writtenOpenings } from '../../../actions/gsv/gsv-view.ts'
import { groupsCard } from '../../../cards/gsv/gsv.ts'
import { mayDisclose } from '../../../domain/agenda/disclosure.ts'
import { gsvGroupsKind } from '../../../domain/gsv/notices.ts'
import { sitsInGroups } from '../../../domain/gsv/participants.ts'
import { memberByAccount } from '../../../domain/region/accounts.ts'
import { memberName } from '../../../domain/region/names.ts'
import { rosterOf } from '../../../domain/region/roster.ts'
import { sessionOf } from '../../../store/gsv/gsv-sessions.ts'
import { writeAudit } from '../../../store/keeping/audit.ts'
import { sentDeliveries } from '../../../store/outbox/deliveries.ts'
import { type MessageFacts, notice } from '../notice.ts'
import { channelsOf } from '../recipients.ts'

/**
 * Posts confirmed groups to the body's channels, and updates the post in place when they change. Results of earlier
 * cases are shown only where the channel may show summaries.
 */
export const gsvGroups = notice(gsvGroupsKind, {
  hours: 'office',
  readers: 'checked',
  stillTrue: async ({ scope, region }, { meeting }) => {
    const file = await meetingContext(scope, region, meeting)
    const session = await sessionOf(scope, meeting)
    return file && session ? { file, session } : 'meeting-gone'
  },
  to: (facts) => {
    const { file, session } = facts.found
    return channelsOf({ ...facts, key: `${facts.key}:${session.revision}` }, file.body.id)
  },
  compose: async (facts) => {
    const { scope, region, delivery, now, language, text, payload } = facts
    const { file, session } = facts.found
    if (!sitsInGroups(file.series)) return { ok: false, reason: 'meeting-gone' }
    if (Temporal.Instant.compare(file.meeting.startsAt, now) <= 0) return { ok: false, reason: 'over' }
    const meeting = { meeting: file.meeting, series: file.series, date: dateOf(region, file.meeting) }
    const openings = await openingsOf(scope, meeting)
    const shows = file.body.disclosure === 'summaries' && readersAreOnRoster(facts, file.body.id)
    const nameOf = (id: string) => memberName(region, id)
    const written = await writtenOpenings(scope, openings, nameOf, () => shows)
    if (shows)
      await writeAudit(
        scope,
        openings.map(({ presentationId }) => ({
          at: now,
          action: 'gsv-groups',
          access: 'read' as const,
          subjectKind: 'gsv-presentation',
          subjectId: presentationId,
        })),
      )
    const card = groupsCard(groupsView(region, meeting, session, written), language, text)
    const post = (await sentDeliveries(scope, gsvGroupsKind.about(payload))).find(
      ({ id, platform, workspace, channel }) =>
        id !== delivery.id &&
        platform === delivery.platform &&
        workspace === delivery.workspace &&
        channel === delivery.channel,
    )
    const replaces =
      post?.sentChannel && post.sentMessage
        ? { channel: post.sentChannel, message: post.sentMessage }
        : undefined
    return { ok: true, card, told: { meeting: 1 }, replaces }
  },
})

const readersAreOnRoster = ({ region, delivery, audience, now }: MessageFacts, bodyId: string): boolean => {
  if (!audience) return false
  const roster = new Set(rosterOf(region, bodyId, now.toZonedDateTimeISO(region.timeZone).toPlainDate()))
  const { platform, workspace } = delivery
  const users = audience.members.filter((user) => {
    const member = memberByAccount(region, { platform, workspace, user })
    return member !== undefined && roster.has(member.id)
  })
  return mayDisclose('summaries', audience, new Set(users)).ok
}
