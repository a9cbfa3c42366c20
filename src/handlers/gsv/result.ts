import { gsvSaidCard } from '../../cards/gsv/gsv.ts'
import { saveResult, writtenOf } from '../../store/gsv/gsv-presentations.ts'
import { command } from '../legacy/command.ts'
import { longText } from '../legacy/field.ts'
import { presentationOption } from './find-session.ts'
import { ownPresentation } from './own-presentation.ts'

/** The button of the question four weeks later: what came of it. It opens the next session. */
export const gsvResult = command({
  id: 'gsv.result',
  words: {
    noun: (t) => t.commands.gsv.noun,
    verb: (t) => t.commands.gsv.result.verb,
    description: (t) => t.commands.gsv.result.description,
  },
  hidden: true,
  permission: 'gsv.offer',
  options: { presentation: presentationOption },
  form: {
    title: (t) => t.gsv.outcome.resultTitle,
    submit: (t) => t.gsv.outcome.submit,
    fields: { result: longText({ words: (t) => t.gsv.outcome.resultFields.result, maxLength: 600 }) },
  },
  run: async (call) => {
    const own = await ownPresentation(call, call.options.presentation)
    if (!own.ok) return own.refusal
    const { id } = own.presentation
    const { outcome, result } = await writtenOf(call.scope, id)
    if (outcome || result) call.note('read', 'gsv-presentation', id)
    return {
      kind: 'ask',
      open: {
        options: { presentation: id },
        ...(outcome ? { intro: `${call.text.gsv.outcome.before}: ${outcome.next}` } : {}),
        initial: { result },
      },
    }
  },
  submit: async (call) => {
    const own = await ownPresentation(call, call.options.presentation)
    if (!own.ok) return own.refusal
    const { id } = own.presentation
    await saveResult(call.scope, id, call.values.result, call.now)
    call.note('change', 'gsv-presentation', id)
    return { kind: 'say', card: gsvSaidCard('gsv.result', call.text.gsv.outcome.resultDone) }
  },
})
