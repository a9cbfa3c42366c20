import { type GsvMeeting, willPresent } from '../../actions/gsv/gsv-forming.ts'
import { openingsOf, writtenOpenings } from '../../actions/gsv/gsv-view.ts'
import { nextGsvCard } from '../../cards/gsv/gsv.ts'
import { mayPresent } from '../../domain/gsv/participants.ts'
import { GSV_MINUTES, type GsvMinutes, PATTERNS, stepsOf } from '../../domain/gsv/patterns.ts'
import { may } from '../../domain/member/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { type Presentation, presentationById, presentationsOf } from '../../store/gsv/gsv-presentations.ts'
import { type GsvSession, sessionOf } from '../../store/gsv/gsv-sessions.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { optionalMeeting } from '../legacy/options.ts'
import { seriesOption, sessionMeant } from './find-session.ts'

/** `/gsv next [series]`: who presents, who facilitates, my group; for who leads, the steps and what opens the session. */
export const nextGsv = command({
  id: 'gsv.next',
  words: {
    noun: (t) => t.commands.gsv.noun,
    verb: (t) => t.commands.gsv.next.verb,
    description: (t) => t.commands.gsv.next.description,
  },
  permission: 'gsv.read',
  options: { series: seriesOption, meeting: optionalMeeting },
  run: async (call) => {
    const { scope, region, asker, language, text } = call
    const meant = await sessionMeant(call, call.options)
    if (!meant.ok) return meant.refusal
    const { session } = meant
    const { meeting, series } = session
    const stored = await sessionOf(scope, meeting.id)
    const settled = stored?.confirmedAt ? stored : undefined
    const said = await presentationsOf(scope, [meeting.id])
    const nameOf = (id: string) => memberName(region, id)
    const presenters = willPresent(said, meeting.id)
    const groups = settled?.groups ?? []
    const at = groups.findIndex(({ memberIds }) => memberIds.includes(asker.memberId))
    const mine = groups[at]
    const pattern =
      said.find(({ memberId }) => memberId === mine?.presenterId)?.pattern ?? series.groups.pattern
    const card = nextGsvCard(
      {
        seriesName: series.name,
        startsAt: meeting.startsAt.toZonedDateTimeISO(region.timeZone),
        ...(series.place === undefined ? {} : { place: series.place }),
        presenters: presenters.map(nameOf),
        facilitators: groups.map(({ facilitatorId }) => nameOf(facilitatorId)),
        ...(mine
          ? {
              mine: {
                number: at + 1,
                names: mine.memberIds.map(nameOf),
                facilitates: mine.facilitatorId === asker.memberId,
              },
            }
          : {}),
        ...(settled ? { preMeetingOn: settled.preMeetingOn } : {}),
        openings: await openingsFor(call, session, settled),
        steps: stepsOf(pattern, minutesOf(meeting.durationMinutes)),
        rules: PATTERNS[pattern].rules,
        mayOffer:
          !settled &&
          may(asker, 'gsv.offer') &&
          mayPresent(region, series).has(asker.memberId) &&
          !presenters.includes(asker.memberId),
      },
      language,
      text,
    )
    return { kind: 'say', card }
  },
})

/** A group has one case: the longest preset of one case that the meeting has room for. */
const minutesOf = (duration: number): GsvMinutes =>
  GSV_MINUTES.filter((minutes) => minutes <= Math.min(duration, 60)).at(-1) ?? GSV_MINUTES[0]

/**
 * What came of earlier cases. Its text is for the coordinators, for who leads a group this time, and for those who sat
 * in the group then; for the whole body where it may see summaries.
 */
const openingsFor = async (call: BaseCall, session: GsvMeeting, settled: GsvSession | undefined) => {
  const { scope, region, asker } = call
  const body = region.bodies.find(({ id }) => id === session.series.body)
  const leads = settled?.groups.some(({ facilitatorId }) => facilitatorId === asker.memberId)
  const seesAll = asker.roles.includes('coordinator') || leads === true || body?.disclosure === 'summaries'
  const openings = await openingsOf(scope, session)
  const shown = new Set<string>()
  for (const { presentationId } of openings) {
    const presentation = await presentationById(scope, presentationId)
    if (!presentation || !(seesAll || (await satWith(call, presentation)))) continue
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

const satWith = async ({ scope, asker }: BaseCall, { meetingId, memberId }: Presentation) => {
  const then = await sessionOf(scope, meetingId)
  const group = then?.groups.find(({ presenterId }) => presenterId === memberId)
  return group?.memberIds.includes(asker.memberId) === true
}
