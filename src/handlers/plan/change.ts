import { planCommand } from './plan-command.ts'

/** `/plan change CODE`: from its first day on it takes the place of the plan before, in the same validity. */
export const changePlan = planCommand({
  id: 'plan.change',
  kind: 'change',
  verb: (t) => t.commands.plan.change.verb,
  description: (t) => t.commands.plan.change.description,
  title: (t) => t.plans.titles.change,
  initial: (previous, today) => ({ validFrom: today.toString(), validTo: previous?.validTo.toString() }),
})
