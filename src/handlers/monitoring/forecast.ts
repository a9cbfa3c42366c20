import { forecastFacts } from '../../actions/monitoring/forecast-facts.ts'
import { forecastCard } from '../../cards/monitoring/forecast.ts'
import { forecastChart } from '../../documents/chart/forecast-chart.ts'
import { forecastWorkbook } from '../../documents/workbook/forecast-workbook.ts'
import { caseReach } from '../../domain/case/permission.ts'
import { forecast } from '../../domain/monitoring/forecast/forecast.ts'
import { command } from '../legacy/command.ts'
import { WORKBOOK } from '../meeting/paper-files.ts'

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
    const made = forecast(facts)
    const card = forecastCard(made, region.name, language, text)
    if (facts.counts.length === 0) return { kind: 'say', card }
    const month = today.toPlainYearMonth()
    return {
      kind: 'say',
      card,
      files: [
        {
          name: `forecast-${month}.png`,
          mediaType: 'image/png',
          bytes: forecastChart(made, region.name, language, text),
          alt: text.forecast.chart.alt(region.name),
        },
        {
          name: `forecast-${month}.xlsx`,
          mediaType: WORKBOOK,
          bytes: await forecastWorkbook(made, language, text),
          alt: text.forecast.workbook.title(region.name),
        },
      ],
    }
  },
})
