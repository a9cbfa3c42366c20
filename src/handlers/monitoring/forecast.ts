import { forecastCard } from '../../cards/forecast.ts'
import { forecast } from '../../domain/forecast/forecast.ts'
import { caseReach } from '../../domain/permission/case-access.ts'
import { forecastFacts } from '../../store/forecast-facts.ts'
import { command } from '../command.ts'

/** `/monitoring forecast`: the next twelve months, of the region for the centre, of their own for a municipality. */
export const forecastMonths = command({
  id: 'monitoring.forecast',
  words: {
    noun: (t) => t.commands.monitoring.noun,
    verb: (t) => t.commands.monitoring.forecast.verb,
    description: (t) => t.commands.monitoring.forecast.description,
  },
  permission: 'forecast.read',
  options: {},
  run: async ({ scope, region, asker, today, language, text }) => {
    const facts = await forecastFacts(scope, region, caseReach(asker), today.toPlainYearMonth())
    return { kind: 'say', card: forecastCard(forecast(facts), region.name, language, text) }
  },
})
