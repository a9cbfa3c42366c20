import type { Scope } from '../../store/engine/database.ts'
import { openFollowUp } from '../../store/followup/follow-ups.ts'
import { type ItemFollowUp, itemRecords, keepRecord, runItems } from '../../store/meeting/meeting-runs.ts'
import { summariesById } from '../../store/summary/summaries.ts'
import type { MeetingFile } from '../agenda/agenda-facts.ts'

/** What was recorded to be done is given to who does it: each once, however often the record is changed. */
export const giveFollowUps = async (
  scope: Scope,
  { meeting }: Pick<MeetingFile, 'meeting'>,
  openedBy: string,
  now: Temporal.Instant,
): Promise<void> => {
  const items = await runItems(scope, meeting.id)
  const records = await itemRecords(scope, meeting.id)
  const summaries = await summariesById(
    scope,
    items.flatMap(({ summaryId }) => summaryId ?? []),
  )
  for (const { position, summaryId } of items) {
    const record = records.get(position)
    if (!record?.followUps.some(({ followUpId }) => followUpId === undefined)) continue
    const summary = summaries.find(({ id }) => id === summaryId)
    const followUps: ItemFollowUp[] = []
    for (const one of record.followUps) {
      const { memberId, what } = one
      const dueOn = Temporal.PlainDate.from(one.dueOn)
      const about = { summaryId: summary?.id ?? null, caseId: summary?.caseId ?? null }
      const given = { meetingId: meeting.id, ...about, memberId, what, dueOn, openedBy }
      followUps.push(
        one.followUpId === undefined ? { ...one, followUpId: await openFollowUp(scope, given, now) } : one,
      )
    }
    await keepRecord(scope, meeting.id, position, { ...record, followUps })
  }
}
