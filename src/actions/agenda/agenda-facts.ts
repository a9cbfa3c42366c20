import type { AgendaTopic, AgendaView } from '../../domain/agenda/agenda-view.ts'
import { type Agenda, type Candidate, composeAgenda } from '../../domain/agenda/compose.ts'
import { firstDayOf, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts'
import { ordinalInFiscalYear } from '../../domain/meeting/wanted-meetings.ts'
import { isAdHoc } from '../../domain/region/ad-hoc-series.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { SUMMARY_FORMS } from '../../domain/summary/forms.ts'
import type { StoredChange } from '../../store/agenda/agendas.ts'
import { publishedAgenda } from '../../store/agenda/agendas.ts'
import { caseCodes } from '../../store/case/cases.ts'
import type { Scope } from '../../store/engine/database.ts'
import { type FollowUp, followUpsById, followUpsOfSeries } from '../../store/followup/follow-ups.ts'
import { heldUntil, type Meeting, meetingById } from '../../store/meeting/meetings.ts'
import { ASKED } from '../../store/summary/asked-summaries.ts'
import { type Summary, summariesById, summariesOf, summaryFields } from '../../store/summary/summaries.ts'
import { followUpCandidate, followUpTopic } from '../followup/follow-ups-on-agenda.ts'
import { isLastChanceForGsv } from '../gsv/gsv-of-month.ts'

export type MeetingContext = {
  meeting: Meeting
  series: Region['series'][number]
  body: Region['bodies'][number]
  startsAt: Temporal.ZonedDateTime
  fiscalYear: number
  /** 第n回 of its fiscal year. */
  ordinal: number
}

/** A meeting with its series and body. Undefined when it is gone, cancelled, or its series left the region file. */
export const meetingContext = async (
  scope: Scope,
  region: Region,
  meetingId: string,
): Promise<MeetingContext | undefined> => {
  const meeting = await meetingById(scope, meetingId)
  const series = region.series.find(({ id }) => id === meeting?.seriesId)
  const body = region.bodies.find(({ id }) => id === series?.body)
  if (!meeting || meeting.cancelled !== null || !series || !body) return undefined
  const startsAt = meeting.startsAt.toZonedDateTimeISO(region.timeZone)
  const fiscalYear = fiscalYearOf(meeting.nominal)
  const ordinal = isAdHoc(series)
    ? await heldUntil(scope, series.id, firstDayOf(fiscalYear), meeting.nominal)
    : ordinalInFiscalYear(region, series, meeting.nominal)
  return { meeting, series, body, startsAt, fiscalYear, ordinal }
}

export type ComposedAgenda = {
  agenda: Agenda
  summaries: ReadonlyMap<string, Summary>
  /** What the series gave out and is due: one item, whose id is the meeting's. */
  followUps: FollowUp[]
  /** Of a published one: shown without case content, and what changed since. */
  plain: boolean
  changes: StoredChange[]
}

const mapped = (summaries: Summary[]) => new Map(summaries.map((summary) => [summary.id, summary]))

/** Composes the agenda as it would be if it closed now. */
export const draftAgenda = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
): Promise<ComposedAgenda> => {
  const summaries = await summariesOf(scope, [context.meeting.id])
  const { meeting, series, startsAt } = context
  const followUps = await followUpsOfSeries(scope, series.id, meeting.startsAt, startsAt.toPlainDate())
  const firstGsv = summaries.find(({ section }) => section === 'gsv')
  const cannotWait = firstGsv && (await isLastChanceForGsv(scope, region, context)) ? firstGsv.id : undefined
  const agenda = composeAgenda({
    start: context.startsAt.toPlainTime(),
    limitMinutes: context.series.agenda?.limitMinutes ?? context.series.duration,
    breakMinutes: context.series.agenda?.breakMinutes,
    hardestFirst: context.series.agenda?.hardestFirst,
    candidates: [
      ...summaries.map((summary) => ({ ...candidateOf(summary), cannotWait: summary.id === cannotWait })),
      ...followUpCandidate(meeting, followUps.length),
    ],
  })
  return { agenda, summaries: mapped(summaries), followUps, plain: false, changes: [] }
}

const candidateOf = (summary: Summary): Candidate => {
  const { id, section, carriedOver, submittedAt, heldBack, duration, position, form, planKind } = summary
  const needLevel = ([1, 2, 3] as const).find((level) => level === summary.needLevel)
  return {
    id,
    section,
    carriedOver,
    submittedAt,
    heldBack,
    // A GSV that somebody was asked for keeps its place while its case is being chosen.
    ready: summary.version !== ASKED || section === 'gsv',
    agreed: summary.agreedAt !== null,
    code: summary.code ?? undefined,
    isNewPlan: form === 'plan_review' && planKind === 'new',
    needLevel,
    minutes: duration ?? summary.estimated,
    position: position ?? undefined,
  }
}

/** Loads the snapshot of the agenda as it was published, whatever changed since. */
export const agendaAsPublished = async (
  scope: Scope,
  context: MeetingContext,
): Promise<ComposedAgenda | undefined> => {
  const published = await publishedAgenda(scope, context.meeting.id)
  if (!published) return undefined
  const summaries = await summariesById(
    scope,
    published.items.map(({ summaryId }) => summaryId),
  )
  const followUps = await followUpsById(
    scope,
    published.items.flatMap((item) => item.followUps ?? []),
  )
  const start = context.startsAt.toPlainTime()
  const { sections } = composeAgenda({ start, limitMinutes: 0, candidates: [] })
  const agenda: Agenda = {
    sections: sections.map(({ id }) => ({
      id,
      items: published.items
        .filter(({ section }) => section === id)
        .map((item) => ({
          id: item.summaryId,
          startsAt: Temporal.PlainTime.from(item.startsAt),
          duration: item.duration,
        })),
    })),
    carriedOver: [],
    pause: published.pause
      ? { ...published.pause, startsAt: Temporal.PlainTime.from(published.pause.startsAt) }
      : undefined,
    totalMinutes: published.totalMinutes,
    endsAt: start.add({ minutes: published.totalMinutes }),
  }
  const { plain, changes } = published
  return { agenda, summaries: mapped(summaries), followUps, plain, changes }
}

/**
 * Resolves the agenda's ids to the names people read. `withTexts` opens the summaries: the caller notes that in the
 * audit log.
 */
export const agendaView = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  { agenda, summaries, followUps, changes }: ComposedAgenda,
  withTexts: boolean,
): Promise<AgendaView> => {
  const { series } = context
  const topics = new Map<string, AgendaTopic>()
  for (const summary of summaries.values())
    topics.set(summary.id, await topicOf(scope, region, summary, withTexts))
  if (followUps.length > 0)
    topics.set(context.meeting.id, await followUpTopic(scope, region, followUps, withTexts))
  return {
    meetingId: context.meeting.id,
    seriesName: series.name,
    fiscalYear: context.fiscalYear,
    ordinal: context.ordinal,
    startsAt: context.startsAt,
    durationMinutes: context.meeting.durationMinutes,
    place: series.place,
    limitMinutes: series.agenda?.limitMinutes ?? series.duration,
    agenda,
    topics,
    codes: await caseCodes(scope),
    changes: changes.map(({ at, by, what, item }) => ({
      at: Temporal.Instant.from(at).toZonedDateTimeISO(region.timeZone),
      by: memberName(region, by),
      what,
      item,
    })),
  }
}

const topicOf = async (
  scope: Scope,
  region: Region,
  { id, form, code, planKind, presenterId, carriedOver, paperTitle, paperUrl }: Summary,
  withTexts: boolean,
): Promise<AgendaTopic> => {
  const { about } = SUMMARY_FORMS[form]
  const texts = withTexts || about === 'none' ? await summaryFields(scope, id) : {}
  const { topic, ...written } = texts
  return {
    form,
    presenter: memberName(region, presenterId),
    carriedOver,
    written: withTexts ? Object.entries(written).map(([field, text]) => ({ field, text })) : [],
    planKind: form === 'plan_review' ? (planKind ?? undefined) : undefined,
    code: code ?? undefined,
    title: topic,
    paper: paperTitle && paperUrl ? { title: paperTitle, url: paperUrl } : undefined,
  }
}
