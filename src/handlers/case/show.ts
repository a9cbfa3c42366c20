import { command } from '../command.ts'
import { caseArgument } from './arguments.ts'
import { sayCase } from './view.ts'

/** `/case show CODE`. A case that the asker may not see answers as one that does not exist. */
export const showCase = command('case.show', {
  permission: 'case.read',
  args: { case: caseArgument.toSee },
  run: ({ args, ...call }) => {
    call.note('read', 'case', args.case.id)
    return sayCase(call, args.case)
  },
})
