import { z } from 'zod'
import type { Choice } from '../../bot/card.ts'
import { caseReach } from '../../domain/case/permission.ts'
import { openCases } from '../../store/case/cases.ts'
import { caseCode } from '../case/arguments.ts'
import type { BaseCall, Option } from './command.ts'

export { caseCode } from '../case/arguments.ts'

/** Open cases that the asker may see. */
const suggestCases = async (call: BaseCall, typed: string): Promise<Choice[]> => {
  const codeLike = typed.normalize('NFKC').trim().toUpperCase()
  const found = await openCases(call.scope, caseReach(call.asker), { codeLike, limit: 25 })
  return found.map(({ code }) => ({ value: code, label: code }))
}

/** An id that nobody types: buttons carry it. */
export const idOption = (need: 'required' | 'optional', words: Option['words']): Option<string> => ({
  schema: z.uuid(),
  required: need === 'required',
  hidden: true,
  words,
})

export const caseOption: Option<string> = {
  schema: caseCode,
  required: true,
  words: (text) => text.commands.options.case,
  suggest: suggestCases,
}

export const optionalCase: Option<string> = { ...caseOption, required: false }

export const optionalMeeting = idOption('optional', (text) => text.commands.options.meeting)
