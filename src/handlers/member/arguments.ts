import { type Listed, listedArgument } from '../arguments.ts'
import type { Call } from '../call.ts'

type Member = Call['region']['members'][number]

const oneself = ({ region, asker }: Call): Member | undefined =>
  region.members.find(({ id }) => id === asker.memberId)

/** A member by name; where none is named, the asker, unless `absent` says otherwise. Left members are not found. */
export const memberArgument = (declared: Omit<Listed<Member>, 'among' | 'kind'>) =>
  listedArgument<Member>({
    kind: 'member',
    among: ({ region }) => region.members,
    absent: oneself,
    ...declared,
  })
