import { z } from 'zod'
import { minutesNoticeCard } from '../../cards/minutes.ts'
import { command, type Option } from '../legacy/command.ts'
import { shortText } from '../legacy/field.ts'
import { meetingOption } from '../meeting/held-meeting.ts'
import { recordFields } from '../meeting/record-fields.ts'
import { correctedText, openRecord, recordedItem, saveRecord } from '../meeting/save-record.ts'

const count = z.coerce.number().int().min(0)
const itemOption: Option<number> = {
  schema: count,
  required: true,
  hidden: true,
  words: (t) => t.commands.options.item,
}
const seenOption: Option<number> = {
  schema: count,
  required: false,
  hidden: true,
  words: (t) => t.commands.options.seen,
}

/** The button where approved minutes would be changed: with what was corrected, and to be approved anew. */
export const correctMinutes = command({
  id: 'minutes.correct',
  words: {
    noun: (t) => t.commands.minutes.noun,
    verb: (t) => t.commands.minutes.correct.verb,
    description: (t) => t.commands.minutes.correct.description,
  },
  hidden: true,
  permission: 'meeting.run',
  options: { meeting: meetingOption, item: itemOption, seen: seenOption },
  form: {
    title: (t) => t.liveMeeting.record.title,
    submit: (t) => t.minutes.buttons.correct,
    fields: {
      change: shortText<string>({ words: (t) => t.liveMeeting.record.fields.change, maxLength: 100 }),
      ...recordFields,
    },
  },
  run: async (call) => {
    const recorded = await recordedItem(call, call.options)
    return recorded.ok ? openRecord(call, recorded) : recorded.refusal
  },
  submit: async (call) => {
    const { values, options, text } = call
    const recorded = await recordedItem(call, options)
    if (!recorded.ok) return recorded.refusal
    const saved = await saveRecord(call, recorded, { values, seen: options.seen, said: values.change })
    if (!saved.ok) return { kind: 'correct', faults: saved.faults }
    const heading = text.minutes.corrected(text.minutes.version(saved.version ?? 1))
    const next = correctedText(saved.corrected, call)
    const about = { tag: 'minutes.corrected', heading, meetingId: options.meeting }
    const notice = next === undefined ? about : { ...about, next }
    return { kind: 'say', card: minutesNoticeCard(notice, text) }
  },
})
