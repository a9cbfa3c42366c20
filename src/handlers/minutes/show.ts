import { minutesCard } from '../../cards/minutes.ts'
import { mayApproveMinutes } from '../../domain/meeting/duties.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { meetingNamed } from '../meeting/which-meeting.ts'
import { type FoundMinutes, versionLines, whichMinutes } from './which-minutes.ts'

/** `/minutes show [meeting]`: the minutes with their versions, and what can be done with them. */
export const showMinutes = command({
  id: 'minutes.show',
  words: {
    noun: (t) => t.commands.minutes.noun,
    verb: (t) => t.commands.minutes.show.verb,
    description: (t) => t.commands.minutes.show.description,
  },
  permission: 'minutes.read',
  options: { meeting: meetingNamed },
  run: async (call) => {
    const found = await whichMinutes(call, call.options.meeting)
    return found.ok ? { kind: 'say', card: minutesCardOf(call, found) } : found.refusal
  },
})

const minutesCardOf = (call: BaseCall, { file, content, versions, mayWrite }: FoundMinutes) =>
  minutesCard(
    {
      meetingId: file.meeting.id,
      fiscalYear: file.fiscalYear,
      ordinal: file.ordinal,
      seriesName: file.series.name,
      timeZone: call.region.timeZone,
      content,
      versions: versionLines(call, versions),
      mayApprove: mayApproveMinutes(call.asker, call.region, file.body.id),
      mayWrite,
    },
    call.language,
    call.text,
  )
