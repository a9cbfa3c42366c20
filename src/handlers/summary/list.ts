import { missingSummaries } from '../../actions/summary/missing-summaries.ts'
import { COMMAND_OF, type SummaryLine, summaryListCard } from '../../cards/summary.ts'
import { meetingName, memberName } from '../../domain/region/names.ts'
import { publishedAgendas } from '../../store/agenda/agendas.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'
import { ASKED } from '../../store/summary/asked-summaries.ts'
import { type Summary, summariesOf, summaryFields } from '../../store/summary/summaries.ts'
import { type BaseCall, command } from '../legacy/command.ts'

/** `/summary list`: what is still missing and what was submitted for the coming three months' meetings. */
export const listSummaries = command({
  id: 'summary.list',
  words: {
    noun: (t) => t.commands.summary.noun,
    verb: (t) => t.commands.summary.list.verb,
    description: (t) => t.commands.summary.list.description,
  },
  permission: 'summary.read',
  options: {},
  run: async (call) => {
    const { scope, asker, region, now, today } = call
    const coordinator = asker.roles.includes('coordinator')
    const mine = ({ memberId }: { memberId: string }) => coordinator || memberId === asker.memberId
    const missing = (await missingSummaries(scope, region, today)).filter(mine)
    const meetings = await meetingsBetween(scope, now, now.add({ hours: 24 * 92 }))
    const ids = meetings.map(({ id }) => id)
    const published = new Set((await publishedAgendas(scope, ids)).map(({ meetingId }) => meetingId))
    const submitted = (await summariesOf(scope, ids)).filter(
      ({ presenterId, version }) => version !== ASKED && mine({ memberId: presenterId }),
    )
    const lines: SummaryLine[] = []
    for (const summary of submitted) {
      const meeting = meetings.find(({ id }) => id === summary.meetingId)
      if (meeting) lines.push(await lineOf(call, summary, meeting, !published.has(meeting.id)))
    }
    call.note('read', 'summary-list', asker.officeId ?? region.id)
    const unwritten = missing.map((one) => ({ ...one, member: memberName(region, one.memberId) }))
    return { kind: 'say', card: summaryListCard(unwritten, lines, call.text) }
  },
})

const lineOf = async (
  call: BaseCall,
  { id, code, form, version }: Summary,
  meeting: Meeting,
  open: boolean,
): Promise<SummaryLine> => ({
  name: code ?? (await summaryFields(call.scope, id)).topic ?? '',
  form,
  version,
  open,
  meeting: meetingName(call, meeting),
  edit: { command: COMMAND_OF[form], options: { summary: id } },
})
