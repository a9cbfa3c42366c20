import { z } from 'zod'
import { stepMeeting } from '../../actions/meeting/run-meeting.ts'
import { command, type Option } from '../legacy/command.ts'
import { heldMeeting, meetingOption } from './held-meeting.ts'
import { liveCard } from './live-view.ts'

const STEP = z.enum(['next', 'extend', 'carry', 'end'])
const stepOption: Option<z.output<typeof STEP>> = {
  schema: STEP,
  required: true,
  hidden: true,
  words: (t) => t.commands.options.step,
}
const count = z.coerce.number().int().min(0)
/** The item that the button stood on. */
const atOption: Option<number> = {
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

/** The buttons of a meeting under way. A press that came second changes nothing, and is shown how it stands. */
export const stepOn = command({
  id: 'meeting.step',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.step.verb,
    description: (t) => t.commands.meeting.step.description,
  },
  hidden: true,
  permission: 'meeting.run',
  options: { meeting: meetingOption, do: stepOption, at: atOption, seen: seenOption },
  run: async (call) => {
    const { scope, region, asker, now, options } = call
    const held = await heldMeeting(call, options.meeting)
    if (!held.ok) return held.refusal
    const { file } = held
    const step = { do: options.do, at: options.at, seen: options.seen ?? 0, by: asker.memberId }
    const stepped = await stepMeeting(scope, region, file, step, now)
    if (stepped && options.do === 'end') call.note('change', 'meeting', file.meeting.id)
    return { kind: 'replace', card: await liveCard(call, file) }
  },
})
