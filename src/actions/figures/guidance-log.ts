import type { GuidanceRecord } from '../../domain/figures/fee-records.ts'
import { mayReadGuidanceOf } from '../../domain/figures/permission.ts'
import type { Asker } from '../../domain/member/roles.ts'
import { memberName, seriesName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { isChief } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import { writtenOf } from '../../store/gsv/gsv-presentations.ts'
import { visitReport } from '../../store/visit/visits.ts'
import { type Guided, guidedIn, type Period, placeOf } from './guidance-records.ts'

/** Whose guidance a reader sees: everybody's, or what somebody of their office gave or received. */
type Reader = {
  asker: Asker
  isOwn: (memberId: string) => boolean
  isOwnOffice: (officeId: string) => boolean
  readsVisits: boolean
}

type Read = { kind: 'gsv-presentation' | 'visit'; id: string }

/** What chief specialists did for others in a period, as far as the bot sees it; `read`: what was opened for it. */
export const guidanceLog = async (
  scope: Scope,
  region: Region,
  period: Period,
  reader: Reader,
): Promise<{ guidance: GuidanceRecord[]; read: Read[] }> => {
  const shown = (await guidedIn(scope, region, period)).filter(
    (one) => isChief(region, one.by) && concerns(one, reader),
  )
  const read: Read[] = []
  const guidance: GuidanceRecord[] = []
  for (const one of shown) {
    const content = mayReadContent(one, reader) ? await contentOf(scope, one) : undefined
    if (content !== undefined && one.source) read.push(one.source)
    guidance.push(recordOf(region, mayNameCase(one, reader) ? one : { ...one, code: undefined }, content))
  }
  return { guidance, read }
}

const concerns = ({ by, recipients, officeId }: Guided, { isOwn, isOwnOffice }: Reader): boolean =>
  isOwn(by) || recipients.some(isOwn) || (officeId !== undefined && isOwnOffice(officeId))

/** What was said of a case is for who sees the case; whoever else sat in the group heard it there. */
const mayReadContent = (one: Guided, { asker, isOwn, readsVisits }: Reader): boolean =>
  one.kind === 'visit' ? readsVisits : one.recipients.some(isOwn) && mayReadGuidanceOf(asker, one)

/** Shows which case it was to those whose case it is, and to who guided. */
const mayNameCase = (one: Guided, { asker, isOwn }: Reader): boolean =>
  one.by === asker.memberId || (one.recipients.some(isOwn) && mayReadGuidanceOf(asker, one))

const contentOf = async (scope: Scope, { source }: Guided): Promise<string | undefined> => {
  if (!source) return undefined
  if (source.kind === 'visit') return (await visitReport(scope, source.id)) || undefined
  const { outcome } = await writtenOf(scope, source.id)
  return outcome && `${outcome.ideas} / ${outcome.next}`
}

const recordOf = (region: Region, one: Guided, content: string | undefined): GuidanceRecord => {
  const { kind, on, by, recipients, office, seriesId, code } = one
  return {
    kind,
    on,
    by: memberName(region, by),
    byOffice: placeOf(region, by),
    recipients: recipients.map((id) => memberName(region, id)),
    office,
    seriesName: seriesId === undefined ? undefined : seriesName(region, seriesId),
    code,
    content,
  }
}
