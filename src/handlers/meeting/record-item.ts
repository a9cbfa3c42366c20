import type { MeetingContext } from '../../actions/agenda/agenda-facts.ts'
import { clearanceAt } from '../../actions/agenda/clearance.ts'
import {
  type CorrectedFollowUps,
  correctFollowUps,
  giveFollowUps,
} from '../../actions/followup/follow-ups-of-record.ts'
import { topicsOf } from '../../actions/meeting/run-meeting.ts'
import { reviseMinutes } from '../../actions/minutes/minutes-facts.ts'
import { button, buttons, type Part, present } from '../../bot/card.ts'
import { liveTopic } from '../../cards/meeting/live.ts'
import { disclose } from '../../domain/agenda/disclose.ts'
import { levelFor } from '../../domain/agenda/permission.ts'
import type { CaseFacts } from '../../domain/case/permission.ts'
import { numberOf } from '../../domain/meeting/live.ts'
import { memberName } from '../../domain/region/names.ts'
import {
  type ItemRecord,
  itemRecords,
  type RunItem,
  recordItem,
  runItems,
} from '../../store/meeting/meeting-runs.ts'
import { summaryById } from '../../store/summary/summaries.ts'
import { formFault, refuse } from '../answer.ts'
import type { Call } from '../call.ts'
import type { OpenForm } from '../command.ts'
import { type MeetingUnderWay, refused } from './arguments.ts'
import { type RecordValues, readRecord, recordChoices, recordInitial } from './record-form.ts'

export type RecordedItem = {
  context: MeetingUnderWay
  items: RunItem[]
  item: RunItem
  /** The case that it is about, where it is about one. */
  supportCase: CaseFacts | null
  name: string
  number: string
}

/** An item of a meeting that has begun, by its position on the agenda. */
export const recordedItem = async (
  { scope, region, text }: Call,
  context: MeetingUnderWay,
  position: number,
): Promise<RecordedItem> => {
  const items = await runItems(scope, context.meeting.id)
  const item = items.find((one) => one.position === position)
  if (!item) throw refuse(refused(text.liveMeeting.record.noItem))
  const topics = await topicsOf(scope, region, context, 'topics')
  const topic = item.key === undefined ? undefined : topics.get(item.key)
  return {
    context,
    items,
    item,
    supportCase: (item.summaryId && (await summaryById(scope, item.summaryId))?.supportCase) || null,
    name: liveTopic(topic, item.section, text),
    number: numberOf(items, position),
  }
}

export const carryItem = ({ context, item }: RecordedItem) => ({
  meeting: context.meeting.id,
  item: String(item.position),
})

type StoredRecord = { whole: ItemRecord | undefined; shown: ItemRecord | undefined }

/** What is recorded of an item, whole and as the body discloses it to the asker. */
export const shownRecord = async (
  { scope, asker }: Call,
  { meeting, body }: MeetingContext,
  position: number,
): Promise<StoredRecord> => {
  const whole = (await itemRecords(scope, meeting.id)).get(position)
  return { whole, shown: whole && disclose(whole, await clearanceAt(scope, levelFor(asker, body))) }
}

/** What comes back as it was shown stays as it was written: nobody takes a code out by saving what they do not see. */
const unchangedKept = (values: RecordValues, { whole, shown }: StoredRecord): RecordValues => {
  if (!whole || !shown) return values
  const written = new Map<string | undefined, string | undefined>([
    [shown.decision, whole.decision],
    ...shown.followUps.map(({ what }, at) => [what, whole.followUps[at]?.what] as const),
  ])
  const kept = (value: string | undefined) => written.get(value) ?? value
  const { decision, what1, what2, what3 } = values
  return {
    ...values,
    decision: kept(decision),
    what1: kept(what1),
    what2: kept(what2),
    what3: kept(what3),
  }
}

/** The form of an item, filled with what is recorded. */
export const openRecord = async (
  call: Call,
  { context, item, supportCase, name, number }: RecordedItem,
): Promise<OpenForm> => {
  const record = (await shownRecord(call, context, item.position)).shown
  call.note('read', 'meeting-record', context.meeting.id)
  return {
    intro: call.text.liveMeeting.record.item(number, name),
    initial: recordInitial(record),
    choices: recordChoices(call, context, supportCase, record),
  }
}

/** Compare-and-set: refuses what was written on a record that somebody else changed meanwhile. */
export const recordedMeanwhile = ({ region, text }: Call, { item }: RecordedItem) =>
  formFault(text.liveMeeting.record.meanwhile(memberName(region, item.recordedBy ?? '')))

/** Stores the record; where the minutes were finished, makes their next version. `said`: why it is corrected. */
export const saveRecord = async (
  call: Call,
  recorded: RecordedItem,
  values: RecordValues,
  said?: string,
): Promise<{ version: number | undefined; corrected: CorrectedFollowUps }> => {
  const { scope, region, asker, now, text } = call
  const { context, item, supportCase, number } = recorded
  const { id } = context.meeting
  const stored = await shownRecord(call, context, item.position)
  const before = stored.whole
  const record = readRecord(call, unchangedKept(values, stored), { context, supportCase }, before)
  const saving = { position: item.position, seen: item.revision, record, by: asker.memberId }
  if (!(await recordItem(scope, id, saving, now))) throw recordedMeanwhile(call, recorded)
  call.note('change', 'meeting-record', id)
  const change = { item: number, said }
  const version = await reviseMinutes(scope, region, context, { by: asker.memberId, change }, now)
  const why = { by: asker.memberId, at: now, reason: said ?? text.liveMeeting.record.followUpReason }
  const corrected = await correctFollowUps(scope, region, before, record, why)
  if (version !== undefined) await giveRecorded(call, context)
  return { version, corrected }
}

/** Gives out what was recorded; refuses where somebody may not see the case of an item any more. */
export const giveRecorded = async (call: Call, context: MeetingUnderWay): Promise<void> => {
  const { scope, region, asker, now, text } = call
  const given = await giveFollowUps(scope, region, context, asker.memberId, now)
  if (given.ok) return
  const words = text.liveMeeting.record
  const number = numberOf(await runItems(scope, context.meeting.id), given.position)
  const card = refused(words.notGiven(number, memberName(region, given.memberId)), words.notGivenNext)
  const options = { meeting: context.meeting.id, item: String(given.position) }
  const again = button(words.notGivenAgain, 'meeting.record', options)
  throw refuse({ ...card, parts: present<Part>(card.parts, buttons(again)) })
}

/** What became of the follow-ups that were given out of the record; undefined where nothing did. */
export const correctedText = (
  { changed, dropped, closed }: CorrectedFollowUps,
  { text }: Pick<Call, 'text'>,
): string | undefined => {
  const words = text.liveMeeting.record.corrected
  const lines = present<string>(
    changed > 0 && words.changed(changed),
    dropped > 0 && words.dropped(dropped),
    closed > 0 && words.closed(closed),
  )
  return lines.length === 0 ? undefined : lines.join('\n')
}
