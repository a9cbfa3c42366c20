import { pledgersOf } from '../../domain/account/permission.ts'
import type { Disclosure } from '../../domain/agenda/disclosure.ts'
import type { Region } from '../../domain/region/region.ts'
import { allPledges } from '../../store/account/pledges.ts'
import type { Scope } from '../../store/engine/database.ts'
import type { MeetingContext } from './meeting-context.ts'

/**
 * How much of cases a meeting's agenda shows its body: as the region's file says, but nothing while a council member on
 * the roster has not confirmed the duty of secrecy (障害者総合支援法 89条の3第5項), or where it was published `plain`.
 */
export const shownLevel = async (
  scope: Scope,
  region: Region,
  { body, startsAt }: Pick<MeetingContext, 'body' | 'startsAt'>,
  plain = false,
): Promise<Disclosure> => {
  if (plain || body.disclosure === 'topics') return 'topics'
  const pledgers = pledgersOf(region, body.id, startsAt.toPlainDate())
  if (pledgers.length === 0) return body.disclosure
  const confirmed = new Set(
    (await allPledges(scope)).flatMap(({ bodyId, memberId }) => (bodyId === body.id ? memberId : [])),
  )
  return pledgers.every(({ id }) => confirmed.has(id)) ? body.disclosure : 'topics'
}
