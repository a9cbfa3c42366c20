import { LIAISON } from './groups.ts'
import type { Who } from './rights.ts'

/** What messages and channels tell, beside what everybody may see anyway. */
export const TOLD: Record<string, Who> = {
  // Sheets that wait for an answer, by their code.
  'case/own': ['receiver'],
  "case/another office's": ['recorder'],
  // The agenda in the channel of a body that may see codes.
  'summary/notice': LIAISON,
  'summary/issue': LIAISON,
}
