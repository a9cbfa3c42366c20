import { z } from 'zod'
import {
  agendaAsPublished,
  type ComposedAgenda,
  type MeetingContext,
  meetingContext,
} from '../../actions/agenda/agenda-facts.ts'
import { noticeCard } from '../../cards/answer.ts'
import { maySeeAgenda } from '../../domain/agenda/permission.ts'
import { agendaTemplateOf, seriesWithAgenda, takesSummaries } from '../../domain/agenda/which-agenda.ts'
import { meetingName } from '../../domain/region/names.ts'
import { publishedAgendas } from '../../store/agenda/agendas.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'
import { refuse } from '../answer.ts'
import { carried, entityArgument, nameText, typed } from '../arguments.ts'
import type { Call } from '../call.ts'
import { meetingArgument } from '../meeting/arguments.ts'

/** An item of an agenda: a summary's id, or its key (`itemKey`). */
export const carriedItem = carried(z.string().regex(/^[a-z0-9:-]{1,120}$/))

const noMeeting = ({ text: { agendas: words } }: Call) =>
  noticeCard('agenda.no-meeting', words.noMeeting, words.noMeetingNext)

/** As far ahead as a council that meets once or twice a year. */
const AHEAD_HOURS = 24 * 366

/** The next meeting of each series whose agenda is not out, soonest first. */
const nextOfEach = async ({ scope, region, now }: Call): Promise<Meeting[]> => {
  const coming = await meetingsBetween(scope, now, now.add({ hours: AHEAD_HOURS }), seriesWithAgenda(region))
  const published = await publishedAgendas(
    scope,
    coming.map(({ id }) => id),
  )
  const out = new Set(published.map(({ meetingId }) => meetingId))
  const open = coming.filter(({ id }) => !out.has(id))
  return open.filter(({ id, seriesId }) => open.find((one) => one.seriesId === seriesId)?.id === id)
}

const suggestNext = async (call: Call, written: string) =>
  (await nextOfEach(call))
    .map((meeting) => ({ value: meeting.id, label: meetingName(call, meeting) }))
    .filter(({ label }) => label.includes(written.trim()))

/**
 * The meeting of a button, one by its name or its day, or the next one whose agenda is not out: of those that take
 * summaries, where the region has any, as that is the agenda that is worked on.
 */
export const agendaMeetingArgument = meetingArgument(
  { meeting: typed(nameText, suggestNext) },
  {
    among: nextOfEach,
    prefer: (fitting, { region }) =>
      fitting.find(({ seriesId }) =>
        region.series.some((one) => one.id === seriesId && takesSummaries(region, one)),
      ) ?? fitting[0],
    none: noMeeting,
    load: async (call, { id }) => {
      const context = await meetingContext(call.scope, call.region, id)
      if (!context || !agendaTemplateOf(call.region, context.series)) throw refuse(noMeeting(call))
      return context
    },
  },
)

type PublishedAgenda = { context: MeetingContext; composed: ComposedAgenda }

/** The published agenda of a button's meeting, for those who follow its body. */
export const publishedAgendaArgument = entityArgument({
  find: async ({ scope, region }, id): Promise<PublishedAgenda | undefined> => {
    const context = await meetingContext(scope, region, id)
    const composed = context && (await agendaAsPublished(scope, region, context))
    return context && composed && { context, composed }
  },
  subject: ({ context }) => ['agenda', context.meeting.id],
  see: maySeeAgenda,
  gone: noMeeting,
}).toSee
