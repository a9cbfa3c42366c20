import type { AgendaView } from '../domain/agenda/agenda-view.ts'
import { publishAt } from '../domain/meeting/agenda-times.ts'
import type { Region } from '../domain/region/region.ts'
import { rosterOf } from '../domain/region/roster.ts'
import { agendaView, draftAgenda, type MeetingFile } from './agenda-facts.ts'
import { hadGsv } from './agendas.ts'
import type { Scope } from './database.ts'
import { meetingsBetween } from './meetings.ts'
import { type MissingSummary, missingSummaries } from './missing-summaries.ts'

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

/** Whether this is the last chance: no agenda of the month had one, this has none, and no other meeting follows in it. */
const gsvMissing = async (
  scope: Scope,
  region: Region,
  { body, series, startsAt }: MeetingFile,
  view: AgendaView,
): Promise<boolean> => {
  const held = view.agenda.sections.some(({ id, items }) => id === 'gsv' && items.length > 0)
  if (held || body.kind !== 'liaison') return false
  const month = startsAt.toPlainDate().toPlainYearMonth()
  const at = (first: Temporal.PlainYearMonth) =>
    first.toPlainDate({ day: 1 }).toZonedDateTime(region.timeZone).toInstant()
  const from = at(month)
  const to = at(month.add({ months: 1 }))
  // A region whose GSV are meetings of their own has them in its calendar.
  const own = region.series.filter(({ kind }) => kind === 'gsv').map(({ id }) => id)
  if (own.length > 0 && (await meetingsBetween(scope, from, to, own)).length > 0) return false
  if (await hadGsv(scope, [series.id], from, to)) return false
  const later = await meetingsBetween(scope, startsAt.toInstant().add({ minutes: 1 }), to, [series.id])
  return later.length === 0
}
