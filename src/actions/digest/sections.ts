import { pledgesToConfirm } from '../account/digest.ts'
import { lastMonth } from '../agenda/digest.ts'
import { assignedCases, orphanedCases } from '../case/digest.ts'
import { followUps, lateOnes } from '../followup/digest.ts'
import { gsv } from '../gsv/digest.ts'
import { sheets } from '../handover/digest.ts'
import { changed, meetings } from '../meeting/digest.ts'
import { minutesMissing, minutesToRead } from '../minutes/digest.ts'
import { decidedIntervals, escalated, notMet, overdue, proposals, thisMonth } from '../monitoring/digest.ts'
import { lapsed, renewals } from '../plan/digest.ts'
import { pollsMissing, pollsToAnswer, pollsToDecide } from '../poll/digest.ts'
import { termsEnding, welcome } from '../region/digest.ts'
import { rotas } from '../rota/digest.ts'
import { toAgree, toSubmit } from '../summary/digest.ts'
import { visitReports, visits } from '../visit/digest.ts'
import type { DigestSection } from './section.ts'

/** Throws where two sections have one name. */
export const checkSections = (sections: readonly DigestSection[]): readonly DigestSection[] => {
  const names = sections.map(({ name }) => name)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  if (twice.length > 0) throw new Error(`listed twice in actions/digest/sections.ts: ${twice.join(', ')}`)
  return sections
}

/** What the digest and a person's page say, in this order. */
export const DIGEST_SECTIONS = checkSections([
  welcome,
  assignedCases,
  overdue,
  lapsed,
  toSubmit,
  thisMonth,
  renewals,
  followUps,
  lateOnes,
  sheets,
  visits,
  visitReports,
  decidedIntervals,
  proposals,
  toAgree,
  notMet,
  gsv,
  rotas,
  escalated,
  orphanedCases,
  changed,
  lastMonth,
  termsEnding,
  meetings,
  pollsToAnswer,
  pollsMissing,
  pollsToDecide,
  minutesToRead,
  minutesMissing,
  pledgesToConfirm,
])
