import { willPresent } from '../../actions/gsv/gsv-forming.ts'
import { openingsOf, writtenOpenings } from '../../actions/gsv/gsv-view.ts'
import { nextGsvCard } from '../../cards/gsv/gsv.ts'
import { mayPresent } from '../../domain/gsv/participants.ts'
import { GSV_MINUTES, type GsvMinutes, PATTERNS, stepsOf } from '../../domain/gsv/patterns.ts'
import { mayReadOpening, mayReadOpenings } from '../../domain/gsv/permission.ts'
import { may } from '../../domain/member/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { presentationById, presentationsOf } from '../../store/gsv/gsv-presentations.ts'
import { type GsvSession, sessionOf } from '../../store/gsv/gsv-sessions.ts'
import { preMeetingsOf } from '../../store/gsv/pre-meetings.ts'
import { say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { type Session, sessionArgument } from './arguments.ts'

type Groups = GsvSession['groups']

/** `/gsv next [series]`: who presents, who facilitates, my group; for who leads, the steps and what opens the session. */
export const nextGsv = command('gsv.next', {
  permission: 'gsv.read',
  args: { session: sessionArgument },
  run: async ({ args: { session }, ...call }) => {
    const { scope, region, asker, language, text } = call
    const { meeting, series, formed } = session
    const confirmed = formed?.confirmedAt ? formed : undefined
    const groups = confirmed?.groups ?? []
    const said = await presentationsOf(scope, [meeting.id])
    const nameOf = (id: string) => memberName(region, id)
    const presenters = willPresent(said, meeting.id)
    const mine = groupOf(asker.memberId, groups)
    const presented = said.find(({ memberId }) => memberId === mine?.presenterId)
    const pattern = presented?.pattern ?? series.groups.pattern
    const mayOffer =
      !confirmed &&
      may(asker, 'gsv.offer') &&
      mayPresent(region, series, asker.today).has(asker.memberId) &&
      !presenters.includes(asker.memberId)
    const own = (await preMeetingsOf(scope, [meeting.id])).find(
      (one) => one.presenterId === mine?.presenterId,
    )
    const next = {
      seriesName: series.name,
      startsAt: meeting.startsAt.toZonedDateTimeISO(region.timeZone),
      presenters: presenters.map(nameOf),
      facilitators: groups.map(({ facilitatorId }) => nameOf(facilitatorId)),
      mine: mine && {
        number: mine.number,
        names: mine.memberIds.map(nameOf),
        facilitates: mine.facilitatorId === asker.memberId,
      },
      preMeetingOn: own?.on ?? confirmed?.preMeetingOn,
      otherDay: mine?.facilitatorId === asker.memberId ? mine.presenterId : undefined,
      meetingId: meeting.id,
      openings: await openingsFor(call, session, groups),
      steps: stepsOf(pattern, minutesOf(meeting.durationMinutes)),
      rules: PATTERNS[pattern].rules,
      mayOffer,
    }
    return say(nextGsvCard(next, language, text))
  },
})

const groupOf = (memberId: string, groups: Groups) =>
  groups
    .map((group, at) => ({ ...group, number: at + 1 }))
    .find(({ memberIds }) => memberIds.includes(memberId))

/** A group has one case: the longest preset of one case that the meeting has room for. */
const minutesOf = (duration: number): GsvMinutes =>
  GSV_MINUTES.filter((minutes) => minutes <= Math.min(duration, 60)).at(-1) ?? GSV_MINUTES[0]

/** What came of earlier cases, each with its text for who may read it. Notes the read in the audit log. */
const openingsFor = async (call: Call, session: Session, groups: Groups) => {
  const { scope, region, asker } = call
  const disclosure = region.bodies.find(({ id }) => id === session.series.body)?.disclosure
  const mayReadAll = mayReadOpenings(asker, { groups, disclosure })
  const openings = await openingsOf(scope, session)
  const shown = new Set<string>()
  for (const { presentationId } of openings) {
    const presented = await presentationById(scope, presentationId)
    if (!presented) continue
    const { meetingId, memberId } = presented
    const then = mayReadAll ? undefined : await sessionOf(scope, meetingId)
    if (!(mayReadAll || mayReadOpening(asker, memberId, then?.groups ?? []))) continue
    shown.add(presentationId)
    call.note('read', 'gsv-presentation', presentationId)
  }
  return writtenOpenings(
    scope,
    openings,
    (id) => memberName(region, id),
    ({ presentationId }) => shown.has(presentationId),
  )
}
