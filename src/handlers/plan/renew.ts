import { planCommand } from './plan-command.ts'

/** `/plan renew CODE`: the plan that follows on the one that ends. */
export const renewPlan = planCommand({
  id: 'plan.renew',
  kind: 'renewal',
  verb: (t) => t.commands.plan.renew.verb,
  description: (t) => t.commands.plan.renew.description,
  title: (t) => t.plans.titles.renewal,
  initial: (previous, today) => {
    const start = previous ? previous.validTo.add({ days: 1 }) : today
    return {
      validFrom: start.toString(),
      validTo: start.add({ years: 1 }).subtract({ days: 1 }).toString(),
      monitoring: previous?.intervalMonths ? String(previous.intervalMonths) : undefined,
    }
  },
})
