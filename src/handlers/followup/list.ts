import { type FollowUpLine, followUpListCard } from '../../cards/followup/followup.ts'
import { followUpReach } from '../../domain/followup/permission.ts'
import { memberName } from '../../domain/region/names.ts'
import { followUpTexts, openFollowUps } from '../../store/followup/follow-ups.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { withoutHiddenCodes } from './view.ts'

/** `/followup list`: one's own, those of one's office and those given to others; for the centre, the region's. */
export const listFollowUps = command('followup.list', {
  discloses: true,
  permission: 'followup.read',
  run: async (call) => {
    const { scope, region, asker, today, language, text } = call
    const reach = followUpReach(asker, region)
    const found = await openFollowUps(scope, reach)
    const texts = await followUpTexts(
      scope,
      found.map(({ id }) => id),
    )
    const lines: FollowUpLine[] = []
    for (const followUp of found) {
      const { id, dueOn, code, memberId, openedBy } = followUp
      const line = {
        id,
        dueOn,
        code,
        what: texts.get(id)?.what ?? '',
        member: memberName(region, memberId),
        overdue: Temporal.PlainDate.compare(dueOn, today) < 0,
        given: openedBy === asker.memberId && memberId !== asker.memberId,
      }
      lines.push(await withoutHiddenCodes(call, followUp, line))
    }
    for (const { id } of found) call.note('read', 'follow-up', id)
    return say(followUpListCard(lines, { ofRegion: reach.reach === 'region', language, text }))
  },
})
