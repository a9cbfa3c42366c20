import { missingSummaries } from '../../actions/summary/missing-summaries.ts'
import { pressOf } from '../../bot/press.ts'
import { COMMAND_OF, type SummaryLine, summaryListCard } from '../../cards/summary.ts'
import { meetingName, memberName } from '../../domain/region/names.ts'
import { mayListSummary } from '../../domain/summary/permission.ts'
import { publishedAgendas } from '../../store/agenda/agendas.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'
import { ASKED } from '../../store/summary/asked-summaries.ts'
import { type Summary, summariesOf, summaryFields } from '../../store/summary/summaries.ts'
import { say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'

const AHEAD = { hours: 24 * 92 }

/** `/summary list`: what is still missing and what was submitted for the coming three months' meetings. */
export const listSummaries = command('summary.list', {
  permission: 'summary.read',
  run: async (call) => {
    const { scope, asker, region, now, today } = call
    const missing = (await missingSummaries(scope, region, today)).filter(({ memberId, supportCase }) =>
      mayListSummary(asker, { summary: { presenterId: memberId }, supportCase }),
    )
    const meetings = await meetingsBetween(scope, now, now.add(AHEAD))
    const ids = meetings.map(({ id }) => id)
    const published = new Set((await publishedAgendas(scope, ids)).map(({ meetingId }) => meetingId))
    const submitted = (await summariesOf(scope, ids)).filter(
      (summary) =>
        summary.version !== ASKED && mayListSummary(asker, { summary, supportCase: summary.supportCase }),
    )
    const lines: SummaryLine[] = []
    for (const summary of submitted) {
      const meeting = meetings.find(({ id }) => id === summary.meetingId)
      if (meeting) lines.push(await lineOf(call, summary, meeting, !published.has(meeting.id)))
    }
    call.note('read', 'summary-list', asker.officeId ?? region.id)
    const unwritten = missing.map((one) => ({ ...one, member: memberName(region, one.memberId) }))
    return say(summaryListCard(unwritten, lines, call.text))
  },
})

const lineOf = async (
  call: Call,
  { id, code, form, version }: Summary,
  meeting: Meeting,
  open: boolean,
): Promise<SummaryLine> => ({
  name: code ?? (await summaryFields(call.scope, id)).topic ?? '',
  form,
  version,
  open,
  meeting: meetingName(call, meeting),
  edit: pressOf(COMMAND_OF[form], { summary: id }),
})
