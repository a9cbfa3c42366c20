import { OPEN_CASE_WRITERS } from './case.ts'
import { CASE_WORKERS, CENTRE } from './groups.ts'
import type { NounRights, Who } from './rights.ts'

/**
 * A sheet is for its two sides, who stands in for them, and the centre; of the case no more than the sheet. What was
 * sent holds while its sender could still send it: `outrun` ended when the case went to somebody else.
 */
const READERS: Record<string, Who> = {
  waiting: ['in charge', 'deputy', 'receiver', 'coordinator'],
  answered: ['colleague', 'receiver', 'coordinator'],
  'between others': ['other office', 'recorder', 'coordinator'],
  outrun: CENTRE,
}

/** Who may answer one that waits. */
const RECEIVERS: Record<string, Who> = { waiting: ['receiver'], 'between others': ['recorder'] }

/** The codes on it. */
const CODES: Record<string, Who> = {
  'case/own': ['receiver'],
  "case/colleague's": ['receiver'],
  "case/another office's": ['recorder'],
}

export const HANDOVER: NounRights = {
  sees: { sheet: READERS },
  commands: {
    'handover.send': { may: { case: OPEN_CASE_WRITERS } },
    'handover.list': { may: { nothing: CASE_WORKERS }, shows: CODES },
    'handover.show': { may: { sheet: READERS }, shows: CODES },
    'handover.acknowledge': { may: { sheet: RECEIVERS }, shows: CODES },
    'handover.back': { may: { sheet: RECEIVERS }, shows: CODES },
  },
}
