import { weekCard } from '../../cards/setup/setup.ts'
import { command } from '../legacy/command.ts'
import { setupView } from './setup-view.ts'

/** `/tsunagi week`: what the bot does of itself in the coming week. */
export const showWeek = command({
  id: 'tsunagi.week',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.week.verb,
    description: (t) => t.commands.tsunagi.week.description,
  },
  permission: 'region.change',
  options: {},
  run: async (call) => ({
    kind: 'say',
    card: weekCard(await setupView(call, call.region), call.language, call.text),
  }),
})
