import { drawPlans } from '../../cards/digest/cases.ts'
import { type EndingPlan, lapsedPlans, renewalsToTell } from '../../domain/plan/telling.ts'
import { endingPlans } from '../../store/plan/plans.ts'
import { byAsked, digestSection, type Inquiry, itself } from '../digest/section.ts'

/** Section: plans that end within the steps of the region's ladder, or have ended. */
const ending = async (inquiry: Inquiry) => {
  const { scope, region, morning, carriers } = inquiry
  const farthest = Math.max(0, ...region.settings.renewalMonthsBefore) + 1
  return byAsked(await endingPlans(scope, morning.today.add({ months: farthest }), carriers), inquiry, itself)
}

const told = (plans: readonly EndingPlan[]) => ({ renewal: plans.length })

export const lapsed = digestSection({
  name: 'lapsed',
  load: ending,
  forReader: (plans, reader, { morning }) => lapsedPlans(plans(reader), morning),
  card: drawPlans((words) => words.lapsed),
  told,
})

export const renewals = digestSection({
  name: 'renewals',
  load: ending,
  forReader: (plans, reader, { morning }) => renewalsToTell(plans(reader), morning),
  card: drawPlans((words) => words.renewals),
  told,
})
