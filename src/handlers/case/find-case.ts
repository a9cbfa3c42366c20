import { refusalCard } from '../../cards/answer.ts'
import { maySeeCase, mayWorkOnCase } from '../../domain/case/permission.ts'
import { type Case, caseByCode } from '../../store/case/cases.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'

/** The case of a code, if the asker may do that with it. One out of reach answers like one that does not exist. */
export const findCase = async (
  call: BaseCall,
  code: string,
  wanted: 'see' | 'work',
): Promise<{ ok: true; kase: Case } | { ok: false; refusal: Outcome }> => {
  const kase = await caseByCode(call.scope, code)
  const allowed = wanted === 'see' ? maySeeCase : mayWorkOnCase
  if (kase && allowed(call.asker, kase)) return { ok: true, kase }
  const words = call.text.cases.show
  const card = refusalCard('case.not-found', words.notFound(code), words.notFoundNext)
  return { ok: false, refusal: { kind: 'refuse', card } }
}

/** As `findCase`, to work on; one that is closed is told apart. */
export const findOpenCase = async (
  call: BaseCall,
  code: string,
): Promise<{ ok: true; kase: Case } | { ok: false; refusal: Outcome }> => {
  const found = await findCase(call, code, 'work')
  if (!found.ok || found.kase.closedOn === null) return found
  const words = call.text.cases.close
  const card = refusalCard('case.closed', words.isClosed(code), words.isClosedNext(code))
  return { ok: false, refusal: { kind: 'refuse', card } }
}
