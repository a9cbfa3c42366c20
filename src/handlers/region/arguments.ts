import { type Listed, listedArgument } from '../arguments.ts'
import type { Call } from '../call.ts'

type Region = Call['region']

/** A body (会議体) by name. */
export const bodyArgument = (declared: Omit<Listed<Region['bodies'][number]>, 'among' | 'kind'>) =>
  listedArgument({ kind: 'body', among: ({ region }) => region.bodies, ...declared })

/** An office by name; where none is named, the asker's own, unless `absent` says otherwise. */
export const officeArgument = (declared: Omit<Listed<Region['offices'][number]>, 'among' | 'kind'>) =>
  listedArgument({
    kind: 'office',
    among: ({ region }) => region.offices,
    absent: ({ region, asker }) => region.offices.find(({ id }) => id === asker.officeId),
    ...declared,
  })
