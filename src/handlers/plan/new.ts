import { planCommand } from './plan-command.ts'

/** `/plan new CODE`: a first plan, or one after a gap. Monthly for three months, then by its interval. */
export const newPlan = planCommand({
  id: 'plan.new',
  kind: 'new',
  verb: (t) => t.commands.plan.new.verb,
  description: (t) => t.commands.plan.new.description,
  title: (t) => t.plans.titles.new,
  initial: (_, today) => ({ validFrom: today.toString() }),
})
