import type { Clearance, Disclosure } from '../../domain/agenda/disclosure.ts'
import { caseCodes } from '../../store/case/cases.ts'
import type { Scope } from '../../store/engine/database.ts'

/** What readers at a level may see. Reads the region's codes only where they are taken out. */
export const clearanceAt = async (scope: Scope, level: Disclosure): Promise<Clearance> =>
  level === 'topics' ? { level, codes: await caseCodes(scope) } : { level }
