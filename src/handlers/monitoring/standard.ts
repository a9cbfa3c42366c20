import { standardIntervalCard } from '../../cards/monitoring/monitoring.ts'
import {
  CIRCUMSTANCES,
  SERVICES,
  SHORTER_REASONS,
  suggestInterval,
} from '../../domain/monitoring/standard-interval.ts'
import { command } from '../legacy/command.ts'
import { choices } from '../legacy/field.ts'

/** `/monitoring standard`: the standard interval for services and circumstances, with its source. Nothing is stored. */
export const standardInterval = command({
  id: 'monitoring.standard',
  words: {
    noun: (t) => t.commands.monitoring.noun,
    verb: (t) => t.commands.monitoring.standard.verb,
    description: (t) => t.commands.monitoring.standard.description,
  },
  permission: 'monitoring.read',
  options: {},
  form: {
    title: (t) => t.standardIntervals.title,
    submit: (t) => t.standardIntervals.submit,
    fields: {
      services: choices({
        words: (t) => t.standardIntervals.fields.services,
        values: SERVICES,
        labels: (t) => t.standardIntervals.services,
      }),
      circumstances: choices({
        words: (t) => t.standardIntervals.fields.circumstances,
        values: CIRCUMSTANCES,
        labels: (t) => t.standardIntervals.circumstances,
      }),
      reasons: choices({
        words: (t) => t.standardIntervals.fields.reasons,
        values: SHORTER_REASONS,
        labels: (t) => t.standardIntervals.reasons,
      }),
    },
  },
  run: async ({ text }) => ({ kind: 'ask', open: { intro: text.standardIntervals.intro } }),
  submit: async ({ values, text }) => {
    if (values.services.length + values.circumstances.length === 0)
      return { kind: 'correct', faults: { fields: { services: text.standardIntervals.chooseOne } } }
    return { kind: 'say', card: standardIntervalCard(suggestInterval(values), text) }
  },
})
