import { z } from 'zod'
import { minutesNoticeCard } from '../../cards/minutes.ts'
import { say } from '../answer.ts'
import { argument, carried, carriedId, required } from '../arguments.ts'
import { command } from '../command.ts'
import { shortText } from '../fields.ts'
import { underWay } from '../meeting/arguments.ts'
import { recordForm } from '../meeting/record-form.ts'
import {
  correctedText,
  openRecord,
  recordedItem,
  recordedMeanwhile,
  saveRecord,
} from '../meeting/record-item.ts'

/** An item of a meeting that has begun, for those who write its minutes. */
const itemToCorrect = argument({
  options: { meeting: required(carriedId), item: required(carried(z.coerce.number().int().min(0))) },
  resolve: async (call, { meeting, item }) => recordedItem(call, await underWay(call, { id: meeting }), item),
})

/** The button of approved minutes: stores a correction with its reason, as a version to be approved anew. */
export const correctMinutes = command('minutes.correct', {
  hidden: true,
  permission: 'meeting.run',
  args: { of: itemToCorrect },
  seen: {
    version: ({ args }) => args.of.item.revision,
    changed: ({ args, ...call }) => recordedMeanwhile(call, args.of),
  },
  form: { change: shortText({ maxLength: 100 }), ...recordForm },
  open: ({ args, ...call }) => openRecord(call, args.of),
  submit: async ({ args: { of }, values: { change, ...record }, words, ...call }) => {
    const { version, corrected } = await saveRecord(call, of, record, change)
    const heading = words.corrected(call.text.minutes.version(version ?? 1))
    const next = correctedText(corrected, call)
    const notice = { tag: 'minutes.corrected', heading, next, meetingId: of.context.meeting.id }
    return say(minutesNoticeCard(notice, call.text))
  },
})
