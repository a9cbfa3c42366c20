import type { Region } from '../region/region.ts'
import { AGENDA_TEMPLATES, type AgendaSection } from './templates.ts'

type Series = Pick<Region['series'][number], 'body' | 'kind' | 'agenda' | 'groups'>

export type AgendaTemplate = keyof typeof AGENDA_TEMPLATES

/** Series that discuss cases or train people: their agenda is the case, the groups or the programme. */
const WITHOUT_AGENDA: ReadonlySet<Series['kind']> = new Set(['gsv', 'training', 'supervision'])
const OF_CASES: ReadonlySet<Series['kind']> = new Set(['liaison', 'case_review', 'case_study', 'gsv'])

/**
 * Which agenda a series has: the liaison meeting's where it takes summaries and discusses cases, else the council's by
 * its body's kind. Undefined where it has none: the file says `agenda: false`, it is no council meeting, or it is a
 * liaison meeting that takes no summaries.
 */
export const agendaTemplateOf = (
  { bodies }: Pick<Region, 'bodies'>,
  { body, kind, agenda, groups }: Series,
): AgendaTemplate | undefined => {
  if (agenda === false) return undefined
  const bodyKind = bodies.find(({ id }) => id === body)?.kind
  if (agenda?.takesSummaries && (OF_CASES.has(kind) || bodyKind === 'liaison')) return 'liaison'
  if (WITHOUT_AGENDA.has(kind) || (kind === 'case_study' && groups)) return undefined
  // A coordination meeting is a council's, even where its body is a liaison: it discusses no plans.
  if (bodyKind === 'liaison') return kind === 'coordination' ? 'secretariat' : undefined
  return bodyKind
}

export const sectionsOfAgenda = (template: AgendaTemplate): readonly AgendaSection[] =>
  AGENDA_TEMPLATES[template]

/** Whether case summaries come on the agendas of a series. */
export const takesSummaries = (region: Pick<Region, 'bodies'>, series: Series): boolean =>
  agendaTemplateOf(region, series) === 'liaison'

/** The settings of a series' agenda, where the file has any. */
export const agendaSettings = ({ agenda }: Pick<Series, 'agenda'>) => (agenda === false ? undefined : agenda)

/** The ids of the series of a region whose meetings have an agenda; of one body, where it is named. */
export const seriesWithAgenda = (region: Region, bodyId?: string): string[] =>
  region.series
    .filter((one) => bodyId === undefined || one.body === bodyId)
    .filter((one) => agendaTemplateOf(region, one) !== undefined)
    .map(({ id }) => id)
