import { z } from 'zod'
import {
  agendaAsPublished,
  type ComposedAgenda,
  draftAgenda,
  type MeetingContext,
  meetingContext,
} from '../../actions/agenda/agenda-facts.ts'
import { noticeCard } from '../../cards/answer.ts'
import { maySeeAgenda } from '../../domain/agenda/permission.ts'
import { agendaTemplateOf, seriesWithAgenda, takesSummaries } from '../../domain/agenda/which-agenda.ts'
import { followsBody } from '../../domain/meeting/permission.ts'
import { may } from '../../domain/member/permission.ts'
import { meetingName } from '../../domain/region/names.ts'
import { publishedAgendas } from '../../store/agenda/agendas.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'
import { refuse } from '../answer.ts'
import { carried, entityArgument, nameText, type Option, typed } from '../arguments.ts'
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

const preferred = (fitting: readonly Meeting[], { region }: Call): Meeting | undefined =>
  fitting.find(({ seriesId }) =>
    region.series.some((one) => one.id === seriesId && takesSummaries(region, one)),
  ) ?? fitting[0]

/**
 * The meeting of a button, one by its name or its day, or the next one whose agenda is not out: of those that take
 * summaries, where the region has any, as that is the agenda that is worked on.
 */
export const agendaMeetingArgument = meetingArgument(
  { meeting: typed(nameText, suggestNext) },
  {
    among: nextOfEach,
    prefer: preferred,
    none: noMeeting,
    load: async (call, { id }) => {
      const context = await meetingContext(call.scope, call.region, id)
      if (!context || !agendaTemplateOf(call.region, context.series)) throw refuse(noMeeting(call))
      return context
    },
  },
)

type AgendaPaper = { meeting: Meeting; context: MeetingContext; composed: ComposedAgenda; isDraft: boolean }

/** Agendas are handed out as far back as council papers are asked for. */
const BACK_HOURS = 24 * 400

const followedSeries = ({ region, asker }: Call): string[] =>
  region.series.filter(({ body }) => followsBody(asker, body, region)).map(({ id }) => id)

/** Those of these meetings whose agenda is out. */
const publishedOf = async ({ scope }: Call, meetings: readonly Meeting[]): Promise<Meeting[]> => {
  const ids = meetings.map(({ id }) => id)
  const out = new Set((await publishedAgendas(scope, ids)).map(({ meetingId }) => meetingId))
  return meetings.filter(({ id }) => out.has(id))
}

/** Meetings of the asker's bodies whose agenda is out; for who prepares agendas, those whose is not, too. */
const papersAround = async (call: Call): Promise<Meeting[]> => {
  const { scope, now, asker } = call
  const [from, to] = [now.subtract({ hours: BACK_HOURS }), now.add({ hours: AHEAD_HOURS })]
  const published = await publishedOf(call, await meetingsBetween(scope, from, to, followedSeries(call)))
  const drafts = may(asker, 'agenda.preview') ? await nextOfEach(call) : []
  return [...published, ...drafts]
}

const suggestPapers = async (call: Call, written: string) =>
  (await papersAround(call))
    .toReversed()
    .map((meeting) => ({ value: meeting.id, label: meetingName(call, meeting) }))
    .filter(({ label }) => label.includes(written.trim()))

/**
 * An agenda as paper: that of the meeting on a day or of a name, by default of the next meeting whose agenda is out, else
 * of the last. Only where none is out, for who prepares agendas, the draft of the next.
 */
export const agendaToExport = meetingArgument<{ meeting: Option<string> }, AgendaPaper>(
  { meeting: typed(nameText, suggestPapers) },
  {
    among: papersAround,
    prefer: async (fitting, call) => {
      const published = await publishedOf(call, fitting)
      const isComing = ({ startsAt }: Meeting) => Temporal.Instant.compare(startsAt, call.now) > 0
      return published.find(isComing) ?? published.at(-1) ?? preferred(fitting, call)
    },
    none: (call, named) => {
      const { notOut, notOutNext } = call.text.agendas.exported
      return named === undefined
        ? noMeeting(call)
        : noticeCard('agenda.no-meeting', notOut(named), notOutNext)
    },
    load: async (call, meeting) => {
      const { scope, region, asker } = call
      const context = await meetingContext(scope, region, meeting.id)
      if (!context || !maySeeAgenda(asker, { context }, region)) throw refuse(noMeeting(call))
      const published = await agendaAsPublished(scope, region, context)
      if (published) return { meeting, context, composed: published, isDraft: false }
      if (!may(asker, 'agenda.preview') || !agendaTemplateOf(region, context.series)) {
        const { notOut, notOutNext } = call.text.agendas.exported
        throw refuse(noticeCard('agenda.no-meeting', notOut(meetingName(call, meeting)), notOutNext))
      }
      return { meeting, context, composed: await draftAgenda(scope, region, context), isDraft: true }
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
