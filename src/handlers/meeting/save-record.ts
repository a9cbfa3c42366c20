import type { MeetingFile } from '../../actions/agenda/agenda-facts.ts'
import {
  type CorrectedFollowUps,
  correctFollowUps,
  giveFollowUps,
} from '../../actions/followup/follow-ups-of-record.ts'
import { topicsOf } from '../../actions/meeting/run-meeting.ts'
import { reviseMinutes } from '../../actions/minutes/minutes-facts.ts'
import type { FormFaults } from '../../bot/form.ts'
import { liveTopic } from '../../cards/meeting/live.ts'
import { savedRecordCard } from '../../cards/meeting/record.ts'
import { numberOf } from '../../domain/meeting/live.ts'
import { memberName } from '../../domain/region/names.ts'
import { itemRecords, type RunItem, recordItem, runItems } from '../../store/meeting/meeting-runs.ts'
import { type MinutesChange, minutesVersions } from '../../store/minutes/minutes.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'
import { heldMeeting } from './held-meeting.ts'
import { type RecordValues, readRecord, recordChoices, recordInitial } from './record-fields.ts'
import { refusing } from './which-meeting.ts'

export type RecordedItem = {
  file: MeetingFile
  items: RunItem[]
  item: RunItem
  name: string
  number: string
}
type Found = ({ ok: true } & RecordedItem) | { ok: false; refusal: Outcome }

/** An item of a meeting that has begun, for those who may record it. */
export const recordedItem = async (
  call: BaseCall,
  { meeting, item: position }: { meeting: string; item: number },
): Promise<Found> => {
  const { scope, region, text } = call
  const held = await heldMeeting(call, meeting)
  if (!held.ok) return held
  const { file } = held
  const items = await runItems(scope, meeting)
  const item = items.find((one) => one.position === position)
  if (!item) return refusing(text.liveMeeting.record.noItem)
  const topics = await topicsOf(scope, region, file, 'topics')
  const topic = item.summaryId === null ? undefined : topics.get(item.summaryId)
  const name = liveTopic(topic, item.section, text)
  return { ok: true, file, items, item, name, number: numberOf(items, position) }
}

/** The form of an item, filled with what is recorded. */
export const openRecord = async (
  call: BaseCall,
  { file, item, name, number }: RecordedItem,
): Promise<Outcome> => {
  const record = (await itemRecords(call.scope, file.meeting.id)).get(item.position)
  call.note('read', 'meeting-record', file.meeting.id)
  return {
    kind: 'ask',
    open: {
      options: { meeting: file.meeting.id, item: String(item.position), seen: String(item.revision) },
      intro: call.text.liveMeeting.record.item(number, name),
      initial: recordInitial(record),
      choices: recordChoices(call, file),
    },
  }
}

type Saving = { values: RecordValues; seen: number | undefined; said?: string }
type Saved =
  | { ok: true; version: number | undefined; corrected: CorrectedFollowUps }
  | { ok: false; faults: FormFaults }

/** Keeps it; what was in the minutes already makes their next version. */
export const saveRecord = async (
  call: BaseCall,
  recorded: RecordedItem,
  { values, seen, said }: Saving,
): Promise<Saved> => {
  const { scope, region, asker, now, text } = call
  const { file, item, number } = recorded
  const { id } = file.meeting
  const before = (await itemRecords(scope, id)).get(item.position)
  const read = readRecord(call, values, file.startsAt.toPlainDate(), before)
  if (!read.ok) return read
  const { position } = item
  const saving = { position, seen: seen ?? item.revision, record: read.record, by: asker.memberId }
  if (!(await recordItem(scope, id, saving, now))) {
    const by = memberName(region, item.recordedBy ?? '')
    return { ok: false, faults: { general: text.liveMeeting.record.meanwhile(by), fields: {} } }
  }
  call.note('change', 'meeting-record', id)
  const change: MinutesChange = { item: number, ...(said === undefined ? {} : { said }) }
  const version = await reviseMinutes(scope, region, file, { by: asker.memberId, change }, now)
  const why = { by: asker.memberId, at: now, reason: said ?? text.liveMeeting.record.followUpReason }
  const corrected = await correctFollowUps(scope, before, read.record, why)
  if (version !== undefined) await giveFollowUps(scope, file, asker.memberId, now)
  return { ok: true, version, corrected }
}

/** What became of the follow-ups that were given out of the record; undefined where nothing did. */
export const correctedText = (
  { changed, dropped, closed }: CorrectedFollowUps,
  { text }: Pick<BaseCall, 'text'>,
): string | undefined => {
  const words = text.liveMeeting.record.corrected
  const lines = [
    ...(changed > 0 ? [words.changed(changed)] : []),
    ...(dropped > 0 ? [words.dropped(dropped)] : []),
    ...(closed > 0 ? [words.closed(closed)] : []),
  ]
  return lines.length === 0 ? undefined : lines.join('\n')
}

/** What is said after an item was recorded. */
export const savedRecord = async (
  call: BaseCall,
  { file, item, items, name, number }: RecordedItem,
  corrected: CorrectedFollowUps,
): Promise<Outcome> => {
  const { scope, region, language, text } = call
  const record = (await itemRecords(scope, file.meeting.id)).get(item.position)
  const next = items.find(({ position, recorded }) => position > item.position && !recorded)
  const finished = (await minutesVersions(scope, file.meeting.id)).length > 0
  const card = savedRecordCard(
    {
      meetingId: file.meeting.id,
      number,
      name,
      record: record ?? { followUps: [] },
      nextItem: next?.position,
      finished,
      nameOf: (id) => memberName(region, id),
    },
    language,
    text,
  )
  const told = correctedText(corrected, call)
  if (told === undefined) return { kind: 'say', card }
  return { kind: 'say', card: { ...card, parts: [...card.parts, { part: 'note', text: told }] } }
}
