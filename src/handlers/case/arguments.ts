import { z } from 'zod'
import { noticeCard } from '../../cards/answer.ts'
import { CASE_CODE_FAULTS, caseCodeFault, foldCaseCode } from '../../domain/case/case-code.ts'
import { caseReach, mayPutInCharge, maySeeCase, mayWorkOnCase } from '../../domain/case/permission.ts'
import { caseByCode, openCases } from '../../store/case/cases.ts'
import { type Argument, entityArgument, typed } from '../arguments.ts'
import type { Call } from '../call.ts'
import { memberArgument } from '../member/arguments.ts'

/** ケース番号, of any script's width and hyphens: a code that was given before the present rule is found too. */
export const caseCode = z
  .string()
  .transform(foldCaseCode)
  .refine((code) => caseCodeFault(code) !== 'shape', 'case-code')

/** A code that is given to a case: neither a name nor a number or date by which a person is known. */
export const newCaseCode = z
  .string()
  .transform(foldCaseCode)
  .superRefine((code, context) => {
    const wrong = caseCodeFault(code)
    if (wrong) context.addIssue(CASE_CODE_FAULTS[wrong])
  })

/** Most cases offered, as many as a platform's list holds; others are reached by typing more of the code. */
const PROPOSED = 25

/** A case by its code, open or closed. Officers see those of their municipality, and change none. */
export const caseArgument = entityArgument({
  by: typed(caseCode),
  find: ({ scope }, code) => caseByCode(scope, code),
  subject: ({ id }) => ['case', id],
  see: maySeeCase,
  change: mayWorkOnCase,
  gone: ({ text }, code) => {
    const words = text.cases.show
    return noticeCard('case.not-found', words.notFound(code), words.notFoundNext)
  },
  propose: {
    among: ({ scope, asker }, written) =>
      openCases(scope, caseReach(asker), {
        codeLike: foldCaseCode(written),
        limit: PROPOSED,
      }),
    choice: ({ code }) => ({ value: code, label: code }),
  },
})

/** A case to work on; refuses a closed one with a notice of its own. */
export const openCaseArgument = caseArgument.toChange.unless(({ text }, { code, closedOn }) => {
  const words = text.cases.close
  return closedOn === null
    ? undefined
    : noticeCard('case.closed', words.isClosed(code), words.isClosedNext(code))
})

type Member = Call['region']['members'][number]

/** Who is put in charge: by default the asker; a specialist may name people of their own office only. */
const inChargeArgument = memberArgument({
  may: mayPutInCharge,
  unknown: ({ asker, text }, named = asker.name) => noSpecialist(text.cases.register.noSpecialist(named)),
  notYours: ({ text: { cases } }, { name, office }) =>
    noSpecialist(office === undefined ? cases.register.noOffice(name) : cases.register.otherOffice),
})

const noSpecialist = (heading: string) => noticeCard('case.no-specialist', heading)

/** With their office, which `mayPutInCharge` asks for. */
export const specialistArgument = inChargeArgument as Argument<Member & { office: string }>
