import { setupCard } from '../../cards/setup/setup.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { setupView } from './save-step.ts'

/** `/tsunagi setup`: how far the region is, with a button for each step. */
export const showSetup = command('tsunagi.setup', {
  permission: 'region.change',
  run: async (call) => say(setupCard(await setupView(call, call.region), call.language, call.text)),
})
