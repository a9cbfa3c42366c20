import { type CaseFacts, mayWorkOnCase } from '../case/permission.ts'
import { followsBody, sitsOn } from '../meeting/permission.ts'
import { type Asker, carriesCases, coordinates, EVERYBODY, type RolesThatMay } from '../member/roles.ts'
import type { Region } from '../region/region.ts'
import { askerOf } from '../region/roster.ts'
import type { Disclosure } from './disclosure.ts'

export const AGENDA_PERMISSIONS = {
  'agenda.preview': ['coordinator'],
  'agenda.publish': ['coordinator'],
  'agenda.edit': ['coordinator'],
  'agenda.history': EVERYBODY,
} as const satisfies RolesThatMay

type OfBody = { context: { body: { id: string } } }

/** A published agenda is its body's, and the centre's. */
export const maySeeAgenda = (asker: Asker, { context }: OfBody, region: Region): boolean =>
  followsBody(asker, context.body.id, region)

/** Who discusses an agenda sits on its body: the centre does not by itself. */
export const mayDiscussAgenda = (asker: Asker, { context }: OfBody, region: Region): boolean =>
  sitsOn(asker, region, context.body.id)

/**
 * What a person sees of a body's agendas and minutes: the centre everything; others, its chair and recorder too, what the
 * body may.
 */
export const levelFor = (asker: Asker, { disclosure }: { disclosure: Disclosure }): Disclosure =>
  coordinates(asker) ? 'summaries' : disclosure

/** The centre, and those who work on its case; any specialist where no case is chosen yet. */
export const mayPresentSummary = (
  member: Region['members'][number],
  { supportCase }: { supportCase: CaseFacts | null },
  today: Temporal.PlainDate,
): boolean =>
  coordinates(member) ||
  (carriesCases(member) && (supportCase === null || mayWorkOnCase(askerOf(member, today), supportCase)))
