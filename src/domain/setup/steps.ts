import { hasRole, ROLES } from '../member/roles.ts'
import { regularSeries } from '../region/ad-hoc-series.ts'
import type { Region } from '../region/region.ts'

/** What a region needs before the bot works for it, in the order it is told. */
const STEPS = ['region', 'offices', 'members', 'accounts', 'bodies', 'channels', 'series'] as const
type Step = (typeof STEPS)[number]

/** `have` of `of`; where there is no such number, `of` is what there is. */
export type StepState = { step: Step; done: boolean; have: number; of: number }

/** Computes how far a region is. Stateless: it is derived from the region, so the first run can be resumed anywhere. */
export const stepsOf = (region: Region): StepState[] =>
  STEPS.filter((step) => isElsewhere(region) || !ELSEWHERE.has(step)).map((step) => {
    const { have, of } = counted(region, step)
    return { step, done: have > 0 && have >= of, have, of }
  })

/** Steps of those who use Slack or Discord: in the practice workspace people and channels are there by themselves. */
const ELSEWHERE: ReadonlySet<Step> = new Set(['accounts', 'channels'])
const isElsewhere = ({ workspaces }: Region): boolean => workspaces.length > 0

const BESIDE_THE_CENTRE = ROLES.filter((role) => role !== 'coordinator')

const counted = (region: Region, step: Step): { have: number; of: number } => {
  const all = (have: number) => ({ have, of: have })
  switch (step) {
    case 'region':
      return all(region.municipalities.length)
    case 'offices':
      return all(region.offices.length)
    case 'members':
      return all(region.members.filter((member) => hasRole(member, ...BESIDE_THE_CENTRE)).length)
    case 'accounts':
      return {
        have: region.members.filter(({ accounts }) => accounts.length > 0).length,
        of: region.members.length,
      }
    case 'bodies':
      return all(region.bodies.length)
    case 'channels':
      return {
        have: region.bodies.filter(({ channels }) => channels.length > 0).length,
        of: region.bodies.length,
      }
    case 'series':
      return all(regularSeries(region).length)
    default:
      return step satisfies never
  }
}
