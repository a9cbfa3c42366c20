import { standardIntervalCard } from '../../cards/monitoring/monitoring.ts'
import {
  CIRCUMSTANCES,
  SERVICES,
  SHORTER_REASONS,
  suggestInterval,
} from '../../domain/monitoring/standard-interval.ts'
import { fieldFaults, say } from '../answer.ts'
import { command } from '../command.ts'
import { choices } from '../fields.ts'

/** `/monitoring standard`: the standard interval for services and circumstances, with its source. Nothing is stored. */
export const standardInterval = command('monitoring.standard', {
  permission: 'monitoring.read',
  form: {
    services: choices({ values: SERVICES, labels: (t) => t.standardIntervals.services }),
    circumstances: choices({ values: CIRCUMSTANCES, labels: (t) => t.standardIntervals.circumstances }),
    reasons: choices({ values: SHORTER_REASONS, labels: (t) => t.standardIntervals.reasons }),
  },
  open: ({ words }) => ({ intro: words.intro }),
  submit: ({ values, words, text }) => {
    if (values.services.length + values.circumstances.length === 0)
      throw fieldFaults({ services: words.chooseOne })
    return say(standardIntervalCard(suggestInterval(values), text))
  },
})
