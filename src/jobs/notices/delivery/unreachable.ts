import { unreachableCard } from '../../../cards/workspace.ts'
import { id, noticeKind } from '../../../domain/delivery/notice.ts'
import { memberName } from '../../../domain/region/names.ts'
import { notice } from '../notice.ts'

export const unreachableKind = noticeKind('unreachable', { member: id })

/** Tells the coordinators that a member cannot be reached. */
export const unreachable = notice(unreachableKind, {
  hours: 'office',
  stillTrue: ({ region }, { member }) => ({ name: memberName(region, member) }),
  compose: ({ text, found }) => ({ ok: true, card: unreachableCard(found.name, text) }),
})
