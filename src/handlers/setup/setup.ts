import { setupCard } from '../../cards/setup/setup.ts'
import { command } from '../legacy/command.ts'
import { setupView } from './setup-view.ts'

/** `/tsunagi setup`: how far the region is, with a button for each step. */
export const showSetup = command({
  id: 'tsunagi.setup',
  words: {
    noun: (t) => t.commands.tsunagi.noun,
    verb: (t) => t.commands.tsunagi.setup.verb,
    description: (t) => t.commands.tsunagi.setup.description,
  },
  permission: 'region.change',
  options: {},
  run: async (call) => ({
    kind: 'say',
    card: setupCard(await setupView(call, call.region), call.language, call.text),
  }),
})
