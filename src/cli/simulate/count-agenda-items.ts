import { itemKindOf } from '../../domain/agenda/item-key.ts'
import { agendaTemplateOf } from '../../domain/agenda/which-agenda.ts'
import type { Region } from '../../domain/region/region.ts'
import { publishedAgendas } from '../../store/agenda/agendas.ts'
import type { Scope } from '../../store/engine/database.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'

export type AgendaItemCounts = {
  series: string
  report: number
  discussion: number
  other: number
  followUps: number
}

/** Counts what was on the agendas of each series that has the council's sections, for meetings within [from, to). */
export const countAgendaItems = async (
  scope: Scope,
  region: Region,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<AgendaItemCounts[]> => {
  const councils = region.series.filter((one) => (agendaTemplateOf(region, one) ?? 'liaison') !== 'liaison')
  const counted = councils.map(async ({ id }): Promise<AgendaItemCounts> => {
    const held = await meetingsBetween(scope, from, to, [id])
    const agendas = await publishedAgendas(
      scope,
      held.map((meeting) => meeting.id),
    )
    const items = agendas.flatMap((one) => one.items)
    const isFollowUps = ({ key, followUps }: (typeof items)[number]) =>
      followUps !== undefined || (key !== undefined && itemKindOf(key) === 'follow-ups')
    const inSection = (section: string) =>
      items.filter((one) => one.section === section && !isFollowUps(one)).length
    return {
      series: id,
      report: inSection('report'),
      discussion: inSection('discussion'),
      other: inSection('other'),
      followUps: items.filter(isFollowUps).length,
    }
  })
  return Promise.all(counted)
}
