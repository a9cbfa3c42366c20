import { refusalCard } from '../../cards/answer.ts'
import { type Visit, visitById } from '../../store/visit/visits.ts'
import type { BaseCall, Outcome } from '../legacy/command.ts'
import { idOption } from '../legacy/options.ts'

export const visitOption = idOption('required', (t) => t.commands.options.visit)

export const mayReport = ({ asker }: BaseCall, { visitorId }: Pick<Visit, 'visitorId'>): boolean =>
  asker.roles.includes('coordinator') ||
  asker.memberId === visitorId ||
  (asker.standsInFor ?? []).includes(visitorId)

/** The centre, who visits, and the officer of the place where the office is. */
export const mayReadVisit = (call: BaseCall, visit: Pick<Visit, 'visitorId' | 'officeId'>): boolean => {
  const { asker, region } = call
  const office = region.offices.find(({ id }) => id === visit.officeId)
  const ofPlace = asker.municipalityId !== undefined && office?.municipality === asker.municipalityId
  return mayReport(call, visit) || (ofPlace && asker.roles.includes('officer'))
}

export const refuseVisit = (heading: string, next?: string): Outcome => ({
  kind: 'refuse',
  card: refusalCard('visit.refused', heading, next),
})

/** One out of reach answers like one that does not exist. */
export const findVisit = async (
  call: BaseCall,
  id: string,
): Promise<{ ok: true; visit: Visit } | { ok: false; refusal: Outcome }> => {
  const visit = await visitById(call.scope, id)
  if (visit && mayReadVisit(call, visit)) return { ok: true, visit }
  const { gone, goneNext } = call.text.visits
  return { ok: false, refusal: refuseVisit(gone, goneNext) }
}
