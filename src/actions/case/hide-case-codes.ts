import { codeKeysIn, withoutCodes } from '../../domain/case/hide-codes.ts'
import { type CaseFacts, caseReach, maySeeCase } from '../../domain/case/permission.ts'
import type { Asker } from '../../domain/member/roles.ts'
import { casesByCodeKeys } from '../../store/case/cases.ts'
import type { Scope } from '../../store/engine/database.ts'

/**
 * Takes the region's case codes out of every text of it, but those of cases that `maySee`. Asks the store only for what
 * reads as a code.
 */
export const hideCaseCodes = async <Shown>(
  scope: Scope,
  shown: Shown,
  maySee: (supportCase: CaseFacts) => boolean = () => false,
): Promise<Shown> => {
  const keys = codeKeysIn(shown)
  if (keys.length === 0) return shown
  const found = await casesByCodeKeys(scope, keys)
  return withoutCodes(
    shown,
    found.filter((one) => !maySee(one)).map(({ code }) => code),
  )
}

/**
 * Whether a code that somebody typed may be one that this person is not to know: who works on cases knows an office's
 * codes and is handed those of others, a council member sees what a body discloses, and an officer their municipality's.
 */
export const isShownNoCodes = (asker: Asker): boolean =>
  ['none', 'municipality'].includes(caseReach(asker).reach)

/** What somebody is shown who is not to know all codes: with those of the cases that they may see. */
export const hideCodesFrom = async <Shown>(scope: Scope, asker: Asker, shown: Shown): Promise<Shown> =>
  caseReach(asker).reach === 'region'
    ? shown
    : hideCaseCodes(scope, shown, (supportCase) => maySeeCase(asker, supportCase))
