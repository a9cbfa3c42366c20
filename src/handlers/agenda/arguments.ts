import {
  agendaAsPublished,
  type ComposedAgenda,
  type MeetingContext,
  meetingContext,
} from '../../actions/agenda/agenda-facts.ts'
import { noticeCard } from '../../cards/answer.ts'
import { maySeeAgenda } from '../../domain/agenda/permission.ts'
import { nextMeetingWithoutAgenda } from '../../store/meeting/meetings.ts'
import { refuse } from '../answer.ts'
import { carriedId, entityArgument } from '../arguments.ts'
import type { Call } from '../call.ts'
import { meetingArgument } from '../meeting/arguments.ts'

const noMeeting = ({ text: { agendas: words } }: Call) =>
  noticeCard('agenda.no-meeting', words.noMeeting, words.noMeetingNext)

/** The meeting of a button, or the next one whose agenda is not out. */
export const agendaMeetingArgument = meetingArgument(
  { meeting: carriedId },
  {
    among: async ({ scope, region, now }) => {
      const series = region.series.filter(({ agenda }) => agenda?.takesSummaries).map(({ id }) => id)
      return [(await nextMeetingWithoutAgenda(scope, series, now)) ?? []].flat()
    },
    prefer: ([next]) => next,
    none: noMeeting,
    load: async (call, { id }) => {
      const context = await meetingContext(call.scope, call.region, id)
      if (!context) throw refuse(noMeeting(call))
      return context
    },
  },
)

type PublishedAgenda = { context: MeetingContext; composed: ComposedAgenda }

/** The published agenda of a button's meeting, for those who follow its body. */
export const publishedAgendaArgument = entityArgument({
  find: async ({ scope, region }, id): Promise<PublishedAgenda | undefined> => {
    const context = await meetingContext(scope, region, id)
    const composed = context && (await agendaAsPublished(scope, context))
    return context && composed && { context, composed }
  },
  subject: ({ context }) => ['agenda', context.meeting.id],
  see: maySeeAgenda,
  gone: noMeeting,
}).toSee
