import { drawFollowUps, drawLateFollowUps } from '../../cards/digest/followups.ts'
import { addBusinessDays } from '../../domain/calendar/working-calendar.ts'
import { tellsOpenWork } from '../../domain/digest/morning.ts'
import { lateFollowUps, type OpenFollowUp, toldFollowUps } from '../../domain/followup/telling.ts'
import { type FollowUp, followUpsToTell } from '../../store/followup/follow-ups.ts'
import { byAsked, digestSection, type Inquiry } from '../digest/section.ts'

/** The follow-ups a morning may tell of, without what was written. */
const openFollowUps = async ({
  scope,
  morning,
  toldFrom,
}: Inquiry): Promise<(OpenFollowUp & Pick<FollowUp, 'supportCase'>)[]> => {
  const { today, calendar } = morning
  const until = addBusinessDays(calendar, today, 1) ?? today
  const found = await followUpsToTell(scope, until, toldFrom)
  return found.map(({ id, memberId, code, supportCase, dueOn, givenBy, givenAt }) => ({
    id,
    memberId,
    code,
    supportCase,
    dueOn,
    givenBy,
    isNew: givenBy !== memberId && Temporal.Instant.compare(givenAt, toldFrom) >= 0,
  }))
}

/** Section: follow-ups of the reader, and of those whom they stand in for. */
export const followUps = digestSection({
  name: 'follow-ups',
  load: async (inquiry) =>
    byAsked(await inquiry.read(openFollowUps), inquiry, ({ supportCase }) => supportCase),
  forReader: (open, reader, { morning }) => toldFollowUps(open(reader), morning, tellsOpenWork(morning)),
  card: drawFollowUps,
  told: (items) => ({ followUp: items.length }),
})

/** Section for a coordinator: everybody else's. */
export const lateOnes = digestSection({
  name: 'late-follow-ups',
  exists: ({ isReadBy }) => isReadBy('coordinator'),
  load: openFollowUps,
  forReader: (open, { id, coordinates }, { asked, morning }) =>
    coordinates
      ? lateFollowUps(
          open.filter(({ memberId }) => asked.get(memberId) !== id),
          morning,
          tellsOpenWork(morning),
        )
      : [],
  card: drawLateFollowUps,
})
