import { hideCaseCodes, hideCodesFrom, isShownNoCodes } from '../actions/case/hide-case-codes.ts'
import type { FormView } from '../bot/form.ts'
import type { Reply } from '../bot/port.ts'
import type { Call } from './call.ts'

/**
 * Takes out of a reply the case codes that its readers are not to know, whichever command wrote it and wherever they
 * were typed: a title, a remark, a choice. What stands in a channel shows none. A form keeps what is filled in, for it is
 * sent back; a refusal repeats what was typed, for a gap in it would tell which codes there are.
 */
export const withoutHiddenCodes = async (reply: Reply, { scope, asker }: Call): Promise<Reply> => {
  if (reply.kind === 'card' && reply.to === 'channel')
    return { ...reply, card: await hideCaseCodes(scope, reply.card) }
  if (!isShownNoCodes(asker)) return reply
  switch (reply.kind) {
    case 'card':
    case 'home':
    case 'replace':
      return { ...reply, card: await hideCodesFrom(scope, asker, reply.card) }
    case 'form':
    case 'correct':
      return { ...reply, form: await formWithout(reply.form, { scope, asker }) }
    case 'suggestions':
      return hideCodesFrom(scope, asker, reply)
    case 'nothing':
      return reply
    default:
      return reply satisfies never
  }
}

const formWithout = async (
  { intro, fields, ...form }: FormView,
  { scope, asker }: Pick<Call, 'scope' | 'asker'>,
): Promise<FormView> => {
  const shown = await hideCodesFrom(scope, asker, {
    intro,
    fields: fields.map(({ label, ...field }) => ({
      label,
      choices: 'choices' in field ? field.choices : undefined,
    })),
  })
  return {
    ...form,
    ...(shown.intro !== undefined && { intro: shown.intro }),
    fields: fields.map((field, at) => {
      const { label = field.label, choices } = shown.fields[at] ?? {}
      return 'choices' in field ? { ...field, label, choices: choices ?? field.choices } : { ...field, label }
    }),
  }
}
