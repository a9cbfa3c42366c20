import { z } from 'zod'
import type { CorrectedFollowUps } from '../../actions/followup/follow-ups-of-record.ts'
import { topicsOf } from '../../actions/meeting/run-meeting.ts'
import { button, buttons, type Card, note, type Part, present } from '../../bot/card.ts'
import { liveTopic } from '../../cards/meeting/live.ts'
import { recordListCard, savedRecordCard } from '../../cards/meeting/record.ts'
import { numberOf } from '../../domain/meeting/live.ts'
import { meetingName, memberName } from '../../domain/region/names.ts'
import { runItems } from '../../store/meeting/meeting-runs.ts'
import { minutesVersions } from '../../store/minutes/minutes.ts'
import { refuse, say } from '../answer.ts'
import { argument, carried } from '../arguments.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { latest, type MeetingUnderWay, nearMeetingArgument, refused, underWay } from './arguments.ts'
import { recordForm } from './record-form.ts'
import {
  carryItem,
  correctedText,
  openRecord,
  type RecordedItem,
  recordedItem,
  recordedMeanwhile,
  saveRecord,
  shownRecord,
} from './record-item.ts'

const meetingToRecord = nearMeetingArgument(latest, underWay)

/** A meeting, and the item of it where a button named one. */
const recordArgument = argument({
  options: { ...meetingToRecord.options('meeting'), item: carried(z.coerce.number().int().min(1)) },
  resolve: async (call, given): Promise<{ context: MeetingUnderWay; recorded?: RecordedItem }> => {
    const context = await meetingToRecord.resolve(call, given, 'meeting')
    if (given.item === undefined) return { context }
    const recorded = await recordedItem(call, context, given.item)
    await refuseApproved(call, recorded)
    return { context, recorded }
  },
  carry: ({ recorded }): Record<string, string> => (recorded ? carryItem(recorded) : {}),
})

/** What was approved is corrected with a reason, never overwritten. */
const refuseApproved = async ({ scope, text }: Call, recorded: RecordedItem): Promise<void> => {
  const [version] = await minutesVersions(scope, recorded.context.meeting.id)
  if (!version?.approvedAt) return
  const words = text.liveMeeting.record
  const card = refused(words.approved, words.approvedNext)
  const correct = button(text.minutes.buttons.correct, 'minutes.correct', carryItem(recorded))
  throw refuse({ ...card, parts: present<Part>(card.parts, buttons(correct)) })
}

/** `/meeting record [meeting]`: choose an item, then what was decided and who does what by when. */
export const recordMeeting = command('meeting.record', {
  permission: 'meeting.run',
  args: { of: recordArgument },
  seen: {
    version: ({ args }) => args.of.recorded?.item.revision,
    changed: ({ args, ...call }) =>
      args.of.recorded ? recordedMeanwhile(call, args.of.recorded) : noItem(call),
  },
  form: recordForm,
  open: async ({ args: { of }, ...call }) =>
    of.recorded ? openRecord(call, of.recorded) : say(await itemsCard(call, of.context)),
  submit: async ({ args, values, ...call }) => {
    const { recorded } = args.of
    if (!recorded) throw noItem(call)
    const { corrected } = await saveRecord(call, recorded, values)
    return say(await recordedCard(call, recorded, corrected))
  },
})

const noItem = ({ text }: Call) => refuse(refused(text.liveMeeting.record.noItem))

const itemsCard = async (call: Call, context: MeetingUnderWay): Promise<Card> => {
  const { scope, region, text } = call
  const { id } = context.meeting
  const items = await runItems(scope, id)
  const topics = await topicsOf(scope, region, context, 'topics')
  const lines = items.map(({ position, key, section, recorded }) => ({
    position,
    number: numberOf(items, position),
    name: liveTopic(key === undefined ? undefined : topics.get(key), section, text),
    recorded,
  }))
  return recordListCard({ meetingId: id, meeting: meetingName(call, context.meeting), lines }, text)
}

/** What is said after an item was recorded. */
const recordedCard = async (
  call: Call,
  { context, item, items, name, number }: RecordedItem,
  corrected: CorrectedFollowUps,
): Promise<Card> => {
  const { scope, region, language, text } = call
  const { id } = context.meeting
  const { shown: record } = await shownRecord(call, context, item.position)
  const next = items.find(({ position, recorded }) => position > item.position && !recorded)
  const saved = {
    meetingId: id,
    number,
    name,
    record: record ?? { followUps: [] },
    nextItem: next?.position,
    finished: (await minutesVersions(scope, id)).length > 0,
    nameOf: (memberId: string) => memberName(region, memberId),
  }
  const card = savedRecordCard(saved, language, text)
  return { ...card, parts: present<Part>(card.parts, note(correctedText(corrected, call))) }
}
