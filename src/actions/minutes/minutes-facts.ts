import type { AgendaTopic } from '../../domain/agenda/agenda-view.ts'
import { realMinutes } from '../../domain/meeting/live.ts'
import { chairOf } from '../../domain/meeting/permission.ts'
import type { MinutesContent, MinutesEntry } from '../../domain/minutes/minutes-content.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import {
  type ItemRecord,
  itemRecords,
  type RunItem,
  runItems,
  runOf,
} from '../../store/meeting/meeting-runs.ts'
import { addMinutesVersion, type MinutesChange, minutesVersions } from '../../store/minutes/minutes.ts'
import type { MeetingContext } from '../agenda/agenda-facts.ts'
import { attendanceTable } from '../meeting/attendance-table.ts'
import { topicsOf } from '../meeting/run-meeting.ts'

/** Composes the minutes as the entries say them now. The caller notes the read in the audit log. */
export const composeMinutes = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
): Promise<MinutesContent> => {
  const { meeting, series, body } = context
  const run = await runOf(scope, meeting.id)
  const items = await runItems(scope, meeting.id)
  const records = await itemRecords(scope, meeting.id)
  const topics = await topicsOf(scope, region, context, 'codes')
  const table = await attendanceTable(scope, region, context)
  const chair = chairOf(region, body.id, context.startsAt.toPlainDate())
  const recorder = run?.recorderId
  const startedAt = run?.startedAt ?? meeting.startsAt
  const endedAt = run?.endedAt ?? meeting.startsAt.add({ minutes: meeting.durationMinutes })
  return {
    startedAt: startedAt.toString(),
    endedAt: endedAt.toString(),
    place: series.place,
    chair: chair === undefined ? undefined : memberName(region, chair),
    recorder: recorder ? memberName(region, recorder) : undefined,
    items: items.map((item) =>
      entryOf(
        region,
        item,
        item.key === undefined ? undefined : topics.get(item.key),
        records.get(item.position),
      ),
    ),
    attendance: table.lines.map(({ memberId, name, office, was, deputy }) => ({
      memberId,
      name,
      office,
      was,
      deputy: was === 'deputy' ? deputy : undefined,
    })),
  }
}

const entryOf = (
  region: Region,
  item: RunItem,
  topic: AgendaTopic | undefined,
  record: ItemRecord | undefined,
): MinutesEntry => {
  return {
    position: item.position,
    section: item.section,
    topic: topic && paperTopic(topic),
    presenter: topic?.presenter,
    minutes: realMinutes(item),
    begun: item.startedAt !== null,
    carriedOver: item.outcome === 'carried_over',
    decision: record?.decision,
    followUps: (record?.followUps ?? []).map(({ memberId, what, dueOn }) => ({
      memberId,
      who: memberName(region, memberId),
      what,
      by: dueOn,
    })),
  }
}

const paperTopic = ({
  form,
  kind,
  planKind,
  code,
  title,
}: AgendaTopic): NonNullable<MinutesEntry['topic']> => ({
  form,
  kind,
  planKind,
  code,
  title,
})

/**
 * Stores a change of finished minutes as a version of its own, to be approved anew. Does nothing where the minutes are
 * not finished yet.
 */
export const reviseMinutes = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  { by, change }: { by: string; change: MinutesChange },
  now: Temporal.Instant,
): Promise<number | undefined> => {
  if ((await minutesVersions(scope, context.meeting.id)).length === 0) return undefined
  const content = await composeMinutes(scope, region, context)
  return addMinutesVersion(scope, context.meeting.id, { content, change, by }, now)
}
