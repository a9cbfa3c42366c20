import { followUpCard } from '../../cards/followup/followup.ts'
import { command } from '../command.ts'
import { findFollowUp, followUpOption, followUpView } from './find-follow-up.ts'

/** The button of a line: one follow-up, its history, and what can be done about it. */
export const showFollowUp = command({
  id: 'followup.show',
  words: {
    noun: (t) => t.commands.followup.noun,
    verb: (t) => t.commands.followup.show.verb,
    description: (t) => t.commands.followup.show.description,
  },
  hidden: true,
  permission: 'followup.read',
  options: { followup: followUpOption },
  run: async (call) => {
    const found = await findFollowUp(call, call.options.followup, 'see')
    if (!found.ok) return found.refusal
    const view = await followUpView(call, found.followUp)
    return { kind: 'say', card: followUpCard(view, call.language, call.text) }
  },
})
