import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { saveResult, writtenOf } from '../../store/gsv/gsv-presentations.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { longText } from '../fields.ts'
import { presentationArgument } from './arguments.ts'

/** The button of the question four weeks later: what came of it. It opens the next session. */
export const gsvResult = command('gsv.result', {
  hidden: true,
  permission: 'gsv.offer',
  args: { presentation: presentationArgument },
  form: { result: longText({ maxLength: 600 }) },
  open: async ({ args, words, ...call }) => {
    const { id } = args.presentation
    const { outcome, result } = await writtenOf(call.scope, id)
    if (outcome || result) call.note('read', 'gsv-presentation', id)
    return { intro: outcome && `${words.before}: ${outcome.next}`, initial: { result } }
  },
  submit: async ({ args, values, words, ...call }) => {
    const { id } = args.presentation
    await saveResult(call.scope, id, values.result, call.now)
    call.note('change', 'gsv-presentation', id)
    return say(gsvSaidCard('gsv.result', words.done))
  },
})
