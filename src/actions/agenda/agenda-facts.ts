import type { AgendaTopic, AgendaView, ShownAgenda } from '../../domain/agenda/agenda-view.ts'
import { type Agenda, type Candidate, composeAgendaOf } from '../../domain/agenda/compose.ts'
import { disclose } from '../../domain/agenda/disclose.ts'
import type { Disclosure } from '../../domain/agenda/disclosure.ts'
import {
  type AgendaTemplate,
  agendaSettings,
  agendaTemplateOf,
  sectionsOfAgenda,
} from '../../domain/agenda/which-agenda.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { SUMMARY_FORMS } from '../../domain/summary/forms.ts'
import {
  type BroughtItem,
  broughtItems,
  publishedAgenda,
  type StoredChange,
} from '../../store/agenda/agendas.ts'
import type { Scope } from '../../store/engine/database.ts'
import { ASKED } from '../../store/summary/asked-summaries.ts'
import { type Summary, summariesById, summariesOf, summaryFields } from '../../store/summary/summaries.ts'
import { isLastChanceForGsv } from '../gsv/gsv-of-month.ts'
import { bringCandidates, topicsOfItems } from './candidates.ts'
import { clearanceAt } from './clearance.ts'
import type { MeetingContext } from './meeting-context.ts'

export { type MeetingContext, meetingContext } from './meeting-context.ts'

export type ComposedAgenda = {
  agenda: Agenda
  summaries: ReadonlyMap<string, Summary>
  /** What is on it, or left out of it, beside summaries. */
  brought: BroughtItem[]
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
  const firstGsv = summaries.find(({ section }) => section === 'gsv')
  const cannotWait = firstGsv && (await isLastChanceForGsv(scope, region, context)) ? firstGsv.id : undefined
  const sections = sectionsOfAgenda(templateOf(region, context))
  const { candidates, brought } = await bringCandidates(scope, region, context, sections)
  const settings = agendaSettings(context.series)
  const agenda = composeAgendaOf(sections, {
    start: context.startsAt.toPlainTime(),
    limitMinutes: settings?.limitMinutes ?? context.series.duration,
    breakMinutes: settings?.breakMinutes,
    hardestFirst: settings?.hardestFirst,
    candidates: [
      ...summaries.map((summary) => ({ ...candidateOf(summary), cannotWait: summary.id === cannotWait })),
      ...candidates,
    ],
  })
  return { agenda, summaries: mapped(summaries), brought, plain: false, changes: [] }
}

/** The sections of a meeting's agenda; the liaison's where its series left off having one since. */
const templateOf = (region: Region, { series }: MeetingContext): AgendaTemplate =>
  agendaTemplateOf(region, series) ?? 'liaison'

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
  region: Region,
  context: MeetingContext,
): Promise<ComposedAgenda | undefined> => {
  const published = await publishedAgenda(scope, context.meeting.id)
  if (!published) return undefined
  const summaries = await summariesById(
    scope,
    published.items.flatMap(({ summaryId, key }) => (key === undefined ? [summaryId] : [])),
  )
  const start = context.startsAt.toPlainTime()
  const agenda: Agenda = {
    sections: sectionsOfAgenda(templateOf(region, context)).map((id) => ({
      id,
      items: published.items
        .filter(({ section }) => section === id)
        .map((item) => ({
          id: item.key ?? item.summaryId,
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
  return { agenda, summaries: mapped(summaries), brought: broughtItems(published.items), plain, changes }
}

/**
 * Resolves the agenda's ids to the names people read, as far as `level` shows them. `summaries` opens the texts: the
 * caller notes that in the audit log.
 */
export const agendaView = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  { agenda, summaries, brought, changes }: ComposedAgenda,
  level: Disclosure,
): Promise<ShownAgenda> => {
  const { series } = context
  const withTexts = level === 'summaries'
  const clearance = await clearanceAt(scope, level)
  const topics = await topicsOfItems(scope, region, context.meeting.id, brought, withTexts)
  for (const summary of summaries.values())
    topics.set(summary.id, await topicOf(scope, region, summary, withTexts))
  const whole: AgendaView = {
    meetingId: context.meeting.id,
    seriesName: series.name,
    fiscalYear: context.fiscalYear,
    ordinal: context.ordinal,
    startsAt: context.startsAt,
    durationMinutes: context.meeting.durationMinutes,
    place: series.place,
    limitMinutes: agendaSettings(series)?.limitMinutes ?? series.duration,
    agenda,
    topics,
    clearance,
    changes: changes.map(({ at, by, what, item }) => ({
      at: Temporal.Instant.from(at).toZonedDateTimeISO(region.timeZone),
      by: memberName(region, by),
      what,
      item,
    })),
  }
  return disclose(whole, clearance)
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
