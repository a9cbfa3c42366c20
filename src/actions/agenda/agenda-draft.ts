import type { ShownAgenda } from '../../domain/agenda/agenda-view.ts'
import { takesSummaries } from '../../domain/agenda/which-agenda.ts'
import { publishAt } from '../../domain/meeting/agenda-times.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import { isLastChanceForGsv } from '../gsv/gsv-of-month.ts'
import { type MissingSummary, missingSummaries } from '../summary/missing-summaries.ts'
import { agendaView, draftAgenda, type MeetingContext } from './agenda-facts.ts'

export type Draft = {
  meetingId: string
  publishAt: Temporal.ZonedDateTime
  /** No agenda of this calendar month holds a GSV yet (seed 001: 月に1回以上). */
  gsvMissing: boolean
  missing: (MissingSummary & { member: string })[]
}

/** What a coordinator looks at before an agenda goes out: as it stands, and what is still missing. */
export const draftFacts = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
): Promise<{ view: ShownAgenda; draft: Draft }> => {
  const composed = await draftAgenda(scope, region, context)
  const view = await agendaView(scope, region, context, composed, 'codes')
  const unwritten = takesSummaries(region, context.series) ? await unwrittenFor(scope, region, context) : []
  const hasGsv = view.agenda.sections.some(({ id, items }) => id === 'gsv' && items.length > 0)
  const nameOf = (id: string) => memberName(region, id)
  return {
    view,
    draft: {
      meetingId: context.meeting.id,
      publishAt: publishAt(region, context.meeting.startsAt),
      gsvMissing: !hasGsv && (await isLastChanceForGsv(scope, region, context)),
      missing: unwritten.map((one) => ({ ...one, member: nameOf(one.memberId) })),
    },
  }
}

/** The summaries that the meeting waits for, of those who sit on its body. */
const unwrittenFor = async (
  scope: Scope,
  region: Region,
  { meeting, body, startsAt }: MeetingContext,
): Promise<MissingSummary[]> => {
  const roster = new Set(rosterOf(region, body.id, startsAt.toPlainDate()))
  const wanted = await missingSummaries(scope, region, startsAt.toPlainDate(), meeting.id)
  return wanted.filter(({ memberId }) => roster.has(memberId))
}
