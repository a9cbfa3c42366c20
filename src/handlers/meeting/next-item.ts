import { z } from 'zod'
import { stepMeeting } from '../../actions/meeting/run-meeting.ts'
import { replace } from '../answer.ts'
import { carried, required } from '../arguments.ts'
import { command } from '../command.ts'
import { underWayArgument } from './arguments.ts'
import { liveCard } from './live-view.ts'

const count = carried(z.coerce.number().int().min(0))

/**
 * The buttons of a meeting under way. Idempotent: of two presses at once the second changes nothing, and is shown the
 * present state.
 */
export const nextItem = command('meeting.step', {
  hidden: true,
  permission: 'meeting.run',
  args: {
    meeting: underWayArgument,
    do: required(carried(z.enum(['next', 'extend', 'carry', 'end']))),
    /** The item that the button stood on, and how far it was extended then. */
    at: required(count),
    seen: count,
  },
  run: async ({ args, ...call }) => {
    const { scope, region, asker, now } = call
    const { meeting: context, at, seen = 0 } = args
    const stepped = await stepMeeting(
      scope,
      region,
      context,
      { do: args.do, at, seen, by: asker.memberId },
      now,
    )
    if (stepped && args.do === 'end') call.note('change', 'meeting', context.meeting.id)
    return replace(await liveCard(call, context))
  },
})
