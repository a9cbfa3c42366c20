import type { AgendaView } from '../domain/agenda/agenda-view.ts'
import { publishAt } from '../domain/meeting/agenda-times.ts'
import type { Region } from '../domain/region/region.ts'
import { rosterOf } from '../domain/region/roster.ts'
import { agendaView, draftAgenda, type MeetingFile } from './agenda-facts.ts'
import type { Scope } from './database.ts'
import { type MissingSummary, missingSummaries } from './missing-summaries.ts'
import { isLastForGsv } from './monthly-gsv.ts'

export type Draft = {
  meetingId: string
  publishAt: Temporal.ZonedDateTime
  /** No agenda of this calendar month holds a GSV yet (seed 001: 月に1回以上). */
  gsvMissing: boolean
  missing: (Pick<MissingSummary, 'code' | 'form'> & { member: string })[]
}

/** What a coordinator looks at before an agenda goes out: as it stands, and what is still missing. */
export const draftFacts = async (
  scope: Scope,
  region: Region,
  file: MeetingFile,
): Promise<{ view: AgendaView; draft: Draft }> => {
  const composed = await draftAgenda(scope, file)
  const view = await agendaView(scope, region, file, composed, false)
  const roster = new Set(rosterOf(region, file.body.id))
  const wanted = await missingSummaries(scope, region, file.startsAt.toPlainDate())
  const unwritten = wanted.filter(({ memberId }) => roster.has(memberId))
  const nameOf = (id: string) => region.members.find((member) => member.id === id)?.name ?? id
  return {
    view,
    draft: {
      meetingId: file.meeting.id,
      publishAt: publishAt(region, file.meeting.startsAt),
      gsvMissing: await gsvMissing(scope, region, file, view),
      missing: unwritten.map(({ code, form, memberId }) => ({ code, form, member: nameOf(memberId) })),
    },
  }
}

/** The month would be without a GSV. */
const gsvMissing = async (
  scope: Scope,
  region: Region,
  { body, series, startsAt }: MeetingFile,
  view: AgendaView,
): Promise<boolean> => {
  const held = view.agenda.sections.some(({ id, items }) => id === 'gsv' && items.length > 0)
  return !held && body.kind === 'liaison' && isLastForGsv(scope, region, series, startsAt)
}
