import { z } from 'zod'
import { topicsOf } from '../../actions/meeting/run-meeting.ts'
import { refusalCard } from '../../cards/answer.ts'
import { liveTopic } from '../../cards/meeting/live.ts'
import { recordListCard } from '../../cards/meeting/record.ts'
import { numberOf } from '../../domain/meeting/live.ts'
import { meetingName } from '../../domain/region/names.ts'
import { runItems } from '../../store/meeting/meeting-runs.ts'
import { minutesVersions } from '../../store/minutes/minutes.ts'
import { type BaseCall, command, type Option, type Outcome } from '../legacy/command.ts'
import { heldMeeting } from './held-meeting.ts'
import { recordFields } from './record-fields.ts'
import { openRecord, recordedItem, savedRecord, saveRecord } from './save-record.ts'
import { latest, meetingNamed, refusing, whichMeeting } from './which-meeting.ts'

const itemOption: Option<number> = {
  schema: z.coerce.number().int().min(1),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.item,
}
const seenOption: Option<number> = {
  schema: z.coerce.number().int().min(0),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.seen,
}

/** `/meeting record [meeting]`: choose an item, then what was decided and who does what by when. */
export const recordMeeting = command({
  id: 'meeting.record',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.record.verb,
    description: (t) => t.commands.meeting.record.description,
  },
  permission: 'meeting.run',
  options: { meeting: meetingNamed, item: itemOption, seen: seenOption },
  form: {
    title: (t) => t.liveMeeting.record.title,
    submit: (t) => t.liveMeeting.record.submit,
    fields: recordFields,
  },
  run: async (call) => {
    const { meeting, item } = call.options
    const found = await whichMeeting(call, meeting, latest(call))
    if (!found.ok) return found.refusal
    const { id } = found.file.meeting
    if (item === undefined) return listItems(call, id)
    const recorded = await recordedItem(call, { meeting: id, item })
    if (!recorded.ok) return recorded.refusal
    return (await approvedRefusal(call, id, item)) ?? openRecord(call, recorded)
  },
  submit: async (call) => {
    const { meeting, item, seen } = call.options
    if (meeting === undefined || item === undefined)
      return refusing(call.text.liveMeeting.record.noItem).refusal
    const found = await whichMeeting(call, meeting, latest(call))
    if (!found.ok) return found.refusal
    const { id } = found.file.meeting
    const recorded = await recordedItem(call, { meeting: id, item })
    if (!recorded.ok) return recorded.refusal
    const refusal = await approvedRefusal(call, id, item)
    if (refusal) return refusal
    const saved = await saveRecord(call, recorded, { values: call.values, seen })
    return saved.ok ? savedRecord(call, recorded, saved.corrected) : { kind: 'correct', faults: saved.faults }
  },
})

/** What was approved is corrected with a reason, never overwritten. */
const approvedRefusal = async (
  { scope, text }: BaseCall,
  meetingId: string,
  item: number,
): Promise<Outcome | undefined> => {
  const [version] = await minutesVersions(scope, meetingId)
  if (!version?.approvedAt) return undefined
  const words = text.liveMeeting.record
  const card = refusalCard('meeting.refused', words.approved, words.approvedNext)
  const press = { command: 'minutes.correct', options: { meeting: meetingId, item: String(item) } }
  const buttons = [{ label: text.minutes.buttons.correct, press }]
  return { kind: 'refuse', card: { ...card, parts: [...card.parts, { part: 'buttons', buttons }] } }
}

const listItems = async (call: BaseCall, meetingId: string): Promise<Outcome> => {
  const { scope, region, text } = call
  const held = await heldMeeting(call, meetingId)
  if (!held.ok) return held.refusal
  const items = await runItems(scope, meetingId)
  const topics = await topicsOf(scope, region, held.file, 'topics')
  const lines = items.map(({ position, summaryId, section, recorded }) => ({
    position,
    number: numberOf(items, position),
    name: liveTopic(summaryId === null ? undefined : topics.get(summaryId), section, text),
    recorded,
  }))
  const meeting = meetingName(call, held.file.meeting)
  return { kind: 'say', card: recordListCard({ meetingId, meeting, lines }, text) }
}
