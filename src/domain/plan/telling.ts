import { memoize } from '../calendar/memoize.ts'
import { type Morning, weekly } from '../digest/morning.ts'
import { renewalDays } from '../monitoring/renewal.ts'

/** A case's latest plan, by the end of its validity. */
export type EndingPlan = { code: string; memberId: string; validTo: Temporal.PlainDate }

const compare = Temporal.PlainDate.compare

/** Plans whose validity has ended with none after it: named weekly. */
export const lapsedPlans = (plans: readonly EndingPlan[], morning: Morning): readonly EndingPlan[] =>
  weekly(
    plans.filter(({ validTo }) => compare(validTo, morning.today) < 0),
    morning,
  )

const renewalsTold = memoize<Morning, boolean>()

/** The end of a plan is told on the days of the region's ladder. */
export const renewalsToTell = (plans: readonly EndingPlan[], morning: Morning): readonly EndingPlan[] =>
  plans.filter(({ validTo }) =>
    renewalsTold(morning, validTo.toString(), () => {
      const { today, since, settings, calendar, asked = false } = morning
      if (compare(validTo, today) < 0) return false
      const isNew = (day: Temporal.PlainDate) => compare(day, since) > 0 && compare(day, today) <= 0
      return asked || renewalDays(validTo, settings, calendar).some(isNew)
    }),
  )
