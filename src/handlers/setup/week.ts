import { weekCard } from '../../cards/setup/setup.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { setupView } from './save-step.ts'

/** `/tsunagi week`: what the bot will do by itself in the coming week. */
export const showWeek = command('tsunagi.week', {
  permission: 'region.change',
  run: async (call) => say(weekCard(await setupView(call, call.region), call.language, call.text)),
})
