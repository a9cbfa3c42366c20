import { drawToAgree } from '../../cards/digest/cases.ts'
import { drawToSubmit } from '../../cards/digest/meetings.ts'
import { newOrWeekly } from '../../domain/digest/morning.ts'
import { summariesToSubmit } from '../../domain/summary/telling.ts'
import { summariesToAgree } from '../../store/summary/summaries.ts'
import { byAsked, digestSection, type Inquiry, isNew } from '../digest/section.ts'
import { comingMeetings } from '../meeting/digest.ts'

/** Coming meetings that wait for summaries, with whom each is asked of. */
const asks = async (inquiry: Inquiry) =>
  (await inquiry.read(comingMeetings))
    .filter(({ summaries }) => summaries.length > 0)
    .map((one) => ({ ...one, summaries: byAsked(one.summaries, inquiry, ({ supportCase }) => supportCase) }))

export const toSubmit = digestSection({
  name: 'to-submit',
  load: asks,
  forReader: (meetings, reader, { morning }) =>
    summariesToSubmit(
      meetings.map(({ summaries, roster, ...one }) => ({
        ...one,
        summaries: summaries(reader).filter(({ memberId }) => roster.has(memberId) || roster.has(reader.id)),
      })),
      morning.today,
    ),
  card: drawToSubmit,
  told: (items) => ({ summary: items.reduce((sum, { summaries }) => sum + summaries.length, 0) }),
})

/** For a coordinator. */
export const toAgree = digestSection({
  name: 'to-agree',
  exists: ({ isReadBy }) => isReadBy('coordinator'),
  load: async (inquiry) =>
    (await summariesToAgree(inquiry.scope)).flatMap(({ id, code, presenterId, editedAt }) =>
      code === null ? [] : [{ id, code, memberId: presenterId, isNew: isNew(editedAt, inquiry) }],
    ),
  forReader: (summaries, { coordinates }, { morning }) =>
    coordinates ? newOrWeekly(summaries, morning) : [],
  card: drawToAgree,
})
