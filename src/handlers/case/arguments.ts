import { z } from 'zod'
import { refusalCard } from '../../cards/answer.ts'
import { caseReach, maySeeCase, mayWorkOnCase } from '../../domain/case/permission.ts'
import { caseByCode, openCases } from '../../store/case/cases.ts'
import { entityArgument, typed } from '../arguments.ts'

/** ケース番号: letters, digits and hyphens of any script's width, at most 20, upper case. Never a name. */
export const caseCode = z
  .string()
  .transform((written) => written.normalize('NFKC').trim().toUpperCase())
  .pipe(z.string().regex(/^(?=.*\d)[A-Z0-9][A-Z0-9-]{0,19}$/, 'case-code'))

/** More than a platform's list holds are reached by naming more of the code. */
const PROPOSED = 25

/** A case by its code, open or closed. Officers see those of their municipality, and change none. */
export const caseArgument = entityArgument({
  by: typed(caseCode),
  find: ({ scope }, code) => caseByCode(scope, code),
  see: maySeeCase,
  change: mayWorkOnCase,
  gone: ({ text }, code) => {
    const words = text.cases.show
    return refusalCard('case.not-found', words.notFound(code), words.notFoundNext)
  },
  propose: {
    among: ({ scope, asker }, written) =>
      openCases(scope, caseReach(asker), {
        codeLike: written.normalize('NFKC').trim().toUpperCase(),
        limit: PROPOSED,
      }),
    choice: ({ code }) => ({ value: code, label: code }),
  },
})

/** A case to work on: one that is closed is told apart. */
export const openCaseArgument = caseArgument.toChange.unless(({ text }, { code, closedOn }) => {
  const words = text.cases.close
  return closedOn === null
    ? undefined
    : refusalCard('case.closed', words.isClosed(code), words.isClosedNext(code))
})
