import {
  type Asker,
  CASE_WORKERS,
  coordinates,
  EVERYBODY,
  hasRole,
  type RolesThatMay,
} from '../member/roles.ts'
import type { Region } from '../region/region.ts'

export const GSV_PERMISSIONS = {
  'gsv.offer': CASE_WORKERS,
  'gsv.arrange': ['coordinator'],
  'gsv.read': EVERYBODY,
  /** Who leads a group is chosen for each session. */
  'gsv.lead': EVERYBODY,
} as const satisfies RolesThatMay

type Member = Region['members'][number]
type Group = { facilitatorId: string; presenterId?: string | undefined; memberIds: readonly string[] }

const groupOf = (groups: readonly Group[], presenterId: string): Group | undefined =>
  groups.find((group) => group.presenterId === presenterId)

/** What was decided on a case is written down by its presenter, or by who led their group. */
export const mayRecordOutcome = (asker: Asker, presenterId: string, groups: readonly Group[]): boolean =>
  asker.memberId === presenterId || groupOf(groups, presenterId)?.facilitatorId === asker.memberId

/** Whether they met beforehand is said by who led, or by the coordinators: not by who was guided. */
export const mayConfirmPreMeeting = (
  asker: Asker,
  { facilitatorId }: Pick<Group, 'facilitatorId'>,
): boolean => coordinates(asker) || asker.memberId === facilitatorId

type Session = { groups: readonly Group[]; disclosure: Region['bodies'][number]['disclosure'] | undefined }

/**
 * What came of all earlier cases is read by the coordinators, by who leads a group this time, and by a body that may
 * see summaries. `groups` are the confirmed ones.
 */
export const mayReadOpenings = (asker: Asker, { groups, disclosure }: Session): boolean =>
  coordinates(asker) ||
  disclosure === 'summaries' ||
  groups.some(({ facilitatorId }) => facilitatorId === asker.memberId)

/** What came of one case is read by those who sat in its group too. */
export const mayReadOpening = (asker: Asker, presenterId: string, groupsThen: readonly Group[]): boolean =>
  groupOf(groupsThen, presenterId)?.memberIds.includes(asker.memberId) === true

/** On an agenda it is the specialists' turn to bring a case. */
export const takesTurns = (member: Member): boolean => hasRole(member, 'specialist')

/** A chief specialist has experience behind them (現任研修 and more). */
export const isChief = (member: Member): boolean => hasRole(member, 'chief_specialist')
