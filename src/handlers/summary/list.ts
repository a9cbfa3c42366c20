import { summaryListCard } from '../../cards/summary.ts'
import { reviewWindow } from '../../domain/summary/review-window.ts'
import { publishedAgendas } from '../../store/agendas.ts'
import { meetingsBetween } from '../../store/meetings.ts'
import { plansWithoutSummary } from '../../store/plans.ts'
import { summariesOf } from '../../store/summaries.ts'
import { command } from '../command.ts'
import { meetingName, memberName } from '../names.ts'

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
    const window = reviewWindow(today)
    const mine = ({ memberId }: { memberId: string }) => coordinator || memberId === asker.memberId
    const missing = (await plansWithoutSummary(scope, window.from, window.to)).filter(mine)
    const meetings = await meetingsBetween(scope, now, now.add({ hours: 24 * 92 }))
    const ids = meetings.map(({ id }) => id)
    const published = new Set((await publishedAgendas(scope, ids)).map(({ meetingId }) => meetingId))
    const submitted = (await summariesOf(scope, ids)).filter(({ presenterId }) =>
      mine({ memberId: presenterId }),
    )
    const lines = submitted.flatMap(({ code, meetingId, version }) => {
      const meeting = meetings.find(({ id }) => id === meetingId)
      return meeting
        ? [{ code, version, meeting: meetingName(call, meeting), open: !published.has(meetingId) }]
        : []
    })
    call.note('read', 'summary-list', asker.officeId ?? region.id)
    const unwritten = missing.map(({ code, memberId }) => ({ code, member: memberName(region, memberId) }))
    return { kind: 'say', card: summaryListCard(unwritten, lines, call.text) }
  },
})
